"""The sentence before the quotes: what they are and where they stand, in the asker's language."""

import re
from collections.abc import Sequence

from assistant.answer import Citation, Reason
from assistant.goals import LevelGoals
from assistant.word import Worded
from assistant.wording import Wording, wording
from corpus import Document, DocumentStatus, Kind, Passage

_NUMBERED = re.compile(r"^\d+(\.\d+)*\.? ")
_MAX_PLACES = 3


def introduce(citations: Sequence[Citation], document: Document, language: str) -> str:
    """Return the sentence that leads some quotes in; the best one decides what they are called.

    Args:
        citations: What is quoted, best first.
        document: The document of the best one.
        language: The language of the sentence.
    """
    w = wording(language)
    places = list(dict.fromkeys(_place(citation.passage) for citation in citations))
    foreign = document.language != language
    return _template(w, document, citations).format(
        title=document.title,
        place="; ".join(places[:_MAX_PLACES]),
        original=w.original.format(language=w.languages[document.language]) if foreign else "",
    )


def introduce_mentions(count: int, shown: int, document: Document, language: str) -> str:
    """Return the sentence that leads the mentions of something in, `shown` of `count`."""
    w = wording(language)
    foreign = document.language != language
    return (w.mentioned if shown == count else w.mentioned_among).format(
        count=count,
        shown=shown,
        original=w.original.format(language=w.languages[document.language]) if foreign else "",
    )


def introduce_written(document: Document, language: str) -> str:
    """Return the sentence that says that a language model words what follows."""
    return wording(language).written.format(title=document.title)


def why_not_written(said: Worded, language: str) -> str:
    """Return why a language model that should have worded an answer did not, else nothing."""
    w = wording(language)
    if said.silent:
        return w.silent
    return w.unsupported if said.unsupported else ""


def without_goals(goals: LevelGoals, language: str) -> str:
    """Return the sentence that says that a theme sets no goals for a police level."""
    w = wording(language)
    [other] = (level for level in w.levels if level is not goals.level)
    return w.no_goals.format(theme=goals.theme, level=w.levels[goals.level], other=w.levels[other])


def excuse(reason: Reason, language: str) -> str:
    """Return the sentence that says why the documents do not answer."""
    return wording(language).refusals[reason]


def _template(w: Wording, document: Document, citations: Sequence[Citation]) -> str:
    match document.status:
        case DocumentStatus.BINDING_PLAN:
            kind = citations[0].passage.kind
            is_alone = len({citation.passage.id for citation in citations}) == 1
            return w.one_goal if kind is Kind.GOAL and is_alone else w.introductions[kind]
        case DocumentStatus.CONTEXT_NOTE:
            return w.note
        case _:
            return w.other


def _place(passage: Passage) -> str:
    """Return the headings that tell a place apart, as printed: chapter number, theme, group."""
    path = passage.section_path
    if not path:
        return passage.document
    chapter = path[0].split(":")[0]
    numbered = [heading for heading in path[1:] if _NUMBERED.match(heading)]
    return ", ".join(dict.fromkeys((chapter, *numbered[-1:], path[-1] if path[1:] else chapter)))

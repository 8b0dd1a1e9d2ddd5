"""The sentence before the quotes: what they are and where they stand, in the asker's language."""

import re
from collections.abc import Sequence

from assistant.answer import Citation, Reason
from assistant.wording import wording
from corpus import Passage

_NUMBERED = re.compile(r"^\d+(\.\d+)*\.? ")
_MAX_PLACES = 3


def introduce(citations: Sequence[Citation], language: str) -> str:
    """Return the sentence that leads some quotes in; the best one decides what they are called."""
    places = list(dict.fromkeys(_place(citation.passage) for citation in citations))
    shown = "; ".join(places[:_MAX_PLACES])
    return wording(language).introductions[citations[0].passage.kind].format(place=shown)


def excuse(reason: Reason, language: str) -> str:
    """Return the sentence that says why the documents do not answer."""
    return wording(language).refusals[reason]


def _place(passage: Passage) -> str:
    """Return the headings that tell a place apart, as printed: chapter number, theme, group."""
    path = passage.section_path
    if not path:
        return passage.document
    chapter = path[0].split(":")[0]
    numbered = [heading for heading in path[1:] if _NUMBERED.match(heading)]
    return ", ".join(dict.fromkeys((chapter, *numbered[-1:], path[-1] if path[1:] else chapter)))

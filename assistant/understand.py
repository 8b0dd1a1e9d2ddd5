"""Question to query: the follow-up resolved, its language, its abbreviations spelt out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from assistant.asked import topic_of
from assistant.follow_up import stand_alone
from assistant.language import LanguageOf
from assistant.question import Question
from corpus import Audience, Kind, ReadDocument, named_audience
from index import Query

_TOKEN = re.compile(r"\w[\w-]*")
_COMMON = 3
"""Abbreviations shorter than this, or written in lower case, may be ordinary words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What is searched for and what is asked.

    `asked` is the question's own part of what is searched for, `language` that of the answer's
    words, `audience` the one police level it names; `unless` is the same without the history, where
    only a search tells whether the question leans on it, and `refers` whether it seems to.
    """

    query: Query
    asked: str
    language: str
    audience: Audience | None
    unless: "Understood | None" = None
    refers: bool = False


def understand(
    question: Question, language_of: LanguageOf, abbreviations: Mapping[str, str]
) -> Understood:
    """Return what to search for, and in which language to answer.

    Args:
        question: As it was asked.
        language_of: Detects languages.
        abbreviations: What the texts' own lists say abbreviations stand for.
    """
    resolved = stand_alone(question.text, question.history)
    earlier = [turn.content for turn in question.history]
    asked_in = language_of(question.text, earlier)

    def of(text: str, asked: str, unless: Understood | None = None) -> Understood:
        named = named_audience(asked)
        return Understood(
            query=Query(
                text=text,
                language=asked_in,
                expansions=_expansions(text, abbreviations),
                topic=topic_of(asked),
            ),
            asked=asked,
            language=question.language or asked_in,
            audience=named[0] if named else None,
            unless=unless,
            refers=resolved.refers,
        )

    alone = of(resolved.unless, resolved.unless) if resolved.unless else None
    return of(resolved.text, resolved.asked, alone)


def abbreviations_in(documents: tuple[ReadDocument, ...]) -> dict[str, str]:
    """Return the abbreviations that the documents list, each with its meaning."""
    found: dict[str, str] = {}
    for document in documents:
        for passage in document.passages:
            if passage.kind is Kind.ABBREVIATION:
                short, _, meaning = passage.text.partition(" | ")
                found[short] = meaning
    return found


def _expansions(text: str, abbreviations: Mapping[str, str]) -> tuple[str, ...]:
    folded = {short.casefold(): meaning for short, meaning in abbreviations.items()}
    found = [
        folded[token.casefold()]
        for token in _TOKEN.findall(text)
        if token.casefold() in folded and (len(token) > _COMMON or token.isupper())
    ]
    return tuple(dict.fromkeys(found))

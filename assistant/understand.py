"""Question to query: the follow-up resolved, its language, its abbreviations spelt out."""

from collections.abc import Mapping
from dataclasses import dataclass

from assistant.abbreviations import entries_asked_for, expansions
from assistant.asked import topic_of
from assistant.follow_up import stand_alone
from assistant.language import LanguageOf
from assistant.question import Question
from corpus import Audience, named_audience
from index import Query


@dataclass(frozen=True, slots=True, kw_only=True)
class Understood:
    """What is searched for and what is asked.

    `asked` is the question's own part of what is searched for, `language` that of the answer's
    words, `audience` the one police level it names; `unless` is the same without the history, where
    only a search tells whether the question leans on it, and `refers` whether it seems to. `told`
    is the answer that it asks to go beyond.
    """

    query: Query
    asked: str
    language: str
    audience: Audience | None
    unless: "Understood | None" = None
    refers: bool = False
    told: str = ""


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
                expansions=expansions(text, abbreviations),
                topic=topic_of(asked),
                entries=entries_asked_for(asked, abbreviations),
                after=resolved.after if text == resolved.text else "",
            ),
            asked=asked,
            language=question.language or asked_in,
            audience=named[0] if named else None,
            unless=unless,
            refers=resolved.refers,
            told=resolved.told if text == resolved.text else "",
        )

    alone = of(resolved.unless, resolved.unless) if resolved.unless else None
    return of(resolved.text, resolved.asked, alone)

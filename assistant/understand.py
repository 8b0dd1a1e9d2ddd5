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
    words, `audience` the one police level it names; `leans` says whether its words show that it
    goes on from what was said.
    """

    query: Query
    asked: str
    language: str
    audience: Audience | None
    leans: bool = False


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

    named = named_audience(resolved.asked)
    return Understood(
        query=Query(
            text=resolved.text,
            language=asked_in,
            expansions=expansions(resolved.text, abbreviations),
            topic=topic_of(resolved.asked),
            entries=entries_asked_for(resolved.asked, abbreviations),
            after=resolved.after,
            readings=resolved.readings,
        ),
        asked=resolved.asked,
        language=question.language or asked_in,
        audience=named[0] if named else None,
        leans=resolved.leans,
    )

"""Whether the quotes of an answer say what its statements say."""

from collections.abc import Sequence
from functools import cache

from assistant import Settings, SupportCheck, is_literal, open_embedder
from eval.metrics import SupportJudgement
from eval.outcome import Cited, Reply


def judgements(reply: Reply) -> tuple[SupportJudgement, ...]:
    """Return a judgement of each statement of an answer against the quotes it cites.

    A quote is read together with its version in the language of the answer. A statement that cites
    a number without a citation has that citation's quote empty.
    """
    quotes = {citation.number: _readings(citation) for citation in reply.citations}

    def supports(statement: str, cited: Sequence[str]) -> bool:
        return _supports(statement, tuple(cited), reply.language)

    return tuple(
        SupportJudgement.of(
            statement.text, [quotes.get(n, [""]) for n in statement.citations], supports
        )
        for statement in reply.statements
    )


def _readings(citation: Cited) -> list[str]:
    return [citation.quote, citation.version] if citation.version else [citation.quote]


@cache
def _supports(statement: str, quotes: tuple[str, ...], language: str) -> bool:
    # What is made of quotes needs no model; an extractive answer is checked without one.
    return is_literal(statement, quotes) or _check().check(statement, quotes, language).supported


@cache
def _check() -> SupportCheck:
    return SupportCheck(open_embedder(Settings.load()))

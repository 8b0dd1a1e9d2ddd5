"""The seam to the support check: whether quotes say what a statement says."""

from collections.abc import Sequence

from eval.metrics import SupportJudgement
from eval.normalise import fold_space
from eval.outcome import Reply


def supports(statement: str, quotes: Sequence[str]) -> bool:
    """Whether a statement says nothing but the words of its quotes."""
    rest = fold_space(statement)
    for quote in sorted(map(fold_space, quotes), key=len, reverse=True):
        rest = rest.replace(quote, " ")
    return bool(quotes) and not any(character.isalnum() for character in rest)


def judgements(reply: Reply) -> tuple[SupportJudgement, ...]:
    """Return a judgement of each statement of an answer against the quotes it cites.

    A statement that cites a number without a citation has that citation's quote empty.
    """
    quotes = {citation.number: citation.quote for citation in reply.citations}
    return tuple(
        SupportJudgement.of(
            statement.text, [[quotes.get(n, "")] for n in statement.citations], supports
        )
        for statement in reply.statements
    )

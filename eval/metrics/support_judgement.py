"""What a support check says of one statement: all that the citation measures need to know."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Self

Supports = Callable[[str, Sequence[str]], bool]
"""Whether quotes support a statement."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SupportJudgement:
    """One statement, judged against its citations.

    Attributes:
        together: Whether all citations together support it.
        alone: For each citation, whether it does so alone.
        without: For each citation, whether the others still do without it.
    """

    together: bool
    alone: tuple[bool, ...]
    without: tuple[bool, ...]

    @classmethod
    def of(cls, statement: str, citations: Sequence[Sequence[str]], supports: Supports) -> Self:
        """Judge a statement; what is not needed for the measures is not asked.

        Args:
            statement: What is said.
            citations: For each citation its quote, followed by that quote in other languages.
            supports: The check.
        """
        if not citations or not supports(statement, _joined(citations)):
            nothing = (False,) * len(citations)
            return cls(together=False, alone=nothing, without=nothing)
        if len(citations) == 1:
            return cls(together=True, alone=(True,), without=(False,))
        return cls(
            together=True,
            alone=tuple(supports(statement, list(one)) for one in citations),
            without=tuple(
                supports(statement, _joined([*citations[:i], *citations[i + 1 :]]))
                for i in range(len(citations))
            ),
        )


def _joined(citations: Sequence[Sequence[str]]) -> list[str]:
    return [quote for citation in citations for quote in citation]

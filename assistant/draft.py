"""Evidence to statements, in the plan's own words."""

from collections.abc import Sequence
from dataclasses import dataclass

from assistant.answer import Citation, Evidence, Statement
from corpus import Span, source_range

_ELLIPSIS = " […] "


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """Statements and the citations they rest on, before they are checked."""

    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]


def draft_extractive(evidence: Sequence[Evidence]) -> Draft:
    """Return one statement per piece of evidence, made of literal quotes."""
    statements: list[Statement] = []
    citations: list[Citation] = []
    for piece in evidence:
        own = [
            _citation(piece, start, end, number)
            for number, (start, end) in enumerate(piece.ranges, start=len(citations) + 1)
        ]
        citations += own
        quoted = _ELLIPSIS.join(citation.quote for citation in own)
        numbers = tuple(citation.number for citation in own)
        statements.append(Statement(text=f"“{quoted}”", citations=numbers))
    return Draft(statements=tuple(statements), citations=tuple(citations))


def _citation(evidence: Evidence, start: int, end: int, number: int) -> Citation:
    passage = evidence.passage
    spans: tuple[Span, ...] = source_range(passage.spans, start, end)
    return Citation(
        number=number,
        passage=passage,
        quote=passage.text[start:end],
        start=start,
        end=end,
        spans=spans,
    )

"""Evidence to statements, in the plan's own words."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from assistant.answer import Citation, Evidence, Statement
from assistant.written.checking import Claim
from corpus import Passage, Span, source_range

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
            _citation(piece.passage, spans, number)
            for number, spans in enumerate(_quotable(piece), start=len(citations) + 1)
        ]
        citations += own
        statements.append(
            Statement(text=f"“{_joined(own)}”", citations=tuple(c.number for c in own))
        )
    return Draft(statements=tuple(statements), citations=tuple(citations))


def draft_written(claims: Sequence[Claim]) -> Draft:
    """Return one statement per claim, citing the quotes that support it."""
    statements: list[Statement] = []
    numbers: dict[Evidence, tuple[int, ...]] = {}
    citations: list[Citation] = []
    for claim in claims:
        for piece in claim.evidence:
            if piece not in numbers:
                first = len(citations) + 1
                citations += [
                    _citation(piece.passage, spans, number)
                    for number, spans in enumerate(_quotable(piece), start=first)
                ]
                numbers[piece] = tuple(range(first, len(citations) + 1))
        cited = tuple(dict.fromkeys(n for piece in claim.evidence for n in numbers[piece]))
        statements.append(Statement(text=claim.text, citations=cited))
    return Draft(statements=tuple(statements), citations=tuple(citations))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quotable:
    """A range of a passage's text whose source is not interrupted by other text."""

    start: int
    end: int
    spans: tuple[Span, ...]


def _quotable(evidence: Evidence) -> Iterator[_Quotable]:
    """Yield the ranges of the evidence, cut where the source prints other text in between.

    A footnote printed inside a sentence that runs over a page must not end up inside a quote.
    """
    passage = evidence.passage
    for start, end in evidence.ranges:
        run: list[Span] = []
        begin = position = start
        for span in source_range(passage.spans, start, end):
            if run and span.start - run[-1].end > _MARKS:
                yield _trimmed(passage, begin, position, run)
                run, begin = [], position
            run.append(span)
            position += span.end - span.start
        yield _trimmed(passage, begin, end, run)


_MARKS = 8
"""Characters between two runs that are only emphasis marks and blank lines."""


def _trimmed(passage: Passage, start: int, end: int, run: Sequence[Span]) -> _Quotable:
    """Return the range without white space at its ends."""
    text = passage.text[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return _Quotable(start=start + left, end=start + right, spans=source_range(run, left, right))


def _citation(passage: Passage, quotable: _Quotable, number: int) -> Citation:
    return Citation(
        number=number,
        passage=passage,
        quote=passage.text[quotable.start : quotable.end],
        start=quotable.start,
        end=quotable.end,
        spans=quotable.spans,
    )


def _joined(citations: Sequence[Citation]) -> str:
    """Return the quotes in one line of text, an ellipsis where something was left out."""
    text = citations[0].quote
    for before, after in pairwise(citations):
        gap = after.passage.text[before.end : after.start]
        text += (_ELLIPSIS if gap.strip() else " ") + after.quote
    return text

"""Table rows written with pipes."""

from dataclasses import replace

from corpus.document import Span


def cells_of(row: str) -> list[str]:
    """Return the cells of a pipe row, trimmed."""
    return [cell.strip() for cell in row.strip().strip("|").split("|")]


def is_rule(row: str) -> bool:
    """Whether a pipe row is only the line under a table's head, or empty."""
    return not any(cell.strip("-: ") for cell in cells_of(row))


def row_spans(start: int, row: str) -> tuple[Span, ...]:
    """Return the runs of a pipe row from its first to its last cell, padding folded.

    Where the row prints no space beside a bar, the text has none either.
    """
    spans: list[Span] = []
    position = row.index("|") + 1
    for raw in row[position:].split("|"):
        cell = raw.strip()
        if cell:
            begin = start + position + len(raw) - len(raw.lstrip())
            if spans:
                bar = position - 1
                if row[spans[-1].end - start].isspace():
                    spans[-1] = replace(spans[-1], end=spans[-1].end + 1)
                width = 2 if row[bar + 1].isspace() else 1
                spans.append(Span(start=start + bar, end=start + bar + width))
            spans.append(Span(start=begin, end=begin + len(cell)))
        position += len(raw) + 1
    return tuple(spans)

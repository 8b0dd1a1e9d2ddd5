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
    """Return the runs of a pipe row from its first to its last cell, padding folded."""
    spans: list[Span] = []
    position, last = row.index("|") + 1, row.rindex("|")
    for raw in row[position:last].split("|"):
        cell = raw.strip()
        if cell:
            begin = start + position + len(raw) - len(raw.lstrip())
            if spans:
                bar = start + position - 1
                spans[-1] = replace(spans[-1], end=spans[-1].end + 1)
                spans.append(Span(start=bar, end=bar + 2))
            spans.append(Span(start=begin, end=begin + len(cell)))
        position += len(raw) + 1
    return tuple(spans)

"""The reading order of a page: columns of running text are read one after the other."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from corpus.readers.pdf.lines import Row

_MIN_ROWS = 4
_MIN_CHARACTERS = 18
_MIN_SHARE = 0.5
_GRID = 3.0
_MAX_COLUMNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """Rows read from top to bottom, between `left` and `right`; `column` if beside another."""

    rows: tuple[Row, ...]
    left: float
    right: float
    column: bool


def flows_of(rows: Sequence[Row], depth: int = 0) -> list[Flow]:
    """Return the flows of a page in reading order."""
    if not rows:
        return []
    edge = _second_column(rows) if depth < _MAX_COLUMNS else None
    if edge is None:
        return [_flow(rows, column=depth > 0)]
    flows: list[Flow] = []
    for band, columns in _bands(rows, edge):
        if columns:
            left, right = _side(band, edge, first=True), _side(band, edge, first=False)
            flows += [*flows_of(left, depth + 1), *flows_of(right, depth + 1)]
        else:
            flows.append(_flow(band, column=depth > 0))
    return flows


def _flow(rows: Sequence[Row], *, column: bool) -> Flow:
    left = min(row.parts[0].x0 for row in rows)
    right = max(row.parts[-1].x1 for row in rows)
    return Flow(rows=tuple(rows), left=left, right=right, column=column)


def _second_column(rows: Sequence[Row]) -> float | None:
    """Return the left edge of a second column of running text, if the page has one."""
    parts = [part for row in rows if not row.cells for part in row.parts]
    if not parts:
        return None
    left, right = min(p.x0 for p in parts), max(p.x1 for p in parts)
    low, high = left + 0.2 * (right - left), left + 0.8 * (right - left)
    starts = Counter(round(p.x0 / _GRID) for p in parts if low < p.x0 < high)
    for start, _count in starts.most_common(3):
        near = [p.x0 for p in parts if abs(p.x0 / _GRID - start) <= 1 and low < p.x0 < high]
        if len(near) < _MIN_ROWS:
            continue
        edge = min(near) - 1
        if any(columns for _, columns in _bands(rows, edge)):
            return edge
    return None


def _bands(rows: Sequence[Row], edge: float) -> Iterator[tuple[Sequence[Row], bool]]:
    """Yield stretches of rows, each with whether the edge parts it in two columns."""
    band: list[Row] = []
    plain: list[Row] = []
    for row in [*rows, None]:
        if row is not None and not _crosses(row, edge):
            band.append(row)
            continue
        lead = _rest_of_paragraph(plain, band, edge)
        if _are_columns(band[lead:], edge):
            plain += band[:lead]
            if plain:
                yield plain, False
            yield band[lead:], True
            plain = []
        else:
            plain += band
        band = []
        if row is not None:
            plain.append(row)
    if plain:
        yield plain, False


def _crosses(row: Row, edge: float) -> bool:
    if row.cells and row.parts[0].x0 < edge < row.parts[-1].x1:
        return True
    return any(part.x0 < edge < part.x1 for part in row.parts)


def _rest_of_paragraph(above: Sequence[Row], band: Sequence[Row], edge: float) -> int:
    """Return how many rows at the top of a band still belong to the text across both columns."""
    if not above or not band or any(p.x0 > edge for p in band[0].parts):
        return 0
    close = above[-1].y - band[0].y < 1.6 * band[0].size
    return 1 if close and above[-1].size == band[0].size else 0


def _are_columns(band: Sequence[Row], edge: float) -> bool:
    """Whether both sides of a band are running text, not the cells of a table."""
    return all(_is_running_text(_side(band, edge, first=first)) for first in (True, False))


def _is_running_text(rows: Sequence[Row]) -> bool:
    if len(rows) < _MIN_ROWS:
        return False
    left, right = min(row.parts[0].x0 for row in rows), max(row.parts[-1].x1 for row in rows)
    width = median(row.parts[-1].x1 - row.parts[0].x0 for row in rows)
    long = median(len(row.text) for row in rows) >= _MIN_CHARACTERS
    return long and width >= _MIN_SHARE * (right - left)


def _side(band: Sequence[Row], edge: float, *, first: bool) -> list[Row]:
    sides = (
        replace(row, parts=tuple(p for p in row.parts if (p.x0 < edge) is first)) for row in band
    )
    return sorted((row for row in sides if row.parts), key=lambda row: -row.y)

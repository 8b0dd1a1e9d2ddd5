"""Tables that lines rule: the text of each cell, whatever its place in the cell."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from corpus.readers.pdf.lines import Line, Row
from corpus.readers.pdf.pieces import joined
from corpus.readers.pdf.rows import rows_of
from corpus.readers.pdf.rules import Grid, Rule, grids_of
from corpus.readers.pdf.runs import Run

_MAX_CELL = 1_500
_MIN_FILLED = 0.4
_WITHIN = 0.3


def page_rows(runs: Sequence[Run], rules: Iterable[Rule]) -> list[Row]:
    """Return the rows of a page from top to bottom, those of ruled tables with their cells."""
    left = list(runs)
    rows: list[Row] = []
    for grid in grids_of(rules):
        inside = [run for run in left if _place(grid, run) is not None]
        table = _table(grid, inside)
        if table:
            rows += table
            taken = set(map(id, inside))
            left = [run for run in left if id(run) not in taken]
    rows += rows_of(left)
    return sorted(rows, key=lambda row: -row.y)


def _place(grid: Grid, run: Run) -> tuple[int, int] | None:
    return grid.cell(run.x0 + 1, run.y + _WITHIN * run.size)


def _table(grid: Grid, runs: Sequence[Run]) -> list[Row]:
    """Return the rows of a table; none when the grid holds no table but parts of a page."""
    cells: defaultdict[int, dict[int, list[Run]]] = defaultdict(dict)
    for run in runs:
        row, column = _place(grid, run) or (0, 0)
        cells[row].setdefault(column, []).append(run)
    columns = sorted({column for row in cells.values() for column in row})
    filled = sum(len(row) for row in cells.values())
    if len(columns) < 2 or len(cells) < 2 or filled < _MIN_FILLED * len(columns) * len(cells):
        return []
    lines = [
        {column: _cell(part) for column, part in sorted(cells[row].items())}
        for row in sorted(cells)
    ]
    if any(len(line.text) > _MAX_CELL for row in lines for line in row.values()):
        return []
    bold = [all(line.bold for line in row.values()) for row in lines]
    titled = bold[0] and not any(bold[1:])
    return [
        Row(
            parts=tuple(row.values()),
            cells=tuple(row[column].text if column in row else "" for column in columns),
            opens=index == 0,
            head=index == 0 and titled,
        )
        for index, row in enumerate(lines)
    ]


def _cell(runs: Sequence[Run]) -> Line:
    """Return the text of a cell as one line, at the place of its first."""
    rows = rows_of(runs)
    if not rows:
        return Line(text="", x0=0, x1=0, word_x1=0, y=runs[0].y, size=1, bold=False, hang=0)
    text = rows[0].text
    for row in rows[1:]:
        text = joined(text, row.text)
    parts = [part for row in rows for part in row.parts]
    return replace(
        parts[0],
        text=text,
        x1=max(part.x1 for part in parts),
        bold=all(part.bold for part in parts),
        note="",
    )

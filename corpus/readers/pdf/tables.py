"""Rows whose parts stand in columns: tables, abbreviation lists and tables of contents."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from corpus.readers.pdf.columns import Flow
from corpus.readers.pdf.lines import Line, Row
from corpus.readers.pdf.pieces import joined

_MAX_STEP = 4.0
_LOOK_AHEAD = 15
_MIN_ROWS = 3
_MIN_NUMBERED_ROWS = 2
_WIDE_GAP = 1.2
_IN_LINE = 0.7
_OUT_OF_LINE = 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One row of a table; `opens` for its first, `head` for a row that names the columns."""

    texts: tuple[str, ...]
    opens: bool
    head: bool


@dataclass(slots=True)
class _Draft:
    """A table being read: the extent of each column and the cells so far."""

    columns: list[tuple[float, float]]
    rows: list[list[str]] = field(default_factory=list)
    full: int = 0
    numbered: int = 0
    leaders: int = 0
    wide: int = 0
    bold: list[bool] = field(default_factory=list)
    extents: defaultdict[int, list[tuple[float, float]]] = field(
        default_factory=lambda: defaultdict(list)
    )

    @property
    def valid(self) -> bool:
        if self.leaders:
            return True
        if self.numbered == self.full:
            return self.full >= _MIN_NUMBERED_ROWS
        return self.full >= _MIN_ROWS and self.wide * 2 >= self.full and self._aligned()

    @property
    def lists_pages(self) -> bool:
        return self.leaders > 0 or (self.full > 0 and self.numbered == self.full)

    def _aligned(self) -> bool:
        """Whether the cells of each further column stand under each other."""
        return all(_stand_in_line(self.extents[column]) for column in range(1, len(self.columns)))

    def columns_of(self, parts: Sequence[Line]) -> list[int] | None:
        """Return the column of each part, or None when one stands in none or in several."""
        found: list[int] = []
        for part in parts:
            touched = [
                i for i, (x0, x1) in enumerate(self.columns) if part.x0 < x1 and x0 < part.x1
            ]
            if len(touched) != 1 or touched[0] in found:
                return None
            found.append(touched[0])
        return found

    def add(self, row: Row, columns: Sequence[int]) -> None:
        cells = [""] * len(self.columns)
        for part, column in zip(row.parts, columns, strict=True):
            cells[column] = part.text
            x0, x1 = self.columns[column]
            self.columns[column] = (min(x0, part.x0), max(x1, part.x1))
            self.extents[column].append((part.x0, part.x1))
        self.rows.append(cells)
        self.bold.append(all(part.bold for part in row.parts))
        if len(row.parts) > 1:
            self.full += 1
            self.numbered += row.parts[-1].text.strip(". ").isdigit()
            gaps = [b.x0 - a.x1 for a, b in pairwise(row.parts)]
            self.wide += min(gaps) > _WIDE_GAP * row.size
        self.leaders += row.leaders

    def append(self, column: int, text: str) -> None:
        self.rows[-1][column] = joined(self.rows[-1][column], text).strip()


class Tables:
    """Finds the tables in one flow after another; a table of contents may run over several."""

    def __init__(self) -> None:
        self._contents_open = False

    def elements(self, flow: Flow) -> Iterator[Line | Cells]:
        """Yield the lines and table rows of a flow, in order."""
        rows, index = flow.rows, 0
        if self._contents_open:
            index = _entries_before_pages(rows)
            for row in rows[:index]:
                yield Cells(texts=(row.text, ""), opens=False, head=False)
        while index < len(rows):
            end, draft = _table_at(rows, index)
            if draft is not None and draft.valid:
                self._contents_open = draft.lists_pages
                yield from _cells(draft)
                index = end
            else:
                self._contents_open = False
                yield _one_line(rows[index])
                index += 1


def _entries_before_pages(rows: Sequence[Row]) -> int:
    """Return how many rows at the top go on with a table of contents, before its next page."""
    first = next((i for i, row in enumerate(rows) if len(row.parts) > 1), len(rows))
    if first >= min(len(rows), _LOOK_AHEAD):
        return 0
    _, draft = _table_at(rows, first)
    fits = draft is not None and all(draft.columns_of(row.parts) == [0] for row in rows[:first])
    return first if draft is not None and fits and draft.valid and draft.lists_pages else 0


def _stand_in_line(extents: Sequence[tuple[float, float]]) -> bool:
    """Whether most extents share a left edge, a right edge or a middle."""
    for places in (
        [x0 for x0, _ in extents],
        [x1 for _, x1 in extents],
        [(x0 + x1) / 2 for x0, x1 in extents],
    ):
        usual = median(places)
        near = sum(abs(place - usual) <= _OUT_OF_LINE for place in places)
        if near >= _IN_LINE * len(places):
            return True
    return not extents


def _cells(draft: _Draft) -> Iterator[Cells]:
    titled = len(draft.bold) > 1 and draft.bold[0] and not any(draft.bold[1:])
    for index, row in enumerate(draft.rows):
        yield Cells(texts=tuple(row), opens=index == 0, head=index == 0 and titled)


def _table_at(rows: Sequence[Row], start: int) -> tuple[int, _Draft | None]:
    first = rows[start]
    if len(first.parts) < 2:
        return start, None
    draft = _Draft([(part.x0, part.x1) for part in first.parts])
    draft.add(first, range(len(first.parts)))
    index = start + 1
    while index < len(rows) and rows[index - 1].y - rows[index].y < _MAX_STEP * rows[index].size:
        row = rows[index]
        columns = draft.columns_of(row.parts)
        if columns is None or not _goes_on(draft, row, columns, rows, index):
            break
        index += 1
    return index, draft


def _goes_on(
    draft: _Draft, row: Row, columns: Sequence[int], rows: Sequence[Row], index: int
) -> bool:
    """Take a row into the table, as a row of its own or as more of the one above."""
    if len(columns) > 1 or row.leaders:
        draft.add(row, columns)
        return True
    column, text = columns[0], row.parts[0].text
    if column > 0:
        draft.append(column, text)
        return True
    if not _more_follows(draft, rows, index):
        return False
    if text[:1].islower():
        draft.append(0, text)
    else:
        draft.add(row, columns)
    return True


def _more_follows(draft: _Draft, rows: Sequence[Row], index: int) -> bool:
    """Whether the table goes on below some rows that fill only its first column."""
    for row in rows[index + 1 : index + _LOOK_AHEAD]:
        columns = draft.columns_of(row.parts)
        if columns is None:
            return False
        if len(columns) > 1:
            return not draft.lists_pages or row.parts[-1].text.strip(". ").isdigit()
        if columns[0] != 0:
            return False
    # A table of contents may go on on the next page.
    return draft.lists_pages and len(rows) <= index + _LOOK_AHEAD


def _one_line(row: Row) -> Line:
    """Return a row that is no table row as one line."""
    if len(row.parts) == 1:
        return row.parts[0]
    first, last = row.parts[0], row.parts[-1]
    return Line(
        text=row.text,
        x0=first.x0,
        x1=last.x1,
        word_x1=first.word_x1,
        y=first.y,
        size=row.size,
        bold=all(part.bold for part in row.parts),
        hang=first.hang,
        opens_bold=first.opens_bold,
        marker=first.marker,
        note=first.note,
    )

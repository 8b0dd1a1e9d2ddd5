"""Rows whose parts stand in columns: tables, abbreviation lists and tables of contents."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.readers.pdf.columns import Flow
from corpus.readers.pdf.lines import Line, Row
from corpus.readers.pdf.table_draft import TableDraft

_MAX_STEP = 4.0
_LOOK_AHEAD = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Cells:
    """One row of a table; `opens` for its first, `head` for a row that names the columns."""

    texts: tuple[str, ...]
    opens: bool
    head: bool


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
            row = rows[index]
            if row.cells:
                yield Cells(texts=row.cells, opens=row.opens, head=row.head)
                index += 1
                continue
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


def _cells(draft: TableDraft) -> Iterator[Cells]:
    titled = len(draft.bold) > 1 and draft.bold[0] and not any(draft.bold[1:])
    for index, row in enumerate(draft.rows):
        yield Cells(texts=tuple(row), opens=index == 0, head=index == 0 and titled)


def _table_at(rows: Sequence[Row], start: int) -> tuple[int, TableDraft | None]:
    first = rows[start]
    if len(first.parts) < 2 or first.cells:
        return start, None
    draft = TableDraft([(part.x0, part.x1) for part in first.parts])
    draft.add(first, range(len(first.parts)))
    index = start + 1
    while index < len(rows) and rows[index - 1].y - rows[index].y < _MAX_STEP * rows[index].size:
        row = rows[index]
        if row.cells:
            break
        led = draft.leaders and row.leaders and len(row.parts) == len(draft.columns) == 2
        columns = [0, 1] if led else draft.columns_of(row.parts)
        if columns is None or not _goes_on(draft, row, columns, rows, index):
            break
        index += 1
    return index, draft


def _goes_on(
    draft: TableDraft, row: Row, columns: Sequence[int], rows: Sequence[Row], index: int
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


def _more_follows(draft: TableDraft, rows: Sequence[Row], index: int) -> bool:
    """Whether the table goes on below some rows that fill only its first column."""
    for row in rows[index + 1 : index + _LOOK_AHEAD]:
        columns = None if row.cells else draft.columns_of(row.parts)
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

"""HTML tables as rows of cells; tables that only lay out a page are told apart."""

from collections.abc import Iterator
from dataclasses import dataclass

from bs4 import Tag

from corpus.readers.html_tree import attribute, is_left_out

_MAX_SPAN = 60
_LAID_OUT = ["table", "h1", "h2", "h3", "h4", "h5", "h6"]


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """A row; a cell that another one spans is None. `head` if all its cells are headings."""

    cells: tuple[Tag | None, ...]
    head: bool


def is_layout(table: Tag) -> bool:
    """Whether a table has no data in rows and columns but holds parts of a page."""
    if attribute(table, "role") in ("presentation", "none") or table.find(_LAID_OUT) is not None:
        return True
    return all(len(row.cells) < 2 for row in rows_of(table))


def rows_of(table: Tag) -> Iterator[TableRow]:
    """Yield the rows of a table, not those of tables inside it."""
    below: dict[int, int] = {}
    for row in table.find_all("tr"):
        if row.find_parent("table") is not table or is_left_out(row):
            continue
        own = [c for c in row.find_all(["td", "th"], recursive=False) if not is_left_out(c)]
        cells: list[Tag | None] = []
        spanned: dict[int, int] = {}
        for cell in own:
            while below.get(len(cells), 0):
                cells.append(None)
            down, across = _span(cell, "rowspan"), _span(cell, "colspan")
            for offset in range(across):
                if down > 1:
                    spanned[len(cells)] = down - 1
                cells.append(cell if offset == 0 else None)
        while below.get(len(cells), 0):
            cells.append(None)
        below = {**{c: n - 1 for c, n in below.items() if n > 1}, **spanned}
        in_head = row.find_parent("thead") is not None
        if cells:
            yield TableRow(
                cells=tuple(cells), head=in_head or all(cell.name == "th" for cell in own)
            )


def _span(cell: Tag, name: str) -> int:
    value = attribute(cell, name).strip()
    return min(max(int(value), 1), _MAX_SPAN) if value.isdigit() and len(value) < 6 else 1

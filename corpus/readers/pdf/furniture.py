"""Running headers, footers and page numbers: what neighbouring pages print at the same place."""

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.readers.pdf.lines import Row

_NEIGHBOURS = 4
_EDGE_ROWS = 4
_NEEDED = 2
_SAME_PLACE = 0.012
_MARGIN = 0.14
_DIGITS = re.compile(r"\d+")
_ROMAN_ALONE = re.compile(r"^[ivxlc]{1,7}$")
_PAGE_NUMBER = re.compile(
    r"^[\W_]*(?:pagina|page|seite|blz|pag|p)?[.\s]*(\d{1,4}|[ivxlc]{1,7})"
    r"(?:\s*(?:/|\||van|of|de|sur|von)\s*\d{1,4})?[\W_]*$",
    re.I,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page as rows, with the number printed on it; `number` counts from 0."""

    number: int
    label: int
    reference: int
    width: float
    height: float
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edge:
    """A row near the edge of a page, as it is compared between pages; `place` is its height."""

    text: str
    place: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Edges:
    sheet: Sheet
    top: tuple[_Edge, ...]
    bottom: tuple[_Edge, ...]


def without_furniture(sheets: Iterable[Sheet]) -> Iterator[Sheet]:
    """Yield the pages without their running heads; only a few pages are held at a time."""
    window: deque[_Edges] = deque()
    behind: deque[_Edges] = deque(maxlen=_NEIGHBOURS)
    for sheet in sheets:
        window.append(_edges(sheet))
        if len(window) > _NEIGHBOURS:
            yield _cleaned(window.popleft(), [*behind, *window], behind)
    while window:
        yield _cleaned(window.popleft(), [*behind, *window], behind)


def _edges(sheet: Sheet) -> _Edges:
    rows = sheet.rows
    return _Edges(
        sheet=sheet,
        top=tuple(_edge(row, sheet) for row in rows[:_EDGE_ROWS]),
        bottom=tuple(_edge(row, sheet) for row in reversed(rows[-_EDGE_ROWS:])),
    )


def _edge(row: Row, sheet: Sheet) -> _Edge:
    text = " ".join(row.text.lower().split())
    text = "#" if _ROMAN_ALONE.match(text) else _DIGITS.sub("#", text)
    return _Edge(text=text, place=row.y / max(1.0, sheet.height))


def _cleaned(page: _Edges, neighbours: Sequence[_Edges], behind: deque[_Edges]) -> Sheet:
    sheet, rows = page.sheet, page.sheet.rows
    top = _repeated(page.top, [n.top for n in neighbours])
    bottom = _repeated(page.bottom, [n.bottom for n in neighbours])
    if bottom == 0 and rows and _is_own_number(rows[-1], page.bottom[0], sheet):
        bottom = 1
    if top == 0 and rows and _is_own_number(rows[0], page.top[0], sheet):
        top = 1
    # What is compared with later pages must not hold the page's text.
    behind.append(replace(page, sheet=replace(sheet, rows=())))
    return replace(sheet, rows=rows[top : max(top, len(rows) - bottom)])


def _repeated(edge: Sequence[_Edge], neighbours: Sequence[Sequence[_Edge]]) -> int:
    """Return how many rows from the edge inwards stand on neighbouring pages too."""
    needed = min(_NEEDED, len(neighbours))
    if needed == 0:
        return 0
    for count, row in enumerate(edge):
        same = sum(any(_same(row, other) for other in others) for others in neighbours)
        if same < needed:
            return count
    return len(edge)


def _same(row: _Edge, other: _Edge) -> bool:
    return row.text == other.text and abs(row.place - other.place) < _SAME_PLACE


def _is_own_number(row: Row, edge: _Edge, sheet: Sheet) -> bool:
    """Whether a row in the margin is nothing but this page's own number."""
    match = _PAGE_NUMBER.match(row.text)
    in_margin = edge.place < _MARGIN or edge.place > 1 - _MARGIN
    if match is None or not in_margin or not match.group(1).isdigit():
        return False
    return int(match.group(1)) in (sheet.label, sheet.number + 1)

"""A table being read: which rows fit it, and whether it is one after all."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from corpus.readers.pdf.lines import Line, Row
from corpus.readers.pdf.pieces import joined

_MIN_ROWS = 3
_MIN_NUMBERED_ROWS = 2
# In font sizes.
_WIDE_GAP = 1.2
_IN_LINE = 0.7
# In points.
_OUT_OF_LINE = 5.0


@dataclass(slots=True)
class TableDraft:
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

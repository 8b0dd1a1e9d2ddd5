"""Lines to paragraphs and list items: by gaps, indents, markers and lines that end early."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from corpus.readers.lists import OpenLists
from corpus.readers.pdf.lines import Line
from corpus.readers.pdf.markers import is_bullet
from corpus.readers.pdf.measure import Measure
from corpus.readers.pdf.pieces import Form, Piece, joined
from corpus.readers.pdf.tables import Cells

_ENDS_SENTENCE = re.compile(r"[.!?…][)\]\"”’»']*[⁰¹²³⁴-⁹]*$")
_OPENS_LIST = re.compile(r"[:;]$")
_NUMBER = re.compile(r"^\d{1,3}\.$")
_AMBIGUOUS_BULLETS = frozenset("-–o·")
# In font sizes.
_INDENT = 0.6
_SLACK = 0.45
_SAME_SIZE = 0.06
_EXTRA_GAP = 1.25
_HEADING_SIZE = 1.1
_HEADING_GAP = 1.7


class _Step(Enum):
    """How a line follows the one before it."""

    JOIN = auto()
    BREAK = auto()
    NEW = auto()


@dataclass(slots=True)
class _Block:
    """Lines that belong together, the first one with its marker if it has any."""

    lines: list[Line]
    item: bool
    gap: bool
    text: str = ""
    breaks: int = 0

    @property
    def last(self) -> Line:
        return self.lines[-1]

    @property
    def bold(self) -> bool:
        return all(line.bold for line in self.lines)

    @property
    def body_x(self) -> float:
        """Where a further line of this block starts."""
        if self.item:
            return self.lines[1].x0 if len(self.lines) > 1 else self.lines[0].hang
        return self.lines[min(1, len(self.lines) - 1)].x0


@dataclass(slots=True)
class Paragraphs:
    """Groups the lines of one flow; `lists` are the lists open across flows and pages."""

    measure: Measure
    lists: OpenLists
    left: float
    right: float
    page: int
    reference: int
    _gap_before: bool = field(default=True)

    def pieces(self, elements: Iterable[Line | Cells]) -> Iterator[Piece]:
        """Yield the pieces of a flow in order."""
        block: _Block | None = None
        for element in elements:
            if isinstance(element, Cells):
                if block is not None:
                    yield self._piece(block, apart=True)
                    block = None
                yield self._row(element)
                continue
            step = self._step(block, element) if block is not None else _Step.NEW
            if block is None or step is _Step.NEW:
                gap = block is None or self._has_gap(block.last, element)
                if block is not None:
                    yield self._piece(block, apart=block.gap or gap)
                block = self._opened(element, gap=gap)
            else:
                broken = step is _Step.BREAK
                block.breaks += broken
                more = element.text
                block.text = f"{block.text}\n{more}" if broken else joined(block.text, more)
                block.lines.append(element)
        if block is not None:
            yield self._piece(block, apart=True)

    def _opened(self, line: Line, *, gap: bool) -> _Block:
        item = is_bullet(line.marker) or _NUMBER.match(line.marker) is not None
        return _Block([line], item, gap, text=line.body if item else line.text)

    def _step(self, block: _Block, line: Line) -> _Step:
        last = block.last
        if line.y >= last.y or abs(line.size - last.size) > _SAME_SIZE * last.size:
            return _Step.NEW
        forced = self._ends_early(last, line)
        if self._is_heading_size(last) and last.bold == line.bold:
            wraps = last.y - line.y < _HEADING_GAP * last.size and not line.marker
            return _Step.JOIN if wraps else _Step.NEW
        if self._has_gap(last, line) or self._starts_item(block, line, forced=forced):
            return _Step.NEW
        if forced and block.bold != line.bold and not block.item:
            return _Step.NEW
        return self._by_indent(block, line, forced=forced)

    def _by_indent(self, block: _Block, line: Line, *, forced: bool) -> _Step:
        last, tolerance = block.last, _INDENT * line.size
        ended = _ENDS_SENTENCE.search(last.text) is not None
        if block.item:
            outdented = line.x0 < block.body_x - tolerance
            if outdented and forced:
                return _Step.NEW
            return _Step.BREAK if forced else _Step.JOIN
        if line.x0 > block.body_x + tolerance and (forced or (ended and len(block.lines) > 1)):
            return _Step.NEW
        if not forced:
            return _Step.JOIN
        return _Step.NEW if ended else _Step.BREAK

    def _ends_early(self, line: Line, following: Line) -> bool:
        """Whether the next line's first word would still have fitted, or bold ends with a line."""
        if line.bold and not following.opens_bold and following.text[:1].isupper():
            return True
        room = self.right - line.x1
        return room > following.word_x1 - following.x0 + _SLACK * line.size

    def _has_gap(self, above: Line, below: Line) -> bool:
        step = above.y - below.y
        pitch = self.measure.pitch(min(above.size, below.size))
        return step < 0 or step > _EXTRA_GAP * pitch + 0.5

    def _is_heading_size(self, line: Line) -> bool:
        return line.size >= _HEADING_SIZE * self.measure.body > 0

    def _starts_item(self, block: _Block, line: Line, *, forced: bool) -> bool:
        """Whether a line starts a list item, and does not merely wrap before a dash or number."""
        marker = line.marker
        if not marker:
            return False
        if is_bullet(marker) and marker not in _AMBIGUOUS_BULLETS:
            return True
        moved = abs(line.x0 - block.body_x) > _INDENT * line.size
        announced = _OPENS_LIST.search(block.last.text) is not None
        sibling = block.item and block.lines[0].marker == marker
        return forced or moved or announced or (sibling and not moved and is_bullet(marker))

    def _piece(self, block: _Block, *, apart: bool) -> Piece:
        first = block.lines[0]
        form, level, marker = Form.TEXT, 0, ""
        if block.item:
            form = Form.ITEM
            marker = "-" if is_bullet(first.marker) else first.marker
            level = self.lists.level(first.x0 - self.left, first.hang - self.left, first.size)
        elif not block.gap and self.lists.returns(first.x0 - self.left, first.size):
            form = Form.CONTINUATION
        else:
            self.lists.passed(first.x0 - self.left, first.size)
        return Piece(
            form=form,
            text=block.text,
            marker=marker,
            level=level,
            size=first.size,
            bold=block.bold and not block.breaks,
            apart=apart,
            lines=len(block.lines),
            page=self.page,
            reference=self.reference,
        )

    def _row(self, cells: Cells) -> Piece:
        self.lists.close()
        return Piece(
            form=Form.HEAD_ROW if cells.head else Form.ROW,
            cells=cells.texts,
            opens=cells.opens,
            page=self.page,
            reference=self.reference,
        )

"""Shapes that matter to text: rules of tables, and bullets that are drawn.

Browsers print list markers as small shapes, not as characters.
"""

from collections.abc import Sequence

from corpus.readers.pdf.rules import Rules
from corpus.readers.pdf.runs import DRAWN_BULLET, Matrix, Run
from corpus.readers.pdf.state import number

_MAX_POINTS = 60
_MAX_LINES = 500
# In points.
_MIN_SIDE, _MAX_SIDE = 1.2, 8.0
_SQUARE = 0.7
# A bullet's middle stands about this far above the baseline, in its own heights.
_ABOVE_BASELINE = 0.95


class Shapes:
    """The path being built; when it is painted its straight lines are added to the rules."""

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._x: list[float] = []
        self._y: list[float] = []
        self._lines: list[tuple[float, float, float, float]] = []
        self._boxes: list[tuple[float, float, float, float]] = []

    def point(self, operands: Sequence[object], ctm: Matrix) -> None:
        """Add the points of a segment."""
        if len(self._x) <= _MAX_POINTS:
            for index in range(0, len(operands) - 1, 2):
                self._add(number(operands, index), number(operands, index + 1), ctm)

    def line(self, operands: Sequence[object], ctm: Matrix) -> None:
        """Add a straight segment."""
        start = (self._x[-1], self._y[-1]) if self._x else None
        self._add(number(operands, 0), number(operands, 1), ctm)
        if start is not None and len(self._lines) < _MAX_LINES:
            self._lines.append((*start, self._x[-1], self._y[-1]))

    def rectangle(self, operands: Sequence[object], ctm: Matrix) -> None:
        """Add a rectangle."""
        x, y, width, height = (number(operands, index) for index in range(4))
        self._add(x, y, ctm)
        self._add(x + width, y + height, ctm)
        if len(self._boxes) < _MAX_LINES:
            self._boxes.append((*self._corner(-2), *self._corner(-1)))

    def painted(self) -> Run | None:
        """Return the bullet that the path paints, None when it is none; the path ends."""
        x, y = self._x, self._y
        for line in self._lines:
            self._rules.segment(*line)
        for box in self._boxes:
            self._rules.rectangle(*box)
        self.clear()
        if not x or len(x) > _MAX_POINTS:
            return None
        width, height = max(x) - min(x), max(y) - min(y)
        square = min(width, height) >= _SQUARE * max(width, height)
        if not square or not _MIN_SIDE <= height <= _MAX_SIDE:
            return None
        return Run(
            text=DRAWN_BULLET,
            x0=min(x),
            x1=max(x),
            word_x1=max(x),
            y=(max(y) + min(y)) / 2 - _ABOVE_BASELINE * height,
            size=2 * height,
            bold=False,
        )

    def clear(self) -> None:
        """Forget the path."""
        self._x, self._y = [], []
        self._lines, self._boxes = [], []

    def _corner(self, index: int) -> tuple[float, float]:
        return self._x[index], self._y[index]

    def _add(self, x: float, y: float, ctm: Matrix) -> None:
        a, b, c, d, e, f = ctm
        self._x.append(a * x + c * y + e)
        self._y.append(b * x + d * y + f)

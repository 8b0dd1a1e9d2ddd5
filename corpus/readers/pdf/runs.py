"""Runs: characters that a page shows, with their place, size and weight."""

from dataclasses import dataclass, field

Matrix = tuple[float, float, float, float, float, float]

WORD_GAP = 0.17
"""In font sizes: a wider gap between two strings is a space."""

PART_GAP = 0.9
"""In font sizes: strings with a wider gap between them are parts of their own."""

DRAWN_BULLET = "•"
"""Stands for a bullet that is drawn as a small shape, not shown as a character."""

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters shown side by side: from `x0` to `x1` on the baseline `y`, `y` upwards.

    `word_x1` is where its first word ends, and `size` the height of the type, in points.
    """

    text: str
    x0: float
    x1: float
    word_x1: float
    y: float
    size: float
    bold: bool


@dataclass(slots=True)
class Runs:
    """The runs of a page in the making; strings that go on where the last one ended join it.

    Some programs place every character on its own.
    """

    found: list[Run] = field(default_factory=list)
    _text: list[str] = field(default_factory=list)
    _spaced: bool = False
    _x0: float = 0.0
    _x1: float = 0.0
    _word_x1: float = 0.0
    _y: float = 0.0
    _size: float = 0.0
    _bold: bool = False

    def add(self, run: Run) -> None:
        """Add a string as shown."""
        gap = run.x0 - self._x1
        joins = (
            bool(self._text)
            and run.bold is self._bold
            and abs(run.size - self._size) < 0.01 * run.size
            and abs(run.y - self._y) < 0.01 * run.size
            and -WORD_GAP * run.size < gap < PART_GAP * run.size
        )
        if not joins:
            self.close()
            self._x0, self._y, self._size, self._bold = run.x0, run.y, run.size, run.bold
            self._spaced = False
        elif gap > WORD_GAP * run.size:
            self._space()
        if not self._spaced:
            self._word_x1 = run.word_x1
            self._spaced = " " in run.text
        self._text.append(run.text)
        self._x1 = run.x1

    def close(self) -> None:
        """End the run that is open."""
        text = "".join(self._text)
        self._text.clear()
        if text.strip():
            self.found.append(
                Run(
                    text=text,
                    x0=self._x0,
                    x1=self._x1,
                    word_x1=self._word_x1,
                    y=self._y,
                    size=self._size,
                    bold=self._bold,
                )
            )

    def _space(self) -> None:
        if not self._spaced:
            self._word_x1, self._spaced = self._x1, True
        self._text.append(" ")


def times(m: Matrix, n: Matrix) -> Matrix:
    """Return the matrix that applies `m` first and then `n`."""
    a, b, c, d, e, f = m
    na, nb, nc, nd, ne, nf = n
    return (
        a * na + b * nc,
        a * nb + b * nd,
        c * na + d * nc,
        c * nb + d * nd,
        e * na + f * nc + ne,
        e * nb + f * nd + nf,
    )

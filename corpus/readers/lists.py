"""Which lists are open: nesting is read from where markers stand."""

from dataclasses import dataclass, field

_TOLERANCE = 0.6


@dataclass(frozen=True, slots=True, kw_only=True)
class _OpenList:
    """A list by where its markers and its texts stand, from the left edge of the text."""

    marker_x: float
    text_x: float


@dataclass(slots=True)
class OpenLists:
    """The open lists, outermost first; they stay open over the end of a page."""

    _open: list[_OpenList] = field(default_factory=list)

    def level(self, marker_x: float, text_x: float, size: float) -> int:
        """Return the nesting of an item, from 0, and open or close lists accordingly."""
        tolerance = _TOLERANCE * size
        while self._open and marker_x < self._open[-1].marker_x - tolerance:
            self._open.pop()
        if not self._open or marker_x > self._open[-1].marker_x + tolerance:
            self._open.append(_OpenList(marker_x=marker_x, text_x=text_x))
        return len(self._open) - 1

    def returns(self, x: float, size: float) -> bool:
        """Whether a line without marker goes on with the item around the innermost list."""
        inner = self._open[-1] if len(self._open) > 1 else None
        outer = self._open[:-1]
        return (
            inner is not None
            and x < inner.text_x - _TOLERANCE * size
            and any(abs(x - opened.text_x) <= _TOLERANCE * size for opened in outer)
        )

    def passed(self, x: float, size: float) -> None:
        """Close the lists whose items' text stands further to the right than other text does."""
        while self._open and x < self._open[-1].text_x - _TOLERANCE * size:
            self._open.pop()

    def close(self) -> None:
        """Close all lists."""
        self._open.clear()

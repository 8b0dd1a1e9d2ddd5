"""The straight lines a page draws, and the grids they make."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

_MIN_LENGTH = 8.0
_THIN = 2.5
_TOUCH = 2.5
_SAME = 4.0
_MAX_RULES = 1_500


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """A line along one axis: at `at` of the other axis, from `low` to `high`."""

    across: bool
    at: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """The lines of a ruled table: `xs` from left to right, `ys` from bottom to top."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]

    def cell(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row, from the top, and the column of a point; None outside the grid."""
        column, row = bisect_right(self.xs, x) - 1, bisect_right(self.ys, y)
        inside = 0 <= column < len(self.xs) - 1 and 0 < row < len(self.ys)
        return (len(self.ys) - 1 - row, column) if inside else None


@dataclass(slots=True)
class Rules:
    """The rules of one page."""

    found: set[Rule] = field(default_factory=set)

    def segment(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Add a line if it runs along an axis and is long enough to rule a table."""
        width, height = abs(x1 - x0), abs(y1 - y0)
        if len(self.found) > _MAX_RULES or max(width, height) < _MIN_LENGTH:
            return
        if height <= _THIN:
            self._add(across=True, at=(y0 + y1) / 2, ends=(x0, x1))
        elif width <= _THIN:
            self._add(across=False, at=(x0 + x1) / 2, ends=(y0, y1))

    def rectangle(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """Add the sides of a rectangle; a thin one is a line itself."""
        if min(abs(x1 - x0), abs(y1 - y0)) <= _THIN:
            self.segment(x0, y0, x1, y1)
            return
        for x in (x0, x1):
            self.segment(x, y0, x, y1)
        for y in (y0, y1):
            self.segment(x0, y, x1, y)

    def _add(self, *, across: bool, at: float, ends: tuple[float, float]) -> None:
        low, high = (round(end, 1) for end in sorted(ends))
        self.found.add(Rule(across=across, at=round(at, 1), low=low, high=high))


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """Return the grids of at least two rows and two columns that rules make together."""
    rules = list(rules)
    if len(rules) > _MAX_RULES:
        # Thousands of lines are a map or a chart.
        return []
    across = [rule for rule in rules if rule.across]
    down = [rule for rule in rules if not rule.across]
    grids = [_grid(group) for group in _joined(across, down)]
    return [grid for grid in grids if len(grid.xs) > 2 and len(grid.ys) > 2]


def _joined(across: Sequence[Rule], down: Sequence[Rule]) -> list[list[Rule]]:
    """Return the rules in groups that touch each other."""
    groups: list[list[Rule]] = []
    left = set(across) | set(down)
    touching: dict[Rule, list[Rule]] = {rule: [] for rule in left}
    for a in across:
        for d in down:
            if _touch(a, d):
                touching[a].append(d)
                touching[d].append(a)
    while left:
        stack = [left.pop()]
        group: list[Rule] = []
        while stack:
            rule = stack.pop()
            group.append(rule)
            fresh = [other for other in touching[rule] if other in left]
            left.difference_update(fresh)
            stack += fresh
        groups.append(group)
    return groups


def _touch(across: Rule, down: Rule) -> bool:
    return (
        across.low - _TOUCH <= down.at <= across.high + _TOUCH
        and down.low - _TOUCH <= across.at <= down.high + _TOUCH
    )


def _grid(rules: Sequence[Rule]) -> Grid:
    return Grid(
        xs=_distinct([rule.at for rule in rules if not rule.across]),
        ys=_distinct([rule.at for rule in rules if rule.across]),
    )


def _distinct(places: Sequence[float]) -> tuple[float, ...]:
    """Return places in order, those that are nearly the same only once."""
    kept: list[float] = []
    for place in sorted(places):
        if not kept or place - kept[-1] > _SAME:
            kept.append(place)
    return tuple(kept)

"""Charts as plain geometry; the template draws them as inline SVG, in the colours of the page."""

from collections.abc import Sequence
from dataclasses import dataclass

LEFT, RIGHT, TOP, BOTTOM = 72, 612, 12, 268
_BAR_SHARE = 0.72
_LETTER = 8
"""About how wide a letter is, in pixels."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """A linear scale from values to pixels, with its ticks as (value, text)."""

    label: str
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tick:
    """A tick at a pixel."""

    at: float
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """A bar of a series, with a whisker from `low` to `high` where there is an interval."""

    series: int
    x: float
    y: float
    width: float
    height: float
    low: float
    high: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point of a series, of a radius in pixels."""

    series: int
    x: float
    y: float
    radius: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """A line of a series: `points` as SVG writes them."""

    series: int
    points: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """What the template draws; `series` are the names of the colours used."""

    title: str
    note: str
    series: tuple[str, ...]
    x_label: str
    y_label: str
    x_ticks: tuple[Tick, ...]
    y_ticks: tuple[Tick, ...]
    slanted: bool = False
    diagonal: bool = False
    bars: tuple[Bar, ...] = ()
    curves: tuple[Curve, ...] = ()
    dots: tuple[Dot, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """A value of a series on both axes; `weight` in [0, 1] says how large its dot is."""

    x: float
    y: float
    title: str
    weight: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A value of a group of a series, with its interval."""

    value: float
    low: float
    high: float
    title: str


def line_chart(
    *,
    title: str,
    note: str,
    x: Axis,
    y: Axis,
    lines: Sequence[tuple[str, Sequence[Point]]],
    marked: Sequence[tuple[int, Point]] = (),
    dotted: bool = True,
    diagonal: bool = False,
) -> Chart:
    """Return lines over two linear axes, one per series; `marked` points are drawn larger."""
    return Chart(
        title=title,
        note=note,
        series=tuple(name for name, _ in lines),
        x_label=x.label,
        y_label=y.label,
        x_ticks=tuple(Tick(at=_x(value, x), text=text) for value, text in x.ticks),
        y_ticks=_y_ticks(y),
        diagonal=diagonal,
        curves=tuple(
            Curve(series=i, points=" ".join(f"{_x(p.x, x):.1f},{_y(p.y, y):.1f}" for p in points))
            for i, (_, points) in enumerate(lines)
        ),
        dots=(
            *(
                _dot(i, point, x, y, 3 + 7 * point.weight)
                for i, (_, points) in enumerate(lines)
                for point in points
                if dotted
            ),
            *(_dot(i, point, x, y, 7) for i, point in marked),
        ),
    )


def bar_chart(
    *,
    title: str,
    note: str,
    groups: Sequence[str],
    x_label: str,
    y: Axis,
    series: Sequence[tuple[str, Sequence[Column | None]]],
) -> Chart:
    """Return bars side by side, one per series in each group; None leaves its place empty."""
    room = (RIGHT - LEFT) / max(1, len(groups))
    width = room * _BAR_SHARE / max(1, len(series))
    bars = tuple(
        _bar(i, column, LEFT + room * group + room * (1 - _BAR_SHARE) / 2 + width * i, width, y)
        for i, (_, columns) in enumerate(series)
        for group, column in enumerate(columns)
        if column is not None
    )
    return Chart(
        title=title,
        note=note,
        series=tuple(name for name, _ in series),
        x_label=x_label,
        y_label=y.label,
        x_ticks=tuple(
            Tick(at=LEFT + room * (number + 0.5), text=name) for number, name in enumerate(groups)
        ),
        y_ticks=_y_ticks(y),
        slanted=max(map(len, groups), default=0) * _LETTER > room,
        bars=bars,
    )


def _bar(series: int, column: Column, x: float, width: float, y: Axis) -> Bar:
    top = _y(column.value, y)
    return Bar(
        series=series,
        x=round(x, 1),
        y=round(top, 1),
        width=round(width - 1, 1),
        height=round(BOTTOM - top, 1),
        low=round(_y(column.low, y), 1),
        high=round(_y(column.high, y), 1),
        title=column.title,
    )


def _dot(series: int, point: Point, x: Axis, y: Axis, radius: float) -> Dot:
    return Dot(
        series=series,
        x=round(_x(point.x, x), 1),
        y=round(_y(point.y, y), 1),
        radius=round(radius, 1),
        title=point.title,
    )


def _y_ticks(y: Axis) -> tuple[Tick, ...]:
    return tuple(Tick(at=round(_y(value, y), 1), text=text) for value, text in y.ticks)


def _x(value: float, axis: Axis) -> float:
    return LEFT + (value - axis.low) / (axis.high - axis.low) * (RIGHT - LEFT)


def _y(value: float, axis: Axis) -> float:
    return BOTTOM - (value - axis.low) / (axis.high - axis.low) * (BOTTOM - TOP)

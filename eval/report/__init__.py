"""The HTML report: one file that needs nothing else, in four languages, light and dark."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from assistant import LANGUAGES
from eval.compare import Change, by_measure, changes
from eval.measures import MEASURES, Unit
from eval.record import Returned
from eval.report import plots
from eval.report.chart import Chart
from eval.report.words import Words, words
from eval.report.worst import Group, worst
from eval.result import Result
from eval.tally import By, Value

_FOLDER = Path(__file__).parent
_BROKEN_DOWN = ("hit@5", "answer correct", "unanswerable refused")
_THEMED = ("answer correct",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A measure in the table: its values by set, None where it was not measured."""

    name: str
    meaning: str
    values: tuple[Value | None, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """All that one language of the report shows."""

    words: Words
    date: str
    rows: tuple[Row, ...]
    moved: tuple[Change, ...] | None
    breakdowns: tuple[tuple[str, tuple[Chart, ...]], ...]
    charts: tuple[Chart, ...]
    worst: tuple[Group, ...]


def write_report(result: Result, previous: Result | None, path: Path) -> None:
    """Write the report of a result, compared with a previous one where there is one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(html(result, previous), "utf-8")


def html(result: Result, previous: Result | None) -> str:
    """Return the report as one HTML document."""
    templates = Environment(
        loader=FileSystemLoader(_FOLDER / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    moved = tuple(c for c in changes(previous, result) if c.mean) if previous else None
    return templates.get_template("report.html.j2").render(
        result=result,
        pages=[_page(result, moved, words(language)) for language in LANGUAGES],
        change_of=by_measure(moved or ()),
        style=(_FOLDER / "templates" / "report.css").read_text("utf-8"),
        script=(_FOLDER / "templates" / "report.js").read_text("utf-8"),
        shown=_shown,
        bare=_bare,
        points=_points,
        link=lambda returned: _link(result.about.reader, returned),
    )


def _page(result: Result, moved: tuple[Change, ...] | None, said: Words) -> Page:
    return Page(
        words=said,
        date=datetime.fromisoformat(result.about.date).strftime("%Y-%m-%d %H:%M UTC"),
        rows=tuple(_rows(result, said)),
        moved=moved,
        breakdowns=tuple(_breakdowns(result, said)),
        charts=tuple(chart for chart in _charts(result, said) if chart is not None),
        worst=worst(result, said),
    )


def _rows(result: Result, said: Words) -> Iterator[Row]:
    for name in said.measures:
        values = tuple(result.value(set_, name) for set_ in result.sets)
        if any(values):
            measure = said.measures[name]
            yield Row(name=measure.name, meaning=measure.meaning, values=values)


def _breakdowns(result: Result, said: Words) -> Iterator[tuple[str, tuple[Chart, ...]]]:
    for title, by, measures in (
        (said.by_language, By.LANGUAGE, _BROKEN_DOWN),
        (said.by_type, By.TYPE, _BROKEN_DOWN),
        (said.by_theme, By.THEME, _THEMED),
    ):
        charts = (plots.breakdown(result, measure, by, said) for measure in measures)
        found = tuple(chart for chart in charts if chart is not None)
        if found:
            yield title, found


def _charts(result: Result, said: Words) -> Iterator[Chart | None]:
    yield plots.hits(result, said)
    yield plots.recall(result, said)
    yield plots.refusals(result, said)
    yield plots.calibration(result, said)
    yield plots.latency(result, said)


def _shown(value: float, measure: str, said: Words) -> str:
    """Return a value with its unit."""
    units = {
        Unit.SHARE: said.percent,
        Unit.WORDS: f" {said.words}",
        Unit.MILLISECONDS: f" {said.milliseconds}",
    }
    return _bare(value, measure, said) + units[MEASURES[measure].unit]


def _bare(value: float, measure: str, said: Words) -> str:
    """Return a value without its unit."""
    if MEASURES[measure].unit is Unit.SHARE:
        return said.number(100 * value)
    return said.number(value, 0)


def _points(change: float, said: Words) -> str:
    sign = "+" if change > 0 else "−"
    return sign + said.number(abs(100 * change))


def _link(reader: str, returned: Returned) -> str:
    return (
        f"{reader.rstrip('/')}/plan/{quote(returned.document, safe='')}#{quote(returned.address)}"
    )

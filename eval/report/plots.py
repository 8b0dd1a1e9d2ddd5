"""The plots of the report: a result to charts."""

from collections.abc import Sequence
from statistics import fmean

from eval.measures import HIT_DEPTHS, WORD_BUDGETS, hit_at, recall_within
from eval.outcome import Kind
from eval.record import Record
from eval.report.chart import Axis, Chart, Column, Point, bar_chart, line_chart
from eval.report.words import Words
from eval.result import Result
from eval.tally import By, Value

_BINS = 10
_LATENCY_BINS = 16
_REFUSED = "not_in_corpus"
_STEPS = 50
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


def breakdown(result: Result, measure: str, by: By, words: Words) -> Chart | None:
    """Return a measure by group, one bar per set; None where there are no groups."""
    values = [v for v in result.values if v.measure == measure and v.by is by]
    groups = sorted({v.group for v in values})
    if not groups:
        return None
    by_place = {(v.set, v.group): v for v in values}
    said = words.measures[measure]
    return bar_chart(
        title=said.name,
        note=said.meaning,
        groups=[words.kind(group) if by is By.TYPE else group for group in groups],
        x_label="",
        y=_shares("", words),
        series=[
            (set_, [_column(by_place.get((set_, group)), words) for group in groups])
            for set_ in result.sets
            if any(v.set == set_ for v in values)
        ],
    )


def hits(result: Result, words: Words) -> Chart:
    """Return hit@k over k."""
    said = words.plots["hits"]
    return line_chart(
        title=said.title,
        note=said.note,
        x=Axis(label=said.x, low=1, high=10, ticks=tuple((k, str(k)) for k in HIT_DEPTHS)),
        y=_shares(said.y, words),
        lines=[
            (set_, _points(result, set_, {k: hit_at(k) for k in HIT_DEPTHS}, words))
            for set_ in result.sets
        ],
    )


def recall(result: Result, words: Words) -> Chart:
    """Return the recall over words read."""
    said = words.plots["recall"]
    ticks = tuple((float(w), str(w)) for w in (0, 200, 400, 600, 800, 1000))
    return line_chart(
        title=said.title,
        note=said.note,
        x=Axis(label=said.x, low=0, high=WORD_BUDGETS[-1], ticks=ticks),
        y=_shares(said.y, words),
        lines=[
            (set_, _points(result, set_, {w: recall_within(w) for w in WORD_BUDGETS}, words))
            for set_ in result.sets
        ],
    )


def refusals(result: Result, words: Words) -> Chart | None:
    """Return what refusing wins against what it loses over the threshold; None without a judge."""
    chosen = result.about.threshold
    if chosen is None:
        return None
    said = words.plots["refusals"]
    x = Axis(label=said.x, low=0, high=1, ticks=_ticks(words))
    lines: list[tuple[str, Sequence[Point]]] = []
    marked: list[tuple[int, Point]] = []
    for set_ in result.sets:
        asked = [r for r in result.records if r.set == set_]
        if {Kind.ANSWERABLE, Kind.UNANSWERABLE} <= {r.kind for r in asked}:
            marked.append((len(lines), _trade_off(asked, chosen, chosen, words)))
            steps = (step / _STEPS for step in range(_STEPS + 1))
            lines.append((set_, [_trade_off(asked, step, chosen, words) for step in steps]))
    y = _shares(said.y, words)
    return line_chart(
        title=said.title, note=said.note, x=x, y=y, lines=lines, marked=marked, dotted=False
    )


def is_refused(record: Record, threshold: float, chosen: float) -> bool:
    """Return whether a question would be refused at another threshold than the chosen one.

    Where the judge of answerability had no say, or an answer was refused for another reason than
    its likelihood, nothing changes.
    """
    refused = record.status == _REFUSED
    if record.answerable is None or (refused and record.answerable >= chosen):
        return refused
    return record.answerable < threshold


def calibration(result: Result, words: Words) -> Chart | None:
    """Return how often questions were answerable over how likely that was held; None unjudged."""
    judged = [r for r in result.records if r.answerable is not None and r.kind in _JUDGED_KINDS]
    if not judged:
        return None
    said = words.plots["calibration"]
    return line_chart(
        title=said.title,
        note=said.note,
        x=Axis(label=said.x, low=0, high=1, ticks=_ticks(words)),
        y=_shares(said.y, words),
        diagonal=True,
        lines=[
            (set_, _calibrated([r for r in judged if r.set == set_], words)) for set_ in result.sets
        ],
    )


_JUDGED_KINDS = (Kind.ANSWERABLE, Kind.UNANSWERABLE)


def latency(result: Result, words: Words) -> Chart | None:
    """Return how long answers took, of all sets together; None where nothing was timed."""
    times = sorted(r.latency_ms for r in result.records if r.latency_ms is not None)
    if not times:
        return None
    said = words.plots["latency"]
    # The slowest few would squeeze all others into one bar: they are in the last one.
    longest = times[min(len(times) - 1, int(0.98 * len(times)))]
    width = max(1.0, longest / _LATENCY_BINS)
    counts = [0] * _LATENCY_BINS
    for time in times:
        counts[min(_LATENCY_BINS - 1, int(time / width))] += 1
    top = max(counts)
    names = [f"{width * number:.0f}" for number in range(_LATENCY_BINS)]
    y_ticks = tuple((float(v), str(v)) for v in sorted({0, round(top / 2), top}))
    return bar_chart(
        title=said.title,
        note=said.note,
        groups=names,
        x_label=said.x,
        y=Axis(label=said.y, low=0, high=top, ticks=y_ticks),
        series=[
            (
                "",
                [
                    Column(value=n, low=n, high=n, title=f"≥ {name} {words.milliseconds}: {n}")
                    for name, n in zip(names, counts, strict=True)
                ],
            )
        ],
    )


def _points(result: Result, set_: str, names: dict[int, str], words: Words) -> list[Point]:
    found = ((x, result.value(set_, name)) for x, name in names.items())
    return [
        Point(x=x, y=value.value, title=f"{set_} {x}: {words.share(value.value)}")
        for x, value in found
        if value is not None
    ]


def _trade_off(asked: Sequence[Record], threshold: float, chosen: float, words: Words) -> Point:
    lost, won = (
        fmean(is_refused(r, threshold, chosen) for r in asked if r.kind is kind)
        for kind in _JUDGED_KINDS
    )
    where = f"{words.threshold} {words.number(threshold, 2)}"
    return Point(x=lost, y=won, title=f"{where}: {words.share(lost)} / {words.share(won)}")


def _calibrated(judged: Sequence[Record], words: Words) -> list[Point]:
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for record in judged:
        likely = record.answerable or 0.0
        is_answerable = record.kind is Kind.ANSWERABLE
        bins[min(_BINS - 1, int(likely * _BINS))].append((likely, is_answerable))
    largest = max(map(len, bins))
    return [
        Point(
            x=fmean(likely for likely, _ in one),
            y=(share := fmean(answerable for _, answerable in one)),
            title=f"{words.share(share)} (n = {len(one)})",
            weight=len(one) / largest,
        )
        for one in bins
        if one
    ]


def _column(value: Value | None, words: Words) -> Column | None:
    if value is None:
        return None
    spread = f"{words.share(value.low, 0)}–{words.share(value.high, 0)}"
    title = f"{value.set} {value.group}: {words.share(value.value)} ({spread}, n = {value.n})"
    return Column(value=value.value, low=value.low, high=value.high, title=title)


def _shares(label: str, words: Words) -> Axis:
    return Axis(label=label, low=0, high=1, ticks=_ticks(words))


def _ticks(words: Words) -> tuple[tuple[float, str], ...]:
    return tuple((value, words.share(value, 0)) for value in _QUARTERS)

"""The gate: what keeps a change that makes the answers worse from landing."""

from collections.abc import Iterator

from eval.baseline import Baseline, questions_of
from eval.measures import MEASURES, Better, shown
from eval.result import Result
from eval.tally import By, Value

_NEVER_LESS = {
    "quote validity": "a quote is not verbatim at its offsets in the source",
    "hostile held off": "a hostile input got through",
}
_FEW = {By.ALL: 1, By.LANGUAGE: 2}
"""Questions that may go wrong: an interval around "all right" has no width."""
_ENOUGH = 10
"""Questions from which a few that go wrong are a small part."""


def faults(result: Result, baseline: Baseline) -> tuple[str, ...]:
    """Return what keeps the gate shut, one readable sentence each; empty when nothing does."""
    return (
        *_other_subject(result, baseline),
        *_never_less(result),
        *(
            fault
            for before in baseline.values
            for fault in _fall(before, result.value(*_place(before)))
        ),
    )


def _other_subject(result: Result, baseline: Baseline) -> Iterator[str]:
    """Yield why the figures cannot be held against the baseline at all."""
    if result.about.model and result.about.model != baseline.model:
        yield f"model: the baseline is of {baseline.model}, this run of {result.about.model}"
    asked = questions_of(result)
    for name, count in baseline.questions.items():
        if asked.get(name, 0) < count:
            yield f"{name}: {asked.get(name, 0)} questions were asked, {count} in the baseline"


def _never_less(result: Result) -> Iterator[str]:
    for record in result.records:
        for measure, wrong in _NEVER_LESS.items():
            if any(score < 1 for score in record.scores.get(measure, ())):
                yield f"{record.set} {record.id}: {wrong}"


def _fall(before: Value, after: Value | None) -> Iterator[str]:
    where = f"{before.set}, {before.measure}" + (f", {before.group}" if before.group else "")
    if after is None:
        yield f"{where}: was {shown(before.measure, before.value)}, is not measured any more"
        return
    lower_is_better = MEASURES[before.measure].better is Better.LOWER
    worse = after.value - before.value if lower_is_better else before.value - after.value
    interval = before.high - before.value if lower_is_better else before.value - before.low
    few = _FEW[before.by] / before.n if before.n >= _ENOUGH else 0.0
    allowed = max(interval, few)
    if worse > allowed + 1e-9:
        yield (
            f"{where}: {shown(before.measure, before.value)} → {shown(after.measure, after.value)},"
            f" {100 * worse:.1f} points worse; its interval allows {100 * allowed:.1f}"
        )


def _place(value: Value) -> tuple[str, str, By, str]:
    return value.set, value.measure, value.by, value.group

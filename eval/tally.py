"""Records to values: each measure with its interval, whole and broken down."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from eval.bootstrap import interval
from eval.measures import MEASURES
from eval.record import Record


class By(StrEnum):
    """What a measure is broken down by; `ALL` is all questions of a set together."""

    ALL = "all"
    LANGUAGE = "language"
    TYPE = "type"
    THEME = "theme"
    GENERATOR = "generator"


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A measure over `n` values of one group of one set, with its 95 % interval."""

    set: str
    measure: str
    by: By
    group: str
    n: int
    value: float
    low: float
    high: float


def tally(records: Sequence[Record]) -> tuple[Value, ...]:
    """Return every measure of every set and group, in the order of the measures.

    Points of curves and latencies are not broken down.
    """
    groups: defaultdict[tuple[str, str, By, str], list[float]] = defaultdict(list)
    for record in records:
        for measure, scores in record.scores.items():
            for by, group in _groups(record, measure):
                groups[record.set, measure, by, group].extend(scores)
    order = list(MEASURES)
    return tuple(
        _value(set_, measure, by, group, values)
        for (set_, measure, by, group), values in sorted(
            groups.items(), key=lambda entry: (order.index(entry[0][1]), *entry[0])
        )
    )


def _groups(record: Record, measure: str) -> Iterator[tuple[By, str]]:
    yield By.ALL, ""
    if not MEASURES[measure].gated:
        return
    for by, group in (
        (By.LANGUAGE, record.language),
        (By.TYPE, record.type),
        (By.THEME, record.theme),
        (By.GENERATOR, record.generator),
    ):
        if group:
            yield by, group


def _value(set_: str, measure: str, by: By, group: str, values: Sequence[float]) -> Value:
    statistic = MEASURES[measure].statistic
    around = interval(values, statistic=statistic)
    return Value(
        set=set_,
        measure=measure,
        by=by,
        group=group,
        n=len(values),
        value=float(statistic(np.asarray([values], dtype=np.float64))[0]),
        low=around.low,
        high=around.high,
    )

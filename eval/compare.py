"""What changed between two runs over the same questions, and whether it may be chance."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from eval.bootstrap import difference
from eval.measures import MEASURES, Better
from eval.record import Record
from eval.result import Result

_CHANCE = 0.05

_Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """How a measure changed over the `n` questions that both runs asked.

    `mean` is after minus before with its 95 % interval, `p` how likely chance alone is to change
    as much. One in twenty measures that did not change still looks as if it did.
    """

    set: str
    measure: str
    n: int
    before: float
    after: float
    mean: float
    low: float
    high: float
    p: float

    @property
    def significant(self) -> bool:
        """Whether chance alone would rarely change as much."""
        return self.mean != 0 and self.p < _CHANCE

    @property
    def better(self) -> bool:
        """Whether it changed for the better."""
        wanted = 1 if MEASURES[self.measure].better is Better.HIGHER else -1
        return self.mean * wanted > 0


def changes(before: Result, after: Result) -> tuple[Change, ...]:
    """Return what changed, set by set in the order of the measures.

    Questions are paired by set and id; those that only one run asked are left out. A question
    with several values of a measure counts with their mean.
    """
    earlier = {_key(record): record for record in before.records}
    pairs = [(earlier[_key(record)], record) for record in after.records if _key(record) in earlier]
    found = (
        _change(set_, measure, [pair for pair in pairs if pair[1].set == set_])
        for set_ in after.sets
        for measure in MEASURES
        if MEASURES[measure].gated
    )
    return tuple(change for change in found if change is not None)


def _key(record: Record) -> _Key:
    return record.set, record.kind, record.id


def _change(set_: str, measure: str, pairs: Sequence[tuple[Record, Record]]) -> Change | None:
    both = [
        (fmean(old.scores[measure]), fmean(new.scores[measure]))
        for old, new in pairs
        if measure in old.scores and measure in new.scores
    ]
    if not both:
        return None
    old, new = [b for b, _ in both], [a for _, a in both]
    found = difference(old, new)
    return Change(
        set=set_,
        measure=measure,
        n=len(both),
        before=fmean(old),
        after=fmean(new),
        mean=found.mean,
        low=found.low,
        high=found.high,
        p=found.p,
    )


def by_measure(found: Sequence[Change]) -> Mapping[tuple[str, str], Change]:
    """Return changes by set and measure."""
    return {(change.set, change.measure): change for change in found}

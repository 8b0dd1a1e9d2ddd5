"""Every measure by name: how its values are summed up, and which way is better."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from eval.bootstrap import Statistic, Values, mean


class Better(StrEnum):
    """Which way a measure gets better."""

    HIGHER = "higher"
    LOWER = "lower"
    NEITHER = "neither"


class Unit(StrEnum):
    """What a measure counts."""

    SHARE = "share"
    WORDS = "words"
    MILLISECONDS = "milliseconds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """A measure; `curve` ones are points of a plot, neither in the table nor in the gate."""

    name: str
    better: Better = Better.HIGHER
    unit: Unit = Unit.SHARE
    statistic: Statistic = mean
    curve: bool = False

    @property
    def gated(self) -> bool:
        """Whether a change must not make it worse."""
        return self.better is not Better.NEITHER and not self.curve


def median(resamples: Values) -> Values:
    """Return the median of each resample."""
    return np.asarray(np.median(resamples, axis=1))


HIT_DEPTHS = tuple(range(1, 11))
WORD_BUDGETS = (50, 100, 150, 200, 300, 400, 500, 600, 800, 1000)
_SHOWN_DEPTHS = (1, 5)
_SHOWN_BUDGET = 600


def hit_at(k: int) -> str:
    """Return the name of hit@k."""
    return f"hit@{k}"


def recall_within(words: int) -> str:
    """Return the name of recall within so many words."""
    return f"recall within {words} words"


def _measures() -> tuple[Measure, ...]:
    lower, neither = Better.LOWER, Better.NEITHER
    return (
        *(Measure(name=hit_at(k), curve=k not in _SHOWN_DEPTHS) for k in HIT_DEPTHS),
        Measure(name="hit@1 any evidence"),
        Measure(name="MRR@10"),
        Measure(name="nDCG@10"),
        *(Measure(name=recall_within(w), curve=w != _SHOWN_BUDGET) for w in WORD_BUDGETS),
        Measure(name="look-ups at rank 1"),
        Measure(name="answer correct"),
        Measure(name="answerable refused", better=lower),
        Measure(name="unanswerable refused"),
        Measure(name="follow-up accuracy"),
        Measure(name="citation precision"),
        Measure(name="citation recall"),
        Measure(name="faithfulness"),
        Measure(name="faithfulness by LLM", better=neither),
        Measure(name="quote validity"),
        Measure(name="hostile held off"),
        Measure(name="median answer", better=neither, unit=Unit.WORDS, statistic=median),
        Measure(name="median latency", better=neither, unit=Unit.MILLISECONDS, statistic=median),
    )


MEASURES = {measure.name: measure for measure in _measures()}
"""In the order in which they are shown."""


def shown(name: str, value: float) -> str:
    """Return a measure's value for a reader, in plain ASCII digits."""
    unit = MEASURES[name].unit if name in MEASURES else Unit.SHARE
    if unit is Unit.WORDS:
        return f"{value:.0f}"
    if unit is Unit.MILLISECONDS:
        return f"{value:.0f} ms"
    return f"{value:.1%}"

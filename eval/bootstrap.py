"""How certain a mean over questions is, by resampling the questions.

The percentile bootstrap (Efron & Tibshirani, "An Introduction to the Bootstrap", 1993), and its
paired form for two runs over the same questions (Sakai, "Evaluating evaluation metrics based on the
bootstrap", SIGIR 2006).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

_RESAMPLES = 10_000
_LEVEL = 95.0

Values = npt.NDArray[np.float64]
Statistic = Callable[[Values], Values]
"""Takes resamples of shape (resamples, questions) to one value each, shape (resamples,)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Interval:
    """Where a statistic lies with 95 % confidence; both nan when there were no values."""

    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How much a measure changed between two runs over the same questions.

    `mean` is after minus before, `low` and `high` its 95 % interval, `p` the two-sided chance of a
    change at least as large if nothing had changed.
    """

    mean: float
    low: float
    high: float
    p: float


def mean(resamples: Values) -> Values:
    """Return the mean of each resample."""
    return np.asarray(resamples.mean(axis=1))


def interval(values: Sequence[float], *, statistic: Statistic = mean, seed: int = 0) -> Interval:
    """Return the 95 % interval of a statistic over questions.

    Args:
        values: One value per question.
        statistic: What is computed of each resample.
        seed: The same seed gives the same interval.
    """
    if not values:
        return Interval(low=float("nan"), high=float("nan"))
    low, high = _ends(statistic(_resamples(np.asarray(values, dtype=np.float64), seed)))
    return Interval(low=low, high=high)


def difference(before: Sequence[float], after: Sequence[float], *, seed: int = 0) -> Difference:
    """Return how much the mean changed, question by question.

    Raises:
        ValueError: The two have not the same number of questions, or none.
    """
    if len(before) != len(after) or not before:
        raise ValueError(f"paired values are needed, not {len(before)} and {len(after)}")
    changes = np.asarray(after, dtype=np.float64) - np.asarray(before, dtype=np.float64)
    change = float(changes.mean())
    means = mean(_resamples(changes, seed))
    low, high = _ends(means)
    # Under the null hypothesis the changes are centred on 0. A share of no resample at all is not
    # a chance of 0, hence the +1 (Davison & Hinkley, 1997, section 4.2).
    as_large = int(np.count_nonzero(np.abs(means - change) >= abs(change) - 1e-12))
    return Difference(mean=change, low=low, high=high, p=(as_large + 1) / (_RESAMPLES + 1))


def _resamples(values: Values, seed: int) -> Values:
    chosen = np.random.default_rng(seed).integers(len(values), size=(_RESAMPLES, len(values)))
    return values[chosen]


def _ends(values: Values) -> tuple[float, float]:
    tail = (100 - _LEVEL) / 2
    low, high = np.percentile(values, [tail, 100 - tail])
    return float(low), float(high)

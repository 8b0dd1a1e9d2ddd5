import math

import numpy as np
import pytest

from eval.bootstrap import Values, difference, interval


def test_interval_is_that_of_the_binomial_when_half_are_right() -> None:
    found = interval([0.0, 1.0] * 50)

    # 1.96 · sqrt(0.5 · 0.5 / 100) = 0.098 either side of 0.5.
    assert found.low == pytest.approx(0.402, abs=0.015)
    assert found.high == pytest.approx(0.598, abs=0.015)


def test_interval_is_a_point_when_all_values_are_equal() -> None:
    found = interval([0.7] * 10)

    assert (found.low, found.high) == pytest.approx((0.7, 0.7))


def test_interval_is_the_same_when_the_seed_is() -> None:
    values = [0.1, 0.5, 0.9, 0.4]

    assert interval(values, seed=3) == interval(values, seed=3)


def test_interval_is_of_the_statistic_that_is_asked_for() -> None:
    def greatest(resamples: Values) -> Values:
        return np.asarray(resamples.max(axis=1))

    assert interval([1.0, 2.0, 3.0], statistic=greatest).high == 3.0


def test_interval_is_nan_when_there_are_no_values() -> None:
    assert math.isnan(interval([]).low)


def test_change_is_significant_when_most_questions_got_better() -> None:
    found = difference([0.0] * 40, [1.0] * 30 + [0.0] * 10)

    assert found.mean == 0.75
    assert 0.5 < found.low < 0.75 < found.high < 1.0
    assert found.p < 0.01


def test_change_is_not_significant_when_as_many_got_worse() -> None:
    found = difference([0.0, 1.0] * 20, [1.0, 0.0] * 20)

    assert found.mean == 0.0
    assert found.p == 1.0


def test_pairing_counts_when_questions_differ_more_than_runs() -> None:
    before = [i / 40 for i in range(40)]

    found = difference(before, [value + 0.01 for value in before])

    assert found.low == pytest.approx(0.01)
    assert found.p < 0.01


@pytest.mark.parametrize(("before", "after"), [([0.0], [0.0, 1.0]), ([], [])])
def test_difference_is_refused_when_values_are_not_paired(
    before: list[float], after: list[float]
) -> None:
    with pytest.raises(ValueError, match="paired"):
        difference(before, after)

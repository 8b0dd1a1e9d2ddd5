import pytest

from eval.metrics.reciprocal_rank import reciprocal_rank


@pytest.mark.parametrize(("rank", "expected"), [(1, 1.0), (2, 0.5), (4, 0.25), (10, 0.1)])
def test_score_is_1_over_rank_when_evidence_is_found(rank: int, expected: float) -> None:
    passages = ["niets"] * (rank - 1) + ["drie centra"] + ["niets"] * 3

    assert reciprocal_rank(passages, ["Drie centra"]) == expected


def test_first_rank_counts_when_several_passages_hold_evidence() -> None:
    passages = ["niets", "veel geld", "drie centra"]

    assert reciprocal_rank(passages, ["drie centra", "veel geld"]) == 0.5


def test_score_is_0_when_evidence_is_below_the_depth() -> None:
    assert reciprocal_rank(["niets"] * 10 + ["drie centra"], ["drie centra"]) == 0.0
    assert reciprocal_rank(["niets", "drie centra"], ["drie centra"], depth=1) == 0.0


def test_score_is_0_when_there_is_no_evidence() -> None:
    assert reciprocal_rank(["drie centra"], []) == 0.0

from math import log2

import pytest

from eval.metrics.ndcg import ndcg_at_k

PASSAGES = ["Niets hiervan.", "Er komen **drie** centra.", "Die kosten veel geld."]


def test_score_is_the_discount_of_the_rank_when_there_is_one_evidence() -> None:
    # Gain 1 at rank 2 over the ideal, gain 1 at rank 1.
    assert ndcg_at_k(PASSAGES, ["drie centra"]) == pytest.approx(1 / log2(3))


def test_gains_add_up_when_evidence_is_in_two_passages() -> None:
    ideal = 1 + 1 / log2(3)

    value = ndcg_at_k(PASSAGES, ["drie centra", "kosten veel"])

    assert value == pytest.approx((1 / log2(3) + 1 / log2(4)) / ideal)


def test_missed_evidence_counts_in_the_ideal() -> None:
    ideal = 1 + 1 / log2(3)

    value = ndcg_at_k(["Er komen drie centra."], ["drie centra", "staat nergens"])

    assert value == pytest.approx(1 / ideal)


def test_evidence_gains_once_when_two_passages_hold_it() -> None:
    assert ndcg_at_k(["drie centra", "drie centra"], ["drie centra"]) == pytest.approx(1.0)


def test_passages_below_the_depth_do_not_count() -> None:
    assert ndcg_at_k(PASSAGES, ["drie centra"], depth=1) == 0.0


@pytest.mark.parametrize(("found", "evidence"), [([], ["drie"]), (["drie"], []), ([], [])])
def test_score_is_0_when_nothing_is_found_or_wanted(found: list[str], evidence: list[str]) -> None:
    assert ndcg_at_k(found, evidence) == 0.0

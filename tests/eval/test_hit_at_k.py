import pytest

from eval.metrics.hit_at_k import hit_at_k

PASSAGES = ["Niets hiervan.", "Er komen **drie** centra.", "Die kosten\nveel geld."]


@pytest.mark.parametrize(("k", "expected"), [(1, 0.0), (2, 1.0), (3, 1.0)])
def test_one_evidence_is_enough_when_not_all_are_needed(k: int, expected: float) -> None:
    evidence = ["er komen drie centra", "staat nergens"]

    assert hit_at_k(PASSAGES, evidence, all_needed=False, k=k) == expected


@pytest.mark.parametrize(("k", "expected"), [(1, 0.0), (2, 0.0), (3, 1.0)])
def test_every_evidence_is_found_when_all_are_needed(k: int, expected: float) -> None:
    evidence = ["drie centra", "kosten veel geld"]

    assert hit_at_k(PASSAGES, evidence, all_needed=True, k=k) == expected


def test_score_is_0_when_evidence_is_split_over_two_passages() -> None:
    assert hit_at_k(["drie", "centra"], ["drie centra"], all_needed=False, k=2) == 0.0


@pytest.mark.parametrize("all_needed", [True, False])
def test_score_is_0_when_there_is_no_evidence(all_needed: bool) -> None:
    assert hit_at_k(PASSAGES, [], all_needed=all_needed, k=3) == 0.0


def test_score_is_0_when_nothing_was_returned() -> None:
    assert hit_at_k([], ["drie centra"], all_needed=False, k=5) == 0.0

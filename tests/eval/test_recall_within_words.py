import pytest

from eval.metrics.recall_within_words import recall_within_words

# Five, five (the list marker is one) and four words.
PASSAGES = ["een twee drie vier vijf", "zes zeven\n- acht negen", "tien elf twaalf dertien"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [(0, 0.0), (3, 0.0), (4, 0.5), (5, 0.5), (9, 0.5), (10, 0.5), (11, 0.5), (12, 1.0), (600, 1.0)],
)
def test_share_is_found_when_all_evidence_is_needed(words: int, expected: float) -> None:
    # "drie vier" ends with word 4, "tien elf" with word 5 + 5 + 2 (a list marker is a word).
    evidence = ["drie vier", "tien elf"]

    share = recall_within_words(PASSAGES, evidence, all_needed=True, words=words)

    assert share == expected


def test_score_is_1_when_any_one_evidence_suffices() -> None:
    evidence = ["drie vier", "staat nergens"]

    assert recall_within_words(PASSAGES, evidence, all_needed=False, words=5) == 1.0


def test_list_markers_are_dropped_when_passage_is_cut() -> None:
    evidence = ["zeven acht"]

    assert recall_within_words(PASSAGES, evidence, all_needed=False, words=9) == 1.0
    assert recall_within_words(PASSAGES, evidence, all_needed=False, words=8) == 0.0


def test_long_passage_wins_nothing_when_evidence_is_past_600_words() -> None:
    passage = "woord " * 600 + "drie centra"

    assert recall_within_words([passage], ["drie centra"], all_needed=False) == 0.0


@pytest.mark.parametrize("all_needed", [True, False])
def test_score_is_0_when_there_is_no_evidence(all_needed: bool) -> None:
    assert recall_within_words(PASSAGES, [], all_needed=all_needed) == 0.0

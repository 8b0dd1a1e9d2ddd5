import pytest

from eval.metrics.answer_correct import answer_correct

GROUPS = [["drie", "three"], ["2026"]]


@pytest.mark.parametrize(
    ("answer", "quotes", "expected"),
    [
        ("Er komen **Drie** centra in 2026 [1].", [], 1.0),
        ("There will be three [1].", ["verwacht in 2026"], 1.0),
        ("Zie [1].", ["drie centra", "in 2026"], 1.0),
        ("Er komen drie centra [1].", [], 0.0),
        ("", [], 0.0),
    ],
)
def test_every_group_is_needed_when_answered(
    answer: str, quotes: list[str], expected: float
) -> None:
    assert answer_correct("answered", answer, quotes, GROUPS) == expected


def test_score_is_0_when_refused() -> None:
    assert answer_correct("not_in_corpus", "drie in 2026", [], GROUPS) == 0.0


def test_citation_marker_is_not_a_number() -> None:
    assert answer_correct("answered", "Er komen er een paar [3].", [], [["3"]]) == 0.0


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("271 medewerkers", 1.0),
        ("het zijn er 271.", 1.0),
        ("1271 medewerkers", 0.0),
        ("2.271 medewerkers", 0.0),
        ("271,5 medewerkers", 0.0),
        ("2710 medewerkers", 0.0),
    ],
)
def test_number_counts_only_when_whole(answer: str, expected: float) -> None:
    assert answer_correct("answered", answer, [], [["271"]]) == expected


def test_quotes_and_dashes_are_folded_when_compared() -> None:
    assert answer_correct("answered", "de ‘money–mules’", [], [["'money-mules'"]]) == 1.0

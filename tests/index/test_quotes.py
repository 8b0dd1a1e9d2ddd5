import pytest

from index.quotes import containment, fold, is_quotable

TEXT = fold("De **Geïntegreerde** Politie bestrijdt “witwassen”² op\ngrote schaal – elke dag.")


@pytest.mark.parametrize(
    ("query", "low", "high"),
    [
        ('bestrijdt "witwassen" op grote schaal', 1.0, 1.0),
        ("de geintegreerde politie bestrijd witwassen op grote schaal", 0.01, 0.9),
        ("de lokale besturen werken samen met scholen", 0.0, 0.0),
    ],
)
def test_wording_is_recognised(query: str, low: float, high: float) -> None:
    assert low <= containment(fold(query), TEXT) <= high


@pytest.mark.parametrize(
    ("query", "expected"),
    [("witwassen", False), ("op grote schaal", False), ("bestrijdt witwassen op schaal", True)],
)
def test_few_words_are_no_quotation(query: str, expected: bool) -> None:
    assert is_quotable(fold(query)) is expected

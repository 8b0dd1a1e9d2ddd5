import pytest

from eval.metrics.quote_validity import PlacedQuote, quote_validity

SOURCE = "Er komen **drie** centra,\n\nverspreid over het land."


@pytest.mark.parametrize(
    ("quote", "start", "end", "expected"),
    [
        ("Er komen drie centra", 0, 24, 1.0),
        ("Er komen **drie** centra", 0, 24, 1.0),
        ("centra, verspreid", 18, 36, 1.0),
        ("er komen drie centra", 0, 24, 0.0),
        ("Er komen vier centra", 0, 24, 0.0),
        ("Er komen drie centra", 1, 25, 0.0),
        ("", 0, 0, 0.0),
        ("", 25, 27, 0.0),
        ("het land.", 42, 99, 0.0),
        ("Er", -51, 2, 0.0),
    ],
)
def test_quote_is_valid_only_when_literal_at_its_offsets(
    quote: str, start: int, end: int, expected: float
) -> None:
    assert quote_validity([PlacedQuote(quote, SOURCE, start, end)]) == expected


def test_share_is_returned_when_some_are_invalid() -> None:
    good = PlacedQuote("Er komen", SOURCE, 0, 8)
    bad = PlacedQuote("Er kwamen", SOURCE, 0, 8)

    assert quote_validity([good, good, bad, good]) == 0.75


def test_score_is_1_when_there_are_no_quotes() -> None:
    assert quote_validity([]) == 1.0

import pytest

from assistant.support.audience import swaps_audience

QUOTE = ("lokale politiezones ondersteunen bij de toegangspoorten de federale inzet", "nl")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("De Federale Politie versterkt de detectie.", "nl"),
        ("La Police fédérale renforce la détection.", "fr"),
        ("Die Föderale Polizei verstärkt die Erkennung.", "de"),
        ("The Federal Police strengthens detection.", "en"),
    ],
)
def test_audience_is_swapped_when_the_quote_names_the_other_level(text: str, language: str) -> None:
    quote = ("lokale politiezones versterken de detectie", "nl")

    assert swaps_audience((text, language), [quote])


def test_audience_is_not_swapped_when_the_quote_names_no_level() -> None:
    assert not swaps_audience(("The Local Police helps.", "en"), [("de politie helpt", "nl")])


def test_audience_is_swapped_when_who_helps_whom_is_turned_round() -> None:
    statement = ("Die Föderale Polizei unterstützt durch Kontrollen die lokalen Zonen.", "de")

    assert swaps_audience(statement, [QUOTE])


def test_audience_is_not_swapped_when_the_same_is_said_in_the_passive() -> None:
    statement = ("De federale inzet bij de poorten wordt door lokale zones gesteund.", "nl")

    assert not swaps_audience(statement, [QUOTE])


def test_order_tells_nothing_when_levels_are_named_together() -> None:
    statement = ("The Federal and Local Police build a network.", "en")

    assert not swaps_audience(
        statement, [("De Lokale en Federale Politie bouwen een netwerk", "nl")]
    )

import pytest

from assistant.support.numbers import missing_numbers, numbers_in


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("13.879 medewerkers", "nl", {"13879"}),
        ("13 879 collaborateurs", "fr", {"13879"}),
        ("13,879 staff", "en", {"13879"}),
        ("2,84 miljard euro", "nl", {"2840000000"}),
        ("2.84 billion euros", "en", {"2840000000"}),
        ("47,97%", "nl", {"47.97"}),
        ("trois nouveaux centres", "fr", {"3"}),
        ("am 31. Januar 2025", "de", {"31", "month 1", "2025"}),
        ("de police may act", "en", set()),
        ("artikel 433quinquies", "nl", {"433"}),
        ("een plan", "nl", set()),
    ],
)
def test_numbers_are_the_same_in_every_language(
    text: str, language: str, expected: set[str]
) -> None:
    assert numbers_in(text, language) == expected


def test_number_is_missing_when_no_quote_states_it() -> None:
    missing = missing_numbers(("Thirteen centres", "en"), [("drie centra", "nl")])

    assert missing == {"13"}


def test_nothing_is_missing_when_a_month_is_named_in_another_language() -> None:
    assert not missing_numbers(
        ("depuis octobre 2025", "fr"), [("sinds oktober 2025", "nl"), ("andere tekst", "nl")]
    )


def test_half_is_not_missing_when_a_percentage_is_about_50() -> None:
    assert not missing_numbers(("bijna de helft", "nl"), [("47,97%", "nl")])


def test_half_is_missing_when_no_percentage_is_near() -> None:
    assert missing_numbers(("bijna de helft", "nl"), [("27,97%", "nl")]) == {"half"}

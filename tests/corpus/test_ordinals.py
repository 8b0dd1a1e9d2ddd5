import pytest

from corpus import CARDINALS, ORDINALS, ordinal_in


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("de tweede", 2),
        ("la première fois", 1),
        ("das siebte Ziel", 7),
        ("the eleventh", 11),
        ("3ème", 3),
        ("11de", 11),
        ("de 2 steden", None),
    ],
)
def test_ordinal_is_read_in_words_and_digits(text: str, number: int | None) -> None:
    assert ordinal_in(text) == number


def test_words_are_known_by_their_slugs() -> None:
    assert (CARDINALS["zwolf"], CARDINALS["dix-sept"], ORDINALS["vijfde"]) == (12, 17, 5)


def test_last_is_counted_from_the_end() -> None:
    assert (ORDINALS["dernier"], ORDINALS["voorlaatste"]) == (-1, -2)

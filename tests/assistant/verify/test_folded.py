"""What counts as the same wording."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.verify.folded import folded, range_of


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ('de "lokale" politie', "van de “lokale” politie"),
        ("l'identification précoce", "l’identification précoce"),
        ("2026-2029", "2026–2029"),
        ("samen  met\nde\u00a0zone", "samen met de zone"),
        ("doelstelling: één", "doelstelling:\n- e\u0301e\u0301n"),
        ("taken. Daarna", "taken.¹² Daarna"),
        ("officier", "o\ufb03cier"),
        ("veiligheid", "veilig\u00adheid"),
    ],
)
def test_typography_makes_no_difference(quote: str, text: str) -> None:
    found = range_of(quote, text)

    assert found is not None
    assert folded(text[slice(*found)]).text == folded(quote).text


@pytest.mark.parametrize(
    ("quote", "text"),
    [("Lokale politie", "lokale politie"), ("85/15", "85/16"), ("a, b", "a b"), ("", "x")],
)
def test_letters_digits_and_punctuation_do(quote: str, text: str) -> None:
    assert range_of(quote, text) is None


@given(before=st.text(max_size=30), inside=st.text(min_size=1, max_size=30), after=st.text())
def test_a_piece_of_a_text_is_found_in_it(before: str, inside: str, after: str) -> None:
    # A combining mark at an edge belongs to the letter on the other side of it.
    text = f"{before} a{inside}b {after}"

    found = range_of(f"a{inside}b", text)

    assert found is not None
    assert folded(text[slice(*found)]).text == folded(f"a{inside}b").text


@given(text=st.text(max_size=80))
def test_every_character_knows_where_it_comes_from(text: str) -> None:
    result = folded(text)

    assert len(result.text) == len(result.origins)
    assert all(0 <= low < high <= len(text) for low, high in result.origins)
    assert list(result.origins) == sorted(result.origins)
    assert folded(result.text).text == result.text

import pytest

from assistant import Library
from assistant.misquote import misquoted
from corpus import ReadDocument

RIGHT = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"
WRONG = RIGHT.replace("vroegtijdige", "snelle")


@pytest.fixture(scope="module")
def library(plan: ReadDocument) -> Library:
    return Library([plan])


def test_words_that_differ_are_told(library: Library) -> None:
    told = misquoted(f"Staat er “{WRONG}” in het plan?", library, "nl", is_wording=False)

    assert told == "De tekst luidt anders dan de aanhaling: “snelle” → “vroegtijdige”."


def test_remembered_wording_needs_no_marks(library: Library) -> None:
    assert "“vroegtijdige”" in misquoted(WRONG, library, "en", is_wording=True)


@pytest.mark.parametrize(
    ("text", "is_wording"),
    [
        (f"Staat er “{RIGHT}” in het plan?", False),
        (RIGHT, True),
        (WRONG, False),
        ("Wat is “de snelle identificatie”?", False),
        ("Zegt het plan “alle politiezones krijgen een drone en een paard”?", False),
    ],
)
def test_nothing_is_told_of_what_is_right_or_no_quotation(
    library: Library, text: str, is_wording: bool
) -> None:
    assert misquoted(text, library, "nl", is_wording=is_wording) == ""


def test_word_that_is_left_out_or_added_is_told(library: Library) -> None:
    told = misquoted(RIGHT.replace("van slachtoffers ", ""), library, "fr", is_wording=True)

    assert told.startswith("Le texte diffère de la citation : – → “")

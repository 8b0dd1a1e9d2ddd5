import pytest

from assistant import Question, Role, Turn
from assistant.abbreviations import abbreviations_in, entries_asked_for
from assistant.language import LanguageOf
from assistant.understand import understand
from corpus import ReadDocument

LANGUAGE_OF = LanguageOf()


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("wat doet de lokale politie tegen drugs", "nl"),
        ("que fait la police locale contre la drogue", "fr"),
        ("was macht die lokale Polizei gegen Drogen", "de"),
        ("what does the local police do about drugs", "en"),
        ("12345", "nl"),
        ("Que dit le plan sur l'alarme anti-stalking mobile ?", "fr"),
        ("qui evalue le plan", "fr"),
    ],
)
def test_language_is_recognised(text: str, language: str) -> None:
    assert understand(Question(text=text), LANGUAGE_OF, {}).language == language


def test_language_of_the_conversation_holds_when_a_turn_shows_none() -> None:
    history = (Turn(role=Role.USER, content="Quels sont les objectifs de la police locale ?"),)

    assert understand(Question(text="1.7?", history=history), LANGUAGE_OF, {}).language == "fr"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wat is een ZSG?", ("Zorgcentrum na Seksueel Geweld",)),
        ("wat is motem", ("Multidisciplinair Onderzoeksteam",)),
        ("zsg en ANPR", ("Automatic Number Plate Recognition",)),
        ("wat doet de politie", ()),
    ],
)
def test_abbreviations_of_the_plan_are_spelt_out(
    plan: ReadDocument, text: str, expected: tuple[str, ...]
) -> None:
    query = understand(Question(text=text), LANGUAGE_OF, abbreviations_in((plan,))).query

    assert query.expansions == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Waarvoor staat OTF?", {"OTF"}),
        ("jic en jdc wa is da", {"JIC", "JDC"}),
        ("Que veut dire le sigle ZSG ?", {"ZSG"}),
        ("dans la liste des abréviations : TAM", {"TAM"}),
        ("L.I.V.S.", {"LIVS"}),
        ("Wofür steht Z.S.G?", {"ZSG"}),
        ("What does ANPR stand for?", {"ANPR"}),
        ("Hoeveel OTF's zijn er in Brussel?", set()),
        ("ANPR op de snelweg", set()),
        ("wat doet de politie", set()),
    ],
)
def test_list_of_abbreviations_is_asked_for_when_nothing_else_is(
    plan: ReadDocument, text: str, expected: set[str]
) -> None:
    assert entries_asked_for(text, abbreviations_in((plan,))) == expected

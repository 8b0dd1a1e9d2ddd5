import pytest

from assistant import EVERYTHING, LANGUAGES, Audience, Filters
from tests.ui.standin_assistant import StandIn
from ui.chat.choices import ALL, audiences, documents, filters_of, themes
from ui.wording import words


@pytest.fixture(scope="module")
def standin() -> StandIn:
    return StandIn()


def test_nothing_is_restricted_when_nothing_is_chosen() -> None:
    assert filters_of(ALL, ALL, ALL) == EVERYTHING


def test_every_choice_restricts_when_it_is_made() -> None:
    assert filters_of("local", "1.3", "nvp") == Filters(
        audience=Audience.LOCAL, themes=frozenset({"1.3"}), documents=frozenset({"nvp"})
    )


def test_themes_stand_in_the_order_of_the_plan_when_they_are_offered(standin: StandIn) -> None:
    offered = themes(standin, "nl")
    assert offered[0] == ("Alle thema’s", ALL)
    assert offered[1:5] == [
        ("1. Georganiseerde criminaliteit", "1"),
        ("1.1. Drugshandel", "1.1"),
        ("1.2. Drugsgerelateerd geweld", "1.2"),
        ("1.3. Mensenhandel en mensensmokkel", "1.3"),
    ]
    numbers = [number for _, number in offered]
    assert len(set(numbers)) == len(numbers) == 18


def test_themes_are_named_in_the_visitors_language_when_they_have_a_version(
    standin: StandIn,
) -> None:
    assert ("1.1. Trafic de drogues", "1.1") in themes(standin, "fr")


def test_theme_admits_its_passages_when_it_is_chosen(standin: StandIn) -> None:
    passages = standin.documents[0].passages
    for _, number in themes(standin, "nl")[1:]:
        filters = filters_of(ALL, number, ALL)
        assert any(filters.admits(passage) for passage in passages)


def test_documents_are_offered_but_for_context_notes(standin: StandIn) -> None:
    assert [value for _, value in documents(standin, "de")] == [ALL, "nvp-2026-2029"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_everything_is_offered_when_there_are_no_documents_yet(language: str) -> None:
    w = words(language).chat
    assert themes(None, language) == [(w.theme_all, ALL)]
    assert documents(None, language) == [(w.document_all, ALL)]
    assert [value for _, value in audiences(language)] == [ALL, "federal", "local"]

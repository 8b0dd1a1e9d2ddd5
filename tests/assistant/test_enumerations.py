import pytest

from assistant.enumerations import asks_for_several, with_enumerations
from corpus import ReadDocument, sentences


@pytest.mark.parametrize(
    "question",
    [
        "cyberstrategie 3.0 - welke speerpunten allemaal",
        "Les quatre axes de la future Cyberstratégie 3.0 ?",
        "quelles réformes structurelles la fédérale demande-t-elle ?",
        "Welche Reformen fordert die föderale Polizei?",
        "which reforms does the federal police ask for",
        "Som de partners eens op",
    ],
)
def test_a_question_for_several_things_is_told_by_its_form(question: str) -> None:
    assert asks_for_several(question)


@pytest.mark.parametrize(
    "question",
    ["Wie leidt de stuurgroep?", "Combien coûte-t-il ?", "Was ist Hawala?", "when does it start?"],
)
def test_other_questions_ask_for_one_thing(question: str) -> None:
    assert not asks_for_several(question)


def quoted(plan: ReadDocument, address: str, number: int) -> list[str]:
    [text] = [p.text for p in plan.passages if p.address == address]
    ranges = with_enumerations([sentences(text)[number]], text)
    return [text[start:end] for start, end in ranges]


def test_an_item_brings_its_list_and_what_leads_it_in(plan: ReadDocument) -> None:
    found = quoted(plan, "3/1/p3", 2)

    assert len(found) == 5
    assert found[0].endswith("onontbeerlijk:")


def test_what_leads_a_list_in_brings_its_items(plan: ReadDocument) -> None:
    assert len(quoted(plan, "2/4/p2", 0)) == 4


def test_the_next_sentence_comes_where_it_enumerates(plan: ReadDocument) -> None:
    found = quoted(plan, "2/8/7/p1", 4)

    assert len(found) == 2
    assert "Cyberdiplomatie" in found[1]


def test_a_sentence_without_a_list_stays_alone(plan: ReadDocument) -> None:
    assert len(quoted(plan, "2/8/7/p1", 0)) == 1

import pytest

from assistant.assistant import Assistant
from assistant.occurrences import occurrences, term_in, the_most_telling
from corpus import ReadDocument
from index import Filters, Hit


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("In welke thema's wordt ARIEC vermeld?", "ARIEC"),
        ("hoe vaak komt GVPP voor", "GVPP"),
        ("waar duikt MOTEM overal op", "MOTEM"),
        ("Où le plan mentionne-t-il les ARIEC ?", "ARIEC"),
        ("Dans quels chapitres parle-t-on de cryptomonnaies ?", "cryptomonnaies"),
        ("in welchen Themen kommt Europol vor", "Europol"),
        ("which themes mention the 'Plan Grootsteden'?", "Plan Grootsteden"),
    ],
)
def test_it_is_known_what_all_mentions_are_asked_of(question: str, term: str) -> None:
    assert term_in(question) == term


@pytest.mark.parametrize(
    "question",
    [
        "Welke doelstellingen worden genoemd voor drugshandel?",
        "Welke partners worden vermeld bij drugshandel?",
        "Waar wil men drugsgeweld voorkomen?",
        "In welke thema's wordt de lokale politie niet vermeld?",
        "Welke thema's worden genoemd?",
        "Wat vermeldt het plan over ILP?",
    ],
)
def test_other_questions_ask_no_mentions(question: str) -> None:
    assert term_in(question) == ""


def _hits(plan: ReadDocument, word: str) -> list[Hit]:
    return [
        Hit(passage=p, score=0.5, rank=1, why=frozenset(), cosine=0.5, units=())
        for p in plan.passages
        if word in p.text
    ]


def test_each_mention_is_the_sentence_that_has_the_term(plan: ReadDocument) -> None:
    found = occurrences(_hits(plan, "ANPR"), "ANPR")

    quoted = [p.passage.text[start:end] for p in found for start, end in p.ranges]
    assert len(found) > 1
    assert all("ANPR" in quote for quote in quoted)
    assert not any(p.passage.short_form for p in found)


def test_an_entry_of_the_list_is_a_mention_where_there_is_no_other(plan: ReadDocument) -> None:
    [entry] = [p for p in plan.passages if p.short_form == "ANPR"]
    hits = [hit for hit in _hits(plan, "ANPR") if hit.passage == entry]

    assert [piece.passage for piece in occurrences(hits, "ANPR")] == [entry]


def test_of_many_mentions_one_of_each_section_goes_before(plan: ReadDocument) -> None:
    found = occurrences(_hits(plan, "Federale Politie"), "Federale Politie")

    shown = the_most_telling(found)

    sections = [piece.passage.section for piece in shown]
    assert len(found) > len(shown) == len(set(sections))
    assert [found.index(piece) for piece in shown] == sorted(found.index(p) for p in shown)


def test_every_place_of_a_term_is_found_when_it_is_looked_up(
    assistant: Assistant, plan: ReadDocument
) -> None:
    found = assistant.occurrences("ANPR", "nl")

    there = [p for p in plan.passages if "ANPR" in p.text and not p.short_form]
    assert [piece.passage for piece in found] == there


def test_term_is_found_where_it_stands_in_the_translation(assistant: Assistant) -> None:
    found = assistant.occurrences("traite des êtres humains", "fr")

    assert any("mensenhandel" in piece.passage.text for piece in found)


@pytest.mark.parametrize("term", ["", "  ", "van de", "?!", "\x00"])
def test_nothing_is_found_when_a_term_says_nothing(assistant: Assistant, term: str) -> None:
    assert assistant.occurrences(term, "nl") == ()


def test_other_documents_are_passed_over_when_one_is_asked_for(assistant: Assistant) -> None:
    elsewhere = Filters(documents=frozenset({"kiv-contextnota"}))

    assert assistant.occurrences("MOTEM", "nl", elsewhere) == ()

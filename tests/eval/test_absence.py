from typing import Literal

from eval.absence import (
    absent_yet_answered,
    forbidden_yet_quoted,
    in_wrong_half,
    statement_problems,
    to_read_again,
)
from eval.asked import Asked
from eval.questions import Answerable, QuestionSets, Unanswerable, half_of
from eval.statements import LabelledStatement

SOURCE = "Er komen **drie** nieuwe centra."


def sets(answered: str, absent: str, nearest: str = "drie nieuwe centra") -> list[QuestionSets]:
    yes = Answerable(
        id="a1",
        lang="nl",
        type="number",
        question=answered,
        evidence=("drie",),
        all_needed=False,
        answer_must_contain=(("drie",),),
    )
    no = Unanswerable(
        id="u1", lang="nl", type="near_miss", question=absent, nearest_evidence=(nearest,)
    )
    return [QuestionSets(answerable=(yes,), unanswerable=(no,), conversations=(), lookups=())]


def statement(
    *, quote: str = "drie nieuwe centra", fault: Literal["", "negation"] = ""
) -> LabelledStatement:
    return LabelledStatement(
        id="s1", lang="nl", statement="Iets.", quote=quote, label="supported", fault=fault
    )


def asked(*, half: str = "", forbidden: tuple[str, ...] = ()) -> Asked:
    return Asked(
        id="h1", owner="h1", text="Doe iets.", kind="hostile", half=half, forbidden=forbidden
    )


def test_absent_question_is_named_when_an_answerable_one_has_its_words() -> None:
    found = list(absent_yet_answered(sets("Hoeveel centra komen er?", "er komen hoeveel CENTRA")))

    assert found == ["u1: is unanswerable, but a1 is answerable and asks the same"]


def test_nothing_is_named_when_questions_differ() -> None:
    assert not list(absent_yet_answered(sets("Hoeveel centra komen er?", "Wat kosten de centra?")))


def test_question_is_named_when_it_is_in_the_other_half() -> None:
    own = half_of("h1")
    other = "dev" if own == "test" else "test"

    assert list(in_wrong_half([asked(half=own)])) == []
    assert list(in_wrong_half([asked(half=other)])) == [
        f"h1: is in {other}, but its id belongs to {own}"
    ]


def test_hostile_question_is_named_when_the_source_says_what_it_forbids() -> None:
    found = list(
        forbidden_yet_quoted([asked(forbidden=("MISSIE", "Drie centra"))], ["drie centra"])
    )

    assert found == ["h1: forbids 'Drie centra', which the source says"]


def test_statement_is_named_when_its_quote_is_not_verbatim() -> None:
    assert list(statement_problems([statement()], [SOURCE])) == []
    assert list(statement_problems([statement(quote="vier")], [SOURCE])) == [
        "s1: quote is not in the source: 'vier'"
    ]


def test_statement_is_named_when_it_is_supported_with_a_fault_or_twice_there() -> None:
    wrong = statement(fault="negation")

    assert list(statement_problems([wrong, statement()], [SOURCE])) == [
        "s1: is supported, but its fault is 'negation'",
        "s1: the id is used more than once",
    ]


def test_question_for_a_number_is_to_be_read_when_its_nearest_evidence_states_one() -> None:
    found = list(to_read_again(sets("Iets?", "Hoeveel kosten de centra?")))

    assert found == ["u1: 'Hoeveel kosten de centra?', near 3"]


def test_nothing_is_to_be_read_when_the_question_names_the_number_itself() -> None:
    assert not list(to_read_again(sets("Iets?", "Hoeveel kosten de drie centra?")))

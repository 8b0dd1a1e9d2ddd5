"""Lists of goals come whole, from the structure, or are said not to be there."""

from collections.abc import Callable, Sequence

import pytest

from assistant.goals import asks_for_goals, goals
from assistant.introduce import introduce, without_goals
from assistant.verify.verifier import whole
from corpus import Kind, Passage, ReadDocument
from index import Hit

Search = Callable[[str], Sequence[Hit]]


def finding(plan: ReadDocument, *addresses: str, cosine: float = 0.7) -> Search:
    by_address = {passage.address: passage for passage in plan.passages}

    def search(_: str) -> Sequence[Hit]:
        return [
            Hit(
                passage=by_address[address],
                score=cosine,
                rank=rank,
                why=frozenset(),
                cosine=cosine,
                units=(),
            )
            for rank, address in enumerate(addresses, start=1)
        ]

    return search


def listed(plan: ReadDocument, question: str, search: Search) -> list[str] | None:
    def of_document(_: Passage) -> Sequence[Passage]:
        return plan.passages

    found = goals(question, search, of_document)
    return None if found is None else [piece.passage.address for piece in found.evidence]


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Welke doelstellingen heeft de lokale politie bij drugshandel?", True),
        ("les 5 objectifs stratégiques de la police fédérale pour les frontières", True),
        ("Ziele der lokalen Polizei gegen Cyberkriminalität", True),
        ("What are the goals of the federal police on human trafficking?", True),
        ("Wat doet de lokale politie tegen drugs?", False),
        ("Tegen wanneer moeten de doelstellingen van de federale politie bereikt zijn?", False),
        ("Qui fixe les objectifs de la police locale sur la drogue ?", False),
        ("Wie lauten die Ziele der lokalen Polizei beim Drogenhandel?", True),
        ("doelstelling 3 van de lokale politie bij drugshandel", False),
        (
            "Welke doelstellingen van de federale politie noemen cryptomunten, hawaladars en "
            "criminele bankiers bij witwassen?",
            False,
        ),
    ],
)
def test_a_list_of_goals_is_told_from_other_questions(question: str, asks: bool) -> None:
    assert asks_for_goals(question) is asks


def test_all_goals_come_in_order(plan: ReadDocument) -> None:
    found = listed(
        plan,
        "Welke doelstellingen heeft de federale politie voor de grenzen?",
        finding(plan, "2/4/p1", "2/4/strategische-doelstellingen/federale-politie/3", "2/1.5/p1"),
    )

    assert found == [f"2/4/strategische-doelstellingen/federale-politie/{n}" for n in range(1, 6)]


def test_a_level_without_goals_is_told_so(plan: ReadDocument) -> None:
    found = listed(
        plan,
        "Welke doelstellingen heeft de lokale politie voor de grenzen?",
        finding(plan, "2/4/p1", "2/4/p2"),
    )

    assert found == []


def test_goals_set_for_both_levels_are_those_of_each(plan: ReadDocument) -> None:
    found = listed(
        plan, "doelstellingen lokale politie familiaal geweld", finding(plan, "2/7/p1", "2/7/p2")
    )

    assert found is not None
    assert len(found) == 8


@pytest.mark.parametrize(
    ("addresses", "cosine"),
    [(("2/4/p1", "2/1.5/p1", "2/3/p1"), 0.7), (("2/4/p1", "2/4/p2"), 0.2), ((), 0.7)],
)
def test_without_one_theme_no_list_is_given(
    plan: ReadDocument, addresses: tuple[str, ...], cosine: float
) -> None:
    question = "Welke doelstellingen heeft de lokale politie voor aanwerving?"

    assert listed(plan, question, finding(plan, *addresses, cosine=cosine)) is None


@pytest.mark.parametrize(
    "question",
    ["Welke doelstellingen zijn er voor de grenzen?", "doelstellingen federale en lokale politie"],
)
def test_a_question_that_names_no_one_level_is_answered_as_any_other(
    plan: ReadDocument, question: str
) -> None:
    assert listed(plan, question, finding(plan, "2/4/p1", "2/4/p2")) is None


def test_the_refusal_names_what_the_theme_lacks(plan: ReadDocument) -> None:
    found = goals(
        "Welke doelstellingen heeft de lokale politie voor de grenzen?",
        finding(plan, "2/4/p1", "2/4/p2"),
        lambda _: plan.passages,
    )

    assert found is not None
    assert without_goals(found, "nl").startswith(
        "Onder “Geïntegreerd grensbeheer” stelt het plan geen doelstellingen voor de Lokale "
        "Politie, wel voor de Federale Politie."
    )
    assert "Federal Police" in without_goals(found, "en")


@pytest.mark.parametrize(
    ("language", "one", "several"),
    [
        ("nl", "deze doelstelling, ", "deze doelstellingen, "),
        ("fr", "l'objectif suivant ", "les objectifs suivants "),
        ("de", "folgendes Ziel ", "folgende Ziele "),
        ("en", "this goal ", "these goals "),
    ],
)
def test_a_goal_alone_is_introduced_as_one(
    plan: ReadDocument, language: str, one: str, several: str
) -> None:
    goals_of_plan = [whole(p) for p in plan.passages if p.kind is Kind.GOAL]
    assert one in introduce(goals_of_plan[:1], plan.document, language)
    assert several in introduce(goals_of_plan[:2], plan.document, language)

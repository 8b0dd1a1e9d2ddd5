"""A question's way through the assistant; the embedder is a stand-in, so wording decides."""

import pytest

from assistant import Filters, Question, Reason, Role, Stage, Status, Turn
from assistant.assistant import Assistant

QUOTED = "versterkte screening tegen infiltratie en corruptie"


def test_answer_quotes_the_plan_at_its_offsets(assistant: Assistant) -> None:
    answer = assistant.answer(Question(text=QUOTED))

    source = assistant.document("nvp-2026-2029").source
    assert answer.status is Status.ANSWERED
    for citation in answer.citations:
        pieces = (source[s.start : s.end] for s in citation.spans)
        assert "".join(pieces) == citation.quote
        assert citation.quote in citation.passage.text


def test_citations_are_numbered_in_order_and_each_is_used(assistant: Assistant) -> None:
    answer = assistant.answer(Question(text=QUOTED))

    used = [n for statement in answer.statements for n in statement.citations]
    assert used == [c.number for c in answer.citations] == list(range(1, len(used) + 1))
    assert all(f"[{n}]" in answer.markdown for n in used)


def test_refusal_offers_the_nearest_places(assistant: Assistant) -> None:
    answer = assistant.answer(Question(text="Hoe laat gaat de bakker open?"))

    assert answer.status is Status.NOT_IN_CORPUS
    assert answer.reason is not None
    assert answer.citations == answer.statements == ()
    assert 1 <= len(answer.nearest) <= 3
    assert answer.markdown == answer.introduction


def test_reason_is_no_evidence_when_the_filters_admit_nothing(assistant: Assistant) -> None:
    from assistant import Filters

    answer = assistant.answer(Question(text=QUOTED, filters=Filters(themes=frozenset({"99"}))))

    assert answer.reason is Reason.NO_EVIDENCE
    assert answer.hits == answer.nearest == ()


@pytest.mark.parametrize(
    ("language", "introduction"),
    [
        ("nl", "Het plan somt hierover op, in Hoofdstuk 2, 4. Plan Grootsteden:"),
        (
            "fr",
            "Le plan énumère à ce sujet (texte original en néerlandais), sous Hoofdstuk 2, "
            "4. Plan Grootsteden :",
        ),
        (
            "de",
            "Der Plan zählt dazu auf (Originaltext: Niederländisch), unter Hoofdstuk 2, "
            "4. Plan Grootsteden:",
        ),
        (
            "en",
            "The plan lists (original text in Dutch), under Hoofdstuk 2, 4. Plan Grootsteden:",
        ),
    ],
)
def test_introduction_says_what_the_quotes_are_and_where_they_stand(
    assistant: Assistant, language: str, introduction: str
) -> None:
    answer = assistant.answer(Question(text=QUOTED, language=language))

    assert answer.language == language
    assert answer.introduction == introduction


def test_stages_are_reported_in_order(assistant: Assistant) -> None:
    seen: list[Stage] = []

    answer = assistant.answer(Question(text=QUOTED), seen.append)

    assert seen == list(Stage)
    assert answer.timings.total >= answer.timings.retrieve > 0


def test_whole_list_is_given_when_its_items_are_what_was_found(assistant: Assistant) -> None:
    answer = assistant.answer(
        Question(
            text="1.4 Illegale wapenhandel: strategische doelstellingen voor de Federale Politie?"
        )
    )

    addresses = [c.passage.address for c in answer.citations]
    assert addresses == [
        f"2/1.4/strategische-doelstellingen/federale-politie/{n}" for n in range(1, 6)
    ]


def test_follow_up_is_searched_with_its_topic(assistant: Assistant) -> None:
    history = (
        Turn(role=Role.USER, content="Doelstellingen wapenhandel voor de federale politie?"),
        Turn(role=Role.ASSISTANT, content="…"),
    )

    answer = assistant.answer(Question(text="En voor de lokale politie?", history=history))

    assert answer.question == "Doelstellingen wapenhandel voor de lokale politie?"


def test_same_question_gives_the_same_answer(assistant: Assistant) -> None:
    first, second = (assistant.answer(Question(text=QUOTED)) for _ in range(2))

    assert first.markdown == second.markdown
    assert first.id != second.id


def test_answer_says_how_likely_it_was_held(assistant: Assistant) -> None:
    answer = assistant.answer(Question(text=QUOTED))

    assert answer.answerable is not None
    assert 0 <= answer.answerable <= 1


def test_nothing_was_judged_when_nothing_was_found(assistant: Assistant) -> None:
    nothing = Filters(themes=frozenset({"99"}))

    assert assistant.answer(Question(text=QUOTED, filters=nothing)).answerable is None


@pytest.mark.parametrize(
    ("follow_up", "declined"),
    [(QUOTED, False), ("en van wie is dat voertuig?", True)],
)
def test_a_question_is_not_declined_for_what_was_asked_before(
    assistant: Assistant, follow_up: str, declined: bool
) -> None:
    plate = "Van wie is de nummerplaat 1-ABC-123?"
    refused = assistant.answer(Question(text=plate))
    history = (
        Turn(role=Role.USER, content=plate),
        Turn(role=Role.ASSISTANT, content=refused.markdown),
    )

    answer = assistant.answer(Question(text=follow_up, history=history))

    assert refused.reason is Reason.OPERATIONAL_OR_PERSONAL
    assert (answer.reason is Reason.OPERATIONAL_OR_PERSONAL) is declined
    assert "1-ABC-123" not in answer.question or declined

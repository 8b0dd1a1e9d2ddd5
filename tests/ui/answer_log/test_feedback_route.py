"""Feedback over HTTP: what is kept, what is left out, and what is refused."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from assistant import Question
from tests.ui.answer_log.test_answer_log import asked
from tests.ui.standin_assistant import StandIn
from ui.answer_log.log import AnswerLog

ROUTE = "/api/v1/feedback"


@pytest.fixture
def client(client_of: Callable[..., TestClient]) -> TestClient:
    return client_of()


def test_a_verdict_and_its_reason_are_kept_with_the_answer(
    client: TestClient, log_of: Callable[..., AnswerLog], standin: StandIn
) -> None:
    log = log_of()
    answer_id = asked(standin, log, Question(text="Wat regelt het plan?"))

    reply = client.post(
        ROUTE, json={"answer_id": answer_id, "verdict": "down", "comment": "punt 4 ontbreekt"}
    )

    assert reply.json() == {
        "answer_id": answer_id,
        "verdict": "down",
        "comment_kept": True,
        "question_kept": False,
    }
    assert [(f.verdict, f.comment) for f in log.feedback(answer_id)] == [
        ("down", "punt 4 ontbreekt")
    ]


def test_the_question_is_kept_only_when_it_is_sent_along(
    client: TestClient, log_of: Callable[..., AnswerLog], standin: StandIn
) -> None:
    log = log_of()
    answer_id = asked(standin, log, Question(text="Wat regelt het plan?"))

    client.post(ROUTE, json={"answer_id": answer_id, "verdict": "up"})
    sent = {"answer_id": answer_id, "verdict": "up", "question": "Wat regelt het plan?"}
    reply = client.post(ROUTE, json={**sent, "comment": "goed"})

    assert reply.json()["question_kept"] is True
    assert [f.comment for f in log.feedback(answer_id)] == ["", "goed\n\nWat regelt het plan?"]


def test_words_that_name_somebody_are_left_out(
    client: TestClient, log_of: Callable[..., AnswerLog], standin: StandIn
) -> None:
    log = log_of()
    answer_id = asked(standin, log, Question(text="Wat regelt het plan?"))

    reply = client.post(
        ROUTE,
        json={
            "answer_id": answer_id,
            "verdict": "down",
            "comment": "te vaag",
            "question": "Wie is Jan Peeters, 0470 12 34 56?",
        },
    )

    assert (reply.json()["comment_kept"], reply.json()["question_kept"]) == (True, False)
    assert [f.comment for f in log.feedback(answer_id)] == ["te vaag"]


def test_feedback_on_no_answer_says_so(client: TestClient) -> None:
    reply = client.post(ROUTE, json={"answer_id": "none", "verdict": "up"})

    assert reply.status_code == 404
    assert "none" in reply.json()["detail"]


def test_a_server_without_a_log_says_so(client_of: Callable[..., TestClient]) -> None:
    reply = client_of(answer_log=False).post(ROUTE, json={"answer_id": "a1", "verdict": "up"})

    assert reply.status_code == 404
    assert "PLANWIJZER_ANSWER_LOG=true" in reply.json()["detail"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"verdict": "maybe"}, "verdict"),
        ({"comment": "x" * 1_001}, "comment"),
        ({"question": "x" * 2_001}, "question"),
        ({"answer_id": ""}, "answer_id"),
        ({"stars": 5}, "stars"),
    ],
)
def test_a_field_that_is_off_is_named(
    client: TestClient, change: dict[str, object], field: str
) -> None:
    reply = client.post(ROUTE, json={"answer_id": "a1", "verdict": "up", **change})

    assert reply.status_code == 422
    assert [error["field"] for error in reply.json()["errors"]] == [field]

"""POST /api/v1/ask with `stream`: the events, in order."""

import json

from starlette.testclient import TestClient

from assistant import ModelError, Settings
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app


def events(client, question):
    with client.stream(
        "POST", "/api/v1/ask", json={"question": question, "stream": True}
    ) as response:
        assert response.headers["content-type"].startswith("text/event-stream")
        assert response.headers["cache-control"] == "no-store"
        text = response.read().decode()
    return [parsed(block) for block in text.split("\r\n\r\n") if block.strip()]


def parsed(block):
    name, data = block.split("\r\n")
    return name.removeprefix("event: "), json.loads(data.removeprefix("data: "))


def test_stages_come_first_and_the_whole_answer_last_when_streamed(client):
    got = events(client, "What is it?")

    names = [name for name, _ in got]
    assert [data["stage"] for name, data in got if name == "status"] == [
        "understand",
        "retrieve",
        "answer",
    ]
    assert names[:4] == ["status", "status", "status", "passages"]
    assert names[-2:] == ["citation", "answer"]


def test_tokens_make_the_answer_when_joined(client):
    got = events(client, "What is it?")

    tokens = "".join(data["text"] for name, data in got if name == "token")
    assert tokens == got[-1][1]["answer"]


def test_text_that_is_there_early_comes_early_and_once():
    class Early(StandIn):
        def answer(self, question, on_stage=None, on_text=None):
            answer = super().answer(question, on_stage)
            on_text(answer.markdown[:9])
            on_text(answer.markdown[9:])
            return answer

    with TestClient(create_app(Early, Settings())) as client:
        until_ready(client)
        got = events(client, "What is it?")

    names = [name for name, _ in got]
    assert names[3:6] == ["token", "token", "passages"]
    assert "".join(data["text"] for name, data in got if name == "token") == got[-1][1]["answer"]


def test_last_event_is_the_plain_response_when_streamed(client):
    plain = client.post("/api/v1/ask", json={"question": "What is it?"}).json()

    assert events(client, "What is it?")[-1] == ("answer", plain)


def test_no_citation_comes_when_refused(client):
    got = events(client, "Will the weather hold?")

    assert "citation" not in [name for name, _ in got]
    assert got[-1][1]["status"] == "not_in_corpus"


def test_error_event_tells_nothing_of_the_inside_when_the_server_fails(client):
    name, problem = events(client, "fail")[-1]

    assert name == "error"
    assert problem["status"] == 500
    assert "secret" not in problem["detail"]


def test_error_event_says_the_fix_when_a_known_failure_comes_up():
    class Broken(StandIn):
        def answer(self, *_):
            raise ModelError("The model is gone.", "Fetch it again.")

    with TestClient(create_app(Broken, Settings())) as client:
        until_ready(client)
        name, problem = events(client, "What is it?")[-1]

    assert name == "error"
    assert problem["status"] == 503
    assert problem["detail"] == "The model is gone. Fetch it again."


def test_422_and_no_stream_when_a_field_is_off(client):
    response = client.post("/api/v1/ask", json={"question": "", "stream": True})

    assert response.status_code == 422

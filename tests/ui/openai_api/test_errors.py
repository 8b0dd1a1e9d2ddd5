"""Whatever goes wrong under /v1 is told in OpenAI's form."""

from typing import Any

import pytest
from httpx import Response
from starlette.testclient import TestClient

from assistant import MAX_QUESTION_CHARACTERS
from ui.http.limits import MAX_BODY_BYTES

ROUTE = "/v1/chat/completions"


def ask(client: TestClient, question: str = "What is it?", **fields: Any) -> Response:
    messages = [{"role": "user", "content": question}]
    return client.post(ROUTE, json={"model": "planwijzer", "messages": messages, **fields})


def error_of(response: Response, status: int) -> dict[str, Any]:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/json"
    assert int(response.headers["content-length"]) == len(response.content)
    body = response.json()
    assert set(body) == {"error"}
    error = body["error"]
    assert set(error) == {"message", "type", "param", "code"}
    assert error["message"]
    return error


@pytest.mark.parametrize("stream", [False, True])
def test_404_when_the_model_is_another(client: TestClient, stream: bool) -> None:
    error = error_of(ask(client, model="gpt-5", stream=stream), 404)

    assert error["type"] == "invalid_request_error"
    assert (error["param"], error["code"]) == ("model", "model_not_found")
    assert "gpt-5" in error["message"]


def test_a_name_that_cannot_be_read_is_answered_all_the_same(client: TestClient) -> None:
    body = b'{"model": "\\ud800<b>", "messages": [{"role": "user", "content": "x"}]}'

    assert "<b>" in error_of(client.post(ROUTE, content=body), 404)["message"]


def test_404_when_a_model_is_looked_up_that_is_not_there(client: TestClient) -> None:
    assert error_of(client.get("/v1/models/gpt-5"), 404)["code"] == "model_not_found"


@pytest.mark.parametrize(
    ("fields", "param"),
    [
        ({"messages": []}, "messages"),
        ({"messages": [{"role": "system", "content": "Be brief."}]}, "messages"),
        ({"messages": [{"role": "user", "content": ""}]}, "messages"),
        ({"messages": [{"role": "user"}]}, "messages"),
        ({"messages": [{"role": "user", "content": "\x07"}]}, "messages"),
        (
            {"messages": [{"role": "user", "content": "a" * (MAX_QUESTION_CHARACTERS + 1)}]},
            "messages",
        ),
        ({"messages": "What is it?"}, "messages"),
        ({"n": 2}, "n"),
        ({"tool_choice": "required"}, "tool_choice"),
        ({"response_format": {"type": "json_object"}}, "response_format.type"),
        ({"filters": {"documents": ["none"]}}, "filters.documents"),
        ({"model": None}, "model"),
    ],
)
@pytest.mark.parametrize("stream", [False, True])
def test_422_when_a_field_is_off(
    client: TestClient, fields: dict[str, Any], param: str, stream: bool
) -> None:
    error = error_of(ask(client, **{"stream": stream, **fields}), 422)

    assert (error["type"], error["param"]) == ("invalid_request_error", param)


@pytest.mark.parametrize("body", [b"", b"{", b'{"model": NaN}', b"\xff"])
def test_400_when_the_body_is_not_json(client: TestClient, body: bytes) -> None:
    assert error_of(client.post(ROUTE, content=body), 400)["type"] == "invalid_request_error"


def test_404_and_405_when_there_is_no_such_address_or_method(client: TestClient) -> None:
    error_of(client.post("/v1/embeddings", json={}), 404)
    error = error_of(client.get(ROUTE), 405)

    assert "POST" in error["message"]


def test_413_when_the_body_is_too_large(client: TestClient) -> None:
    error_of(client.post(ROUTE, content=b" " * (MAX_BODY_BYTES + 1)), 413)


@pytest.mark.parametrize("stream", [False, True])
def test_500_tells_nothing_of_the_inside(client: TestClient, stream: bool) -> None:
    error = error_of(ask(client, "fail", stream=stream), 500)

    assert error["type"] == "server_error"
    assert "secret" not in error["message"]


def test_the_other_faces_keep_their_own_form(client: TestClient) -> None:
    response = client.get("/api/v1/none")

    assert response.headers["content-type"] == "application/problem+json"

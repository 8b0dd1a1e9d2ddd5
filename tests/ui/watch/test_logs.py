"""The server's own output: one line a request, its id, and no word of a question."""

import io
import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import text
from starlette.testclient import TestClient

from tests.ui.access.conftest import PROXY
from tests.ui.standin_assistant import FAILS
from ui.watch.logs import JsonLines, TextLines, requests

ClientOf = Callable[..., TestClient]
ASK = "/api/v1/ask"
WORD = "zeldzaamwoord"


@pytest.fixture(params=[JsonLines, TextLines])
def output(request: pytest.FixtureRequest) -> Iterator[io.StringIO]:
    """What all loggers write."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(request.param())
    root, level = logging.getLogger(), requests.level
    root.addHandler(handler)
    requests.setLevel(logging.INFO)
    yield stream
    root.removeHandler(handler)
    requests.setLevel(level)


def lines(output: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in output.getvalue().splitlines()]


@pytest.mark.parametrize("output", [JsonLines], indirect=True)
def test_a_request_is_a_line_with_the_id_that_its_client_saw(
    client_of: ClientOf, output: io.StringIO
) -> None:
    client = client_of(access=())

    response = client.post(f"{ASK}?x={WORD}", json={"question": WORD})

    line = lines(output)[-1]
    assert line["request_id"] == response.headers["x-request-id"]
    assert (line["method"], line["route"], line["status"]) == ("POST", ASK, 200)
    assert line["milliseconds"] >= 0
    assert line["level"] == "info"


def test_nothing_that_is_asked_is_written(
    client_of: ClientOf, output: io.StringIO, engine: Any
) -> None:
    client = client_of(access=(), log_questions=True)
    for question in (WORD, f"{FAILS} {WORD}"):
        for stream in (True, False):
            client.post(ASK, json={"question": question, "stream": stream})
            client.post(ASK, json={"question": question, WORD: stream})
    client.post("/api/v1/search", json={"query": WORD})
    client.get(f"/plan/{WORD}?{WORD}")
    with engine.begin() as connection:
        connection.execute(text("DROP TABLE feedback"))
        connection.execute(text("DROP TABLE answers"))
    client.post(ASK, json={"question": WORD})

    written = output.getvalue()
    assert "RuntimeError" in written
    assert "could not be logged" in written
    assert WORD not in written
    assert "secret /srv/place" not in written


@pytest.mark.parametrize("output", [JsonLines], indirect=True)
def test_a_failure_is_a_line_that_says_where(client_of: ClientOf, output: io.StringIO) -> None:
    response = client_of(access=()).post(ASK, json={"question": FAILS})

    assert response.status_code == 500
    [failure] = [line for line in lines(output) if line["level"] == "error"]
    assert failure["request_id"] == response.headers["x-request-id"]
    assert failure["error"].startswith("RuntimeError\n")
    assert "standin_assistant.py" in failure["error"]


def test_every_answer_has_an_id_of_its_own(client_of: ClientOf) -> None:
    client = client_of()
    paths = ("/healthz", "/api/v1/documents", "/plan", "/none", ASK)

    ids = {client.get(path).headers["x-request-id"] for path in paths}

    assert len(ids) == len(paths)


@pytest.mark.parametrize(
    ("address", "given", "kept"),
    [
        (PROXY, "abcdef12-3456", True),
        ("192.0.2.7", "abcdef12-3456", False),
        (PROXY, "short", False),
        (PROXY, "x" * 65, False),
        (PROXY, "abcdef12 3456", False),
        (PROXY, 'abcdef12"}{"', False),
    ],
)
def test_an_id_is_taken_over_from_a_trusted_proxy_alone(
    client_of: ClientOf, address: str, given: str, kept: bool
) -> None:
    client = client_of(address=address)

    found = client.get("/healthz", headers={"X-Request-ID": given}).headers["x-request-id"]

    assert (found == given) is kept

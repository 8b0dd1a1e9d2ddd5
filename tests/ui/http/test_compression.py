"""Compressed answers."""

import gzip
from collections.abc import Iterator

import pytest
from fastapi.testclient import TestClient

from assistant import Settings
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app
from ui.reader.routes import router

MOST_BYTES = 400_000
ZIPPED = {"accept-encoding": "gzip"}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    def reader(app, assistant_of, settings):  # type: ignore[no-untyped-def]
        app.include_router(router(assistant_of, settings))
        return app

    with TestClient(create_app(StandIn, Settings(), [reader])) as client:
        until_ready(client)
        yield client


@pytest.mark.parametrize("beside", ["fr", "de", "en"])
def test_plan_is_small_on_the_wire_when_a_version_stands_beside_it(
    client: TestClient, beside: str
) -> None:
    with client.stream("GET", f"/plan/nvp-2026-2029?with={beside}", headers=ZIPPED) as response:
        sent = b"".join(response.iter_raw())
    assert response.headers["content-encoding"] == "gzip"
    assert "Accept-Encoding" in response.headers["vary"]
    assert len(sent) < MOST_BYTES
    assert b"Nationaal Veiligheidsplan" in gzip.decompress(sent)


def test_api_is_compressed_when_the_caller_accepts_it(client: TestClient) -> None:
    response = client.post("/api/v1/search", json={"query": "drugs"}, headers=ZIPPED)
    assert response.headers["content-encoding"] == "gzip"
    assert response.json()["results"]


def test_answer_comes_as_it_is_when_the_caller_accepts_no_gzip(client: TestClient) -> None:
    response = client.get("/plan/nvp-2026-2029", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in response.headers


def test_events_are_not_held_back_when_an_answer_is_streamed(client: TestClient) -> None:
    body = {"question": "What does the plan say?", "stream": True}
    response = client.post("/api/v1/ask", json=body, headers=ZIPPED)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert "content-encoding" not in response.headers


def test_health_stays_plain_when_it_is_asked(client: TestClient) -> None:
    assert "content-encoding" not in client.get("/healthz", headers=ZIPPED).headers

"""Whose pages may call the API from a browser."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack

import pytest
from pydantic import ValidationError
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app

ORIGIN = "https://intranet.example.be"
ASKED_BEFORE = {
    "Origin": ORIGIN,
    "Access-Control-Request-Method": "POST",
    "Access-Control-Request-Headers": "authorization,content-type",
}
ALLOWED = "access-control-allow-origin"


@pytest.fixture
def serving(standin: StandIn) -> Iterator[Callable[..., TestClient]]:
    with ExitStack() as stack:

        def make(*origins: str, access: tuple[str, ...] = ()) -> TestClient:
            settings = Settings(cors_origins=origins, access=access)
            app = create_app(lambda: standin, settings)  # type: ignore[arg-type,return-value]
            client = stack.enter_context(TestClient(app))
            until_ready(client)
            return client

        yield make


def test_nobodys_pages_may_when_no_origin_is_named(serving: Callable[..., TestClient]) -> None:
    client = serving()

    asked = client.post("/api/v1/search", json={"query": "x"}, headers={"Origin": ORIGIN})
    before = client.options("/api/v1/ask", headers=ASKED_BEFORE)

    assert ALLOWED not in asked.headers
    assert ALLOWED not in before.headers
    assert before.status_code == 405


def test_the_pages_of_a_named_origin_may(serving: Callable[..., TestClient]) -> None:
    client = serving("https://other.example.be", ORIGIN)

    before = client.options("/api/v1/ask", headers=ASKED_BEFORE)
    asked = client.post("/api/v1/search", json={"query": "x"}, headers={"Origin": ORIGIN})

    assert before.status_code == 200
    for response in (before, asked):
        assert response.headers[ALLOWED] == ORIGIN
        assert "Origin" in response.headers["vary"]
        assert "access-control-allow-credentials" not in response.headers
    assert "Retry-After" in asked.headers["access-control-expose-headers"]


def test_a_browser_may_ask_beforehand_without_a_key_but_not_the_question(
    serving: Callable[..., TestClient],
) -> None:
    client = serving(ORIGIN, access=("keys",))

    before = client.options("/api/v1/ask", headers=ASKED_BEFORE)
    asked = client.post("/api/v1/ask", json={"question": "x"}, headers={"Origin": ORIGIN})

    assert before.status_code == 200
    assert asked.status_code == 401
    # So that the page can say why.
    assert asked.headers[ALLOWED] == ORIGIN


@pytest.mark.parametrize(
    "origin", ["null", "https://intranet.example.be.evil", "http://intranet.example.be"]
)
def test_another_origin_may_not(serving: Callable[..., TestClient], origin: str) -> None:
    client = serving(ORIGIN)

    asked = client.post("/api/v1/search", json={"query": "x"}, headers={"Origin": origin})
    before = client.options("/api/v1/ask", headers={**ASKED_BEFORE, "Origin": origin})

    assert ALLOWED not in asked.headers
    assert ALLOWED not in before.headers


@pytest.mark.parametrize("path", ["/plan", "/embed", "/openapi.json"])
def test_pages_are_not_shared(serving: Callable[..., TestClient], path: str) -> None:
    assert ALLOWED not in serving(ORIGIN).get(path, headers={"Origin": ORIGIN}).headers


@pytest.mark.parametrize("field", ["cors_origins", "frame_origins"])
@pytest.mark.parametrize(
    "origin", ["*", "https://*.be", "intranet.example.be", f"{ORIGIN}/", "'none'", f"{ORIGIN}; x"]
)
def test_what_is_no_origin_is_refused(field: str, origin: str) -> None:
    with pytest.raises(ValidationError, match="no origin"):
        Settings(**{field: (origin,)})  # type: ignore[arg-type]

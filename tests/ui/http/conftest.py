"""A client of the API over the stand-in assistant."""

import time
from collections.abc import Callable, Iterator

import pytest
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app


def until_ready(client: TestClient) -> None:
    """Wait until the assistant is open."""
    deadline = time.monotonic() + 10
    while client.get("/readyz").status_code != 200:
        assert time.monotonic() < deadline
        time.sleep(0.01)


@pytest.fixture(scope="session")
def shipped() -> StandIn:
    return StandIn()


@pytest.fixture
def standin(shipped: StandIn) -> StandIn:
    shipped.questions.clear()
    shipped.released.set()
    return shipped


@pytest.fixture
def settings() -> Settings:
    return Settings(public_url="https://plan.example.be")


@pytest.fixture
def client(standin: StandIn, settings: Settings) -> Iterator[TestClient]:
    app = create_app(lambda: standin, settings)
    with TestClient(app, raise_server_exceptions=False) as client:
        until_ready(client)
        yield client


@pytest.fixture
def post(client: TestClient) -> Callable[..., "object"]:
    """Post bytes as JSON to the ask route."""

    def send(body: bytes, route: str = "/api/v1/ask") -> object:
        return client.post(route, content=body, headers={"Content-Type": "application/json"})

    return send

"""Nobody is kept waiting without end."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from tests.ui.standin_assistant import StandIn

ClientOf = Callable[..., TestClient]


@pytest.fixture
def stuck(whole: StandIn):
    whole.released.clear()
    yield
    whole.released.set()


@pytest.mark.usefixtures("stuck")
def test_503_when_an_answer_takes_too_long(client_of: ClientOf) -> None:
    client = client_of(access=(), max_seconds=1)

    response = client.post("/api/v1/ask", json={"question": "x"})

    assert response.status_code == 503
    assert "too long" in response.json()["detail"]
    assert "retry-after" in response.headers


@pytest.mark.usefixtures("stuck")
def test_a_stream_ends_with_an_error_when_an_answer_takes_too_long(client_of: ClientOf) -> None:
    client = client_of(access=(), max_seconds=1)

    response = client.post("/api/v1/ask", json={"question": "x", "stream": True})

    assert "event: error" in response.text
    assert "too long" in response.text

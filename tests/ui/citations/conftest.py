"""The same clients as those of the API's tests."""

from collections.abc import Iterator

import pytest
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.http.conftest import (  # noqa: F401 - fixtures
    client,
    settings,
    shipped,
    standin,
    until_ready,
)
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app


@pytest.fixture
def client_of_no_name(standin: StandIn) -> Iterator[TestClient]:  # noqa: F811
    """A client of a server that does not know where users reach it."""
    with TestClient(create_app(lambda: standin, Settings())) as nameless:  # type: ignore[arg-type,return-value]
        until_ready(nameless)
        yield nameless

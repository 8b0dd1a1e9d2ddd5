"""Clients of OpenAI's protocol over the stand-in assistant."""

from collections.abc import Iterator

import pytest

from assistant import Settings
from tests.ui.http.conftest import client, settings, shipped, standin  # noqa: F401 - fixtures
from tests.ui.serving import serving
from tests.ui.standin_assistant import StandIn
from ui.http.app import create_app


@pytest.fixture(scope="module")
def asked() -> StandIn:
    return StandIn()


@pytest.fixture(scope="module")
def base(asked: StandIn) -> Iterator[str]:
    """The address of a real server with the stand-in assistant."""
    with serving(create_app(lambda: asked, Settings())) as url:  # type: ignore[arg-type,return-value]
        yield url

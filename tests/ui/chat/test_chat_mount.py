import asyncio
from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import Settings
from tests.ui.standin_assistant import StandIn
from ui.chat.app import mount_chat


@pytest.fixture(scope="module")
def chat() -> Iterator[TestClient]:
    app = FastAPI(docs_url=None, redoc_url=None)

    @app.get("/healthz")
    def healthz() -> str:
        return "up"

    standin = StandIn()

    async def mounted() -> FastAPI:
        # Gradio opens event loops of its own, and leaves them open, where none is running.
        return mount_chat(app, lambda: standin, Settings())  # type: ignore[arg-type,return-value]

    asyncio.run(mounted())
    with TestClient(app) as client:
        yield client


def test_page_is_served_when_the_root_is_asked(chat: TestClient) -> None:
    response = chat.get("/")
    assert response.status_code == 200
    assert "<title>Planwijzer</title>" in response.text or "Planwijzer" in response.text


def test_earlier_route_keeps_its_path_when_the_chat_is_mounted(chat: TestClient) -> None:
    assert chat.get("/healthz").json() == "up"


def test_policy_keeps_the_browser_here_when_the_page_is_served(chat: TestClient) -> None:
    policy = chat.get("/").headers["content-security-policy"]
    assert "http" not in policy
    assert "default-src 'self'" in policy
    assert "connect-src 'self'" in policy


@pytest.mark.parametrize(
    "path", ["/gradio_api/upload", "/gradio_api/proxy=http://127.0.0.1/", "/monitoring"]
)
def test_door_is_closed_when_the_chat_does_not_need_it(chat: TestClient, path: str) -> None:
    assert chat.get(path).status_code == 404
    assert chat.post(path).status_code == 404


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_page_that_loads_from_outside_is_absent_when_asked(chat: TestClient, path: str) -> None:
    assert "cdn" not in chat.get(path).text


def test_usage_data_is_off_when_the_chat_is_loaded(chat: TestClient) -> None:
    config = chat.get("/config").json()
    assert config["analytics_enabled"] is False
    assert config["footer_links"] == []
    assert all(dependency["api_visibility"] == "private" for dependency in config["dependencies"])


def test_scripts_are_in_the_page_when_it_is_served(chat: TestClient) -> None:
    page = chat.get("/").text + chat.get("/config").text
    assert "data-copy" in page
    assert "api/v1/feedback" in page


def test_stylesheet_names_no_other_server_when_it_is_served(chat: TestClient) -> None:
    css = chat.get("/theme.css").text
    assert "http" not in css.replace("http://www.w3.org", "")
    assert "googleapis" not in chat.get("/").text

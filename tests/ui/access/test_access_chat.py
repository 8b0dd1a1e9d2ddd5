"""The chat, over its own protocol: it is guarded, and answers from what its visitor may read."""

import asyncio
import json
import re
import socket
import threading
import time
import uuid
from collections.abc import Iterator

import httpx
import pytest
import uvicorn
from sqlalchemy import Engine

from assistant import Settings
from tests.ui.access.conftest import WORD, bearer
from tests.ui.standin_assistant import StandIn
from ui.access.caller import Role
from ui.access.keys import Keys
from ui.answer_log.log import AnswerLog
from ui.cli.server import FACES
from ui.http.app import create_app

# Raised inside Gradio, over its own statistics.
pytestmark = pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")


@pytest.fixture
def served(whole: StandIn, settings: Settings, engine: Engine) -> Iterator[str]:
    """The address of a real server with all faces."""

    async def made() -> uvicorn.Server:
        # Gradio opens event loops of its own, and leaves them open, where none is running.
        app = create_app(lambda: whole, settings, FACES, database=engine)  # type: ignore[arg-type,return-value]
        return uvicorn.Server(uvicorn.Config(app, log_level="warning", proxy_headers=False))

    server = asyncio.run(made())
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        base = f"http://127.0.0.1:{listener.getsockname()[1]}"
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline:
            try:
                if httpx.get(f"{base}/readyz").status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.05)
        yield base
        server.should_exit = True
        thread.join(30)


def ask(client: httpx.Client, question: str) -> str:
    """Ask as the page does, and return all that the server sends back."""
    config = client.get("/config").json()
    session = uuid.uuid4().hex
    box = next(c["id"] for c in config["components"] if c["props"].get("elem_id") == "question")
    event = next(d for d in config["dependencies"] if d["inputs"][:1] == [box])
    joined = client.post(
        "/gradio_api/queue/join",
        json={
            "data": [question, "nl", "all", "all", "all", None],
            "fn_index": event["id"],
            "session_hash": session,
            "trigger_id": box,
        },
    )
    assert joined.status_code == 200, joined.text
    said = []
    with client.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as events:
        for line in events.iter_lines():
            if not line.startswith("data:"):
                continue
            said.append(line)
            if json.loads(line[5:])["msg"] in ("process_completed", "close_stream"):
                break
    return "\n".join(said)


def test_it_is_closed_to_strangers(served: str) -> None:
    with httpx.Client(base_url=served) as stranger:
        for path in (
            "/",
            "/config",
            "/theme.css",
            "/gradio_api/info",
            "/gradio_api/startup-events",
        ):
            assert stranger.get(path).status_code == 401, path
        assert stranger.post("/gradio_api/queue/join", json={}).status_code == 401
        assert stranger.get("/gradio_api/queue/data?session_hash=visitor").status_code == 401


def test_its_answers_are_logged_and_counted(
    served: str, keys: Keys, engine: Engine, settings: Settings
) -> None:
    key, text = keys.create("admin", role=Role.ADMIN, days=1)
    with httpx.Client(base_url=served, headers=bearer(text), timeout=30) as visitor:
        ask(visitor, "Wat regelt de bijlage over de opvang?")
        counted = visitor.get("/metrics").text

    assert AnswerLog(engine, settings).entry("a1").caller == f"key:{key.id}"
    assert re.search(r'^planwijzer_answers_total\{.*status="answered"\} 1\.0$', counted, re.M)


def test_it_quotes_a_document_to_those_alone_who_may_read_it(served: str, keys: Keys) -> None:
    told = {}
    for group in ("csd", "other"):
        shown = bearer(keys.create(group, groups=[group], days=1)[1])
        with httpx.Client(base_url=served, headers=shown, timeout=30) as visitor:
            told[group] = ask(visitor, "Wat regelt de bijlage over de opvang?")

    assert WORD in told["csd"]
    assert WORD not in told["other"]
    assert "Geheime" not in told["other"]
    assert "process_completed" in told["other"]
    assert "plan/nvp-2026-2029" in told["other"]

"""The tables of docs/security.md on who gets what are what the server does, route by route."""

import asyncio
import re
from collections import Counter
from collections.abc import Callable
from itertools import groupby
from pathlib import Path

import pytest
from sqlalchemy import Engine
from starlette.testclient import TestClient

from assistant import Settings
from corpus import ReadDocument
from tests.ui.access.conftest import WORD, bearer
from tests.ui.access.test_matrix import PHRASE, Request, requests
from tests.ui.mcp.test_endpoint import CALL, HEADERS
from tests.ui.standin_assistant import StandIn
from ui.access.caller import Role
from ui.access.keys import Keys
from ui.cli.server import FACES
from ui.http.app import create_app

ClientOf = Callable[..., TestClient]

PAGE = Path(__file__).parents[3] / "docs" / "security.md"
TITLE = "Geheime bijlage"
CHAT = "/"
APART = {"/plan", "/plan/", "/api/v1/kiv", "/metrics"}
"""Not in the second table: what they tell of a document is held by tests of their own."""
ANYBODY = (None, *Role)


def tables() -> list[dict[str, list[str]]]:
    """Return the cells of each table of the section by the addresses of their rows."""
    section = PAGE.read_text("utf-8").split("### Who gets what\n", 1)[1].split("\n### ", 1)[0]
    lines = groupby(section.splitlines(), lambda line: line.startswith("|"))
    found = []
    for rows in (list(rows) for is_table, rows in lines if is_table):
        named: list[tuple[str, list[str]]] = []
        for row in rows[2:]:
            first, *cells = (cell.strip() for cell in row.strip("|").split("|"))
            named += [(address, cells) for address in re.findall(r"`([^`]+)`", first)]
        twice = [address for address, n in Counter(name for name, _ in named).items() if n > 1]
        assert twice == []
        found.append(dict(named))
    return found


@pytest.fixture
def passage(whole: StandIn) -> str:
    read = next(r for r in whole.documents if r.document.id == "nvp-2026-2029")
    return read.passages[0].id


def test_every_route_is_in_both_tables_and_nothing_else_is(
    client_of: ClientOf, passage: str
) -> None:
    roles, documents = tables()
    there = {request.route for request in requests(client_of(), passage)}

    assert set(roles) == there | {CHAT}
    assert set(documents) == there - APART


@pytest.mark.parametrize("role", ANYBODY)
def test_each_role_gets_what_the_table_says(
    client_of: ClientOf, keys: Keys, passage: str, role: Role | None
) -> None:
    said = tables()[0]
    column = ANYBODY.index(role)
    client = client_of({} if role is None else bearer(keys.create("k", role=role, days=1)[1]))
    wrong = []
    for request in requests(client, passage):
        status = client.request(request.method, request.path, json=request.json).status_code
        got = str(status) if status in (401, 403) else "let in"
        if got != said[request.route][column] or status >= 500:
            wrong.append((request, status))

    assert wrong == []


def about(secret: ReadDocument) -> dict[str, list[Request]]:
    """Return what could tell of a document that is for a group, by the route that it goes to."""
    passage, quote = secret.passages[0].id, secret.passages[0].text
    only = {"filters": {"documents": ["geheim"]}}
    asked = [{"role": "user", "content": "Wat regelt de bijlage?"}]
    posts: list[tuple[str, object]] = [
        ("/api/v1/ask", {"question": "Wat regelt de bijlage?"}),
        ("/api/v1/ask", {"question": "Wat regelt de bijlage?", "stream": True}),
        ("/api/v1/ask", {"question": "Wat regelt de bijlage?", **only}),
        ("/api/v1/search", {"query": "bijlage"}),
        ("/api/v1/search", {"query": "bijlage", **only}),
        ("/api/v1/verify", {"quote": PHRASE}),
        ("/api/v1/verify", {"quote": quote, "document": "geheim"}),
        ("/api/v1/verify/draft", {"draft": f"“{PHRASE}”"}),
        ("/v1/chat/completions", {"model": "planwijzer", "messages": asked}),
        ("/v1/chat/completions", {"model": "planwijzer", "messages": asked, "stream": True}),
        ("/mcp", CALL),
    ]
    filled = {"document_id": "geheim", "passage_id": passage, "name": "plan.css", "rest": "geheim"}
    found: dict[str, list[Request]] = {}
    for path, json in posts:
        found.setdefault(path, []).append(Request("POST", path, json))
    for route in tables()[1]:
        path = re.sub(r"\{(\w+)\}", lambda name: filled.get(name[1], "planwijzer"), route)
        found.setdefault(route, []).append(Request("GET", path))
    return found


@pytest.mark.parametrize("role", ANYBODY)
@pytest.mark.parametrize("groups", [("other",), ("csd",)])
def test_each_group_gets_of_a_document_what_the_table_says(
    client_of: ClientOf,
    keys: Keys,
    secret: ReadDocument,
    role: Role | None,
    groups: tuple[str, ...],
) -> None:
    said = tables()[1]
    column = 0 if role is None else 1 + (groups == ("csd",))
    shown = {} if role is None else bearer(keys.create("k", role=role, groups=groups, days=1)[1])
    client = client_of({**shown, **HEADERS})
    wrong = []
    for route, asked in about(secret).items():
        answers = [client.request(each.method, each.path, json=each.json) for each in asked]
        # One who goes where only POST leads is told so, and nothing else.
        answers = [answer for answer in answers if answer.status_code != 405] or answers
        told = ["with it" if WORD in a.text or TITLE in a.text else "without it" for a in answers]
        got = {
            str(a.status_code) if a.status_code == 401 else t
            for a, t in zip(answers, told, strict=True)
        }
        if said[route][column] == "404":
            got = {str(answer.status_code) for answer in answers}
        if got != {said[route][column]} or any(a.status_code >= 500 for a in answers):
            wrong.append((route, got, [a.status_code for a in answers]))

    assert wrong == []


@pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")
def test_the_chat_is_for_whom_the_table_says(
    whole: StandIn, settings: Settings, engine: Engine, keys: Keys
) -> None:
    async def made() -> TestClient:
        # Gradio opens event loops of its own, and leaves them open, where none is running.
        app = create_app(lambda: whole, settings, FACES, database=engine)  # type: ignore[arg-type,return-value]
        return TestClient(app)

    client, got = asyncio.run(made()), []
    chat = client.app.routes[-1].app  # type: ignore[attr-defined]
    for role in ANYBODY:
        shown = {} if role is None else bearer(keys.create("k", role=role, days=1)[1])
        paths = ["/config"] if role else [getattr(route, "path", CHAT) for route in chat.routes]
        found = {client.get(path or CHAT, headers=shown).status_code for path in (CHAT, *paths)}
        got.append("let in" if found == {200} else str(*found))

    assert got == tables()[0][CHAT]

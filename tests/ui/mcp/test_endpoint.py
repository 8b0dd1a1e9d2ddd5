"""/mcp behind the guard: who gets in, what they may read, and under which names it answers."""

from collections.abc import Callable, Iterator

import anyio
import httpx
import pytest
from mcp import Client
from mcp_types import CallToolResult
from sqlalchemy import Engine
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.access.conftest import PROXY, WORD, bearer
from tests.ui.mcp.conftest import SECONDS, over_http
from tests.ui.serving import serving
from tests.ui.standin_assistant import StandIn
from ui.access.keys import Keys
from ui.answer_log.log import AnswerLog
from ui.http.app import create_app

ClientOf = Callable[..., TestClient]

CALL = {
    "jsonrpc": "2.0",
    "id": 1,
    "method": "tools/call",
    "params": {"name": "ask", "arguments": {"question": "Wat regelt de bijlage?"}},
}
HEADERS = {"Accept": "application/json, text/event-stream", "Host": "localhost:8321"}


@pytest.fixture
def base(whole: StandIn, settings: Settings, engine: Engine) -> Iterator[str]:
    """The address of a real server with an access rule."""
    app = create_app(lambda: whole, settings, database=engine)  # type: ignore[arg-type,return-value]
    with serving(app) as url:
        yield url


async def asked(client: Client) -> CallToolResult:
    return await client.call_tool("ask", {"question": "Wat regelt de bijlage?"})


def told(result: CallToolResult) -> str:
    assert not result.is_error, result.content
    return str(result.structured_content)


def test_a_restricted_document_is_quoted_to_its_group_alone(base: str, keys: Keys) -> None:
    said = {
        group: told(over_http(base, bearer(keys.create(group, groups=[group], days=1)[1]), asked))
        for group in ("csd", "other")
    }

    assert WORD in said["csd"]
    assert WORD not in said["other"]
    assert "geheim" not in said["other"]


@pytest.mark.parametrize("group", ["csd", "other"])
def test_every_tool_keeps_it_from_who_may_not_read_it(
    base: str, keys: Keys, whole: StandIn, group: str
) -> None:
    passage = whole.document("geheim").passages[0]
    calls = [
        ("search", {"query": "bijlage"}),
        ("search", {"query": "x", "filters": {"documents": ["geheim"]}}),
        ("read", {"passage_id": passage.id}),
        ("verify", {"quote": passage.text}),
        ("verify", {"quote": passage.text, "document": "geheim"}),
    ]

    async def all_of(client: Client) -> list[CallToolResult]:
        return [await client.call_tool(name, arguments) for name, arguments in calls]

    results = over_http(base, bearer(keys.create("k", groups=[group], days=1)[1]), all_of)

    assert ["Geheime bijlage" in str(result) for result in results] == [group == "csd"] * 5


def test_callers_at_the_same_time_each_get_their_own(base: str, keys: Keys) -> None:
    shown = [
        bearer(keys.create("k", groups=[group], days=1)[1])
        for group in ("csd", "other", "csd", "other")
    ]

    async def run() -> list[bool]:
        quoted = [False] * len(shown)

        async def one(number: int) -> None:
            headers = {**shown[number], **HEADERS}
            async with httpx.AsyncClient(base_url=base, headers=headers, timeout=SECONDS) as client:
                for _ in range(5):
                    response = await client.post("/mcp", json=CALL)
                    quoted[number] = WORD in response.text

        async with anyio.create_task_group() as group:
            for number in range(len(shown)):
                group.start_soon(one, number)
        return quoted

    assert anyio.run(run) == [True, False, True, False]


def test_answers_are_logged_with_their_caller(
    base: str, keys: Keys, engine: Engine, settings: Settings
) -> None:
    key, text = keys.create("k", days=1)

    result = over_http(base, bearer(text), asked)

    entry = AnswerLog(engine, settings).entry(result.structured_content["id"])
    assert entry.caller == f"key:{key.id}"


def test_links_lead_to_the_server_that_was_asked(base: str, keys: Keys) -> None:
    result = over_http(base, bearer(keys.create("k", days=1)[1]), asked)

    assert result.structured_content["citations"][0]["url"].startswith(f"{base}/plan/")


def test_a_user_whom_the_proxy_names_is_received(client_of: ClientOf) -> None:
    named = {**HEADERS, "X-Forwarded-User": "jan", "X-Forwarded-Groups": "csd"}

    assert WORD in client_of(named, address=PROXY).post("/mcp", json=CALL).text
    assert client_of(named).post("/mcp", json=CALL).status_code == 401


def test_nobody_gets_in_without_a_key(client_of: ClientOf) -> None:
    for shown in ({}, bearer("pw_x_y")):
        response = client_of({**shown, **HEADERS}).post("/mcp", json=CALL)

        assert response.status_code == 401
        assert response.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8321", "localhost.evil.example"])
def test_it_does_not_answer_under_a_name_of_somebody_else(client_of: ClientOf, host: str) -> None:
    response = client_of({**HEADERS, "Host": host}, access=()).post("/mcp", json=CALL)

    assert response.status_code == 421
    assert "jsonrpc" not in response.text


def test_it_does_not_answer_pages_of_somebody_else(client_of: ClientOf) -> None:
    foreign = {**HEADERS, "Origin": "https://evil.example"}

    assert client_of(foreign, access=()).post("/mcp", json=CALL).status_code == 403


@pytest.mark.parametrize(
    ("host", "changes"),
    [
        ("127.0.0.1:8321", {}),
        ("[::1]:8321", {}),
        ("plan.example.be", {"public_url": "https://plan.example.be"}),
        ("plan.example.be:8443", {"public_url": "https://plan.example.be:8443/nvp"}),
        ("mcp.intern", {"mcp_hosts": ("mcp.intern",)}),
    ],
)
def test_it_answers_under_its_own_names(
    client_of: ClientOf, host: str, changes: dict[str, object]
) -> None:
    client = client_of({**HEADERS, "Host": host}, access=(), **changes)

    assert client.post("/mcp", json=CALL).status_code == 200


@pytest.mark.parametrize("method", ["GET", "DELETE", "PUT"])
def test_no_stream_is_held_open(client_of: ClientOf, method: str) -> None:
    assert client_of(HEADERS, access=()).request(method, "/mcp").status_code == 405


def test_a_message_over_the_limit_is_refused(client_of: ClientOf) -> None:
    large = b" " * (64 * 1024 + 1)

    assert client_of(HEADERS, access=()).post("/mcp", content=large).status_code == 413


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b"null", b"[" * 30_000, b"\xff", b'{"id": 1}'])
def test_what_is_no_message_is_refused(client_of: ClientOf, body: bytes) -> None:
    client = client_of({**HEADERS, "Content-Type": "application/json"}, access=())

    assert client.post("/mcp", content=body).status_code == 400


def test_it_is_counted_against_the_rate_limit(client_of: ClientOf, keys: Keys) -> None:
    client = client_of({**bearer(keys.create("k", rate="1/hour", days=1)[1]), **HEADERS})

    assert [client.post("/mcp", json=CALL).status_code for _ in range(2)] == [200, 429]


def test_its_requests_are_counted_under_its_address(client_of: ClientOf) -> None:
    client = client_of(HEADERS, access=())
    client.post("/mcp", json=CALL)

    assert 'planwijzer_requests_total{route="/mcp",status="200"} 1.0' in client.get("/metrics").text

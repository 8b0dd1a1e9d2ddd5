"""The tools, as a client sees them: in process, the protocol itself between."""

from collections.abc import Awaitable, Callable
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp_types import CallToolResult
from starlette.testclient import TestClient

from assistant import MAX_QUESTION_CHARACTERS, NotFoundError
from tests.ui.standin_assistant import StandIn
from ui.http.present import Presenter
from ui.mcp.reception import Visit
from ui.mcp.server import mcp_server

URL = "https://plan.example.be"


class AtOnce:
    """Receives everybody and works at once."""

    def __init__(self, standin: StandIn) -> None:
        self.standin = standin

    async def visit(self, _: object) -> Visit:
        return Visit(
            assistant=self.standin,  # type: ignore[arg-type]
            presenter=Presenter(self.standin, URL),
        )

    async def done(self, work: Callable[[], Any]) -> Any:
        return work()


@pytest.fixture(scope="module")
def standin() -> StandIn:
    return StandIn()


@pytest.fixture
def used(standin: StandIn) -> Callable[[Callable[[Client], Awaitable[Any]]], Any]:
    standin.questions.clear()

    def run(use: Callable[[Client], Awaitable[Any]]) -> Any:
        async def inside() -> Any:
            async with Client(mcp_server(AtOnce(standin))) as client:
                return await use(client)

        return anyio.run(inside)

    return run


@pytest.fixture
def call(used: Callable[..., Any]) -> Callable[..., CallToolResult]:
    def made(tool: str, **arguments: Any) -> CallToolResult:
        return used(lambda client: client.call_tool(tool, arguments))

    return made


def found(result: CallToolResult) -> dict[str, Any]:
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


def test_there_are_four_tools_and_all_only_read(used: Callable[..., Any]) -> None:
    tools = used(lambda client: client.list_tools()).tools

    assert {tool.name for tool in tools} == {"ask", "search", "read", "verify"}
    assert all(tool.annotations.read_only_hint for tool in tools)
    assert all(tool.annotations.destructive_hint is False for tool in tools)
    assert all(tool.description and tool.output_schema for tool in tools)


def test_ask_gives_the_answer_with_its_citations_and_links(call: Callable[..., Any]) -> None:
    reply = found(call("ask", question="What is it?"))

    [cited] = reply["citations"]
    assert reply["status"] == "answered"
    assert cited["url"].startswith(f"{URL}/plan/nvp-2026-2029?from=")
    assert cited["quote"] in reply["answer"]
    assert f"](<{cited['url']}>)" in reply["answer"]
    assert "passages" not in reply


def test_ask_says_that_the_documents_do_not_answer(call: Callable[..., Any]) -> None:
    reply = found(call("ask", question="Will the weather hold?"))

    assert (reply["status"], reply["reason"]) == ("not_in_corpus", "out_of_scope")
    assert len(reply["nearest"]) == 3


def test_ask_takes_all_that_the_api_takes(call: Callable[..., Any], standin: StandIn) -> None:
    call(
        "ask",
        question="And then?",
        history=[{"role": "user", "content": "First?"}],
        language="fr",
        filters={"themes": ["1.3"]},
    )

    [question] = standin.questions
    assert [turn.content for turn in question.history] == ["First?"]
    assert question.language == "fr"
    assert question.filters.themes == {"1.3"}


@pytest.mark.parametrize("text", ['["x"]', "12", "null", '{"a": 1}'])
def test_a_question_that_looks_like_json_is_text(
    call: Callable[..., Any], standin: StandIn, text: str
) -> None:
    found(call("ask", question=text))

    assert standin.questions[0].text == text


def test_search_read_and_verify_give_what_the_api_gives(
    call: Callable[..., Any], standin: StandIn
) -> None:
    from assistant import Settings
    from tests.ui.http.conftest import until_ready
    from ui.http.app import create_app

    passage = standin.documents[0].passages[3]
    app = create_app(lambda: standin, Settings(public_url=URL))  # type: ignore[arg-type,return-value]
    with TestClient(app) as api:
        until_ready(api)
        searched = api.post("/api/v1/search", json={"query": "drugs", "top_k": 3}).json()
        read = api.get(f"/api/v1/passages/{passage.id}").json()
        verified = api.post("/api/v1/verify", json={"quote": passage.text[:80]}).json()

    assert found(call("search", query="drugs", top_k=3)) == searched
    assert found(call("read", passage_id=passage.id)) == read
    assert found(call("verify", quote=passage.text[:80])) == verified
    assert verified["verdict"] == "exact"


@pytest.mark.parametrize(
    ("tool", "arguments", "said"),
    [
        ("ask", {"question": ""}, "question"),
        ("ask", {"question": "a" * (MAX_QUESTION_CHARACTERS + 1)}, "2000 characters"),
        ("ask", {"question": "x", "filters": {"documents": ["none"]}}, "no document"),
        ("ask", {"question": "x", "history": [{"role": "user", "content": "x"}] * 41}, "history"),
        ("search", {"query": "x", "top_k": 51}, "top_k"),
        ("read", {"passage_id": "none"}, "no passage"),
        ("verify", {"quote": "x", "document": "none"}, "no document"),
    ],
)
def test_what_is_off_is_told_to_the_model(
    call: Callable[..., Any], tool: str, arguments: dict[str, Any], said: str
) -> None:
    result = call(tool, **arguments)

    assert result.is_error
    assert said in result.content[0].text


def test_a_failure_nobody_foresaw_tells_nothing_of_the_inside(call: Callable[..., Any]) -> None:
    result = call("ask", question="fail")

    assert result.is_error
    assert "secret" not in result.content[0].text


def test_what_cannot_be_opened_is_told_with_what_mends_it(standin: StandIn) -> None:
    class Closed(AtOnce):
        async def visit(self, _: object) -> Visit:
            raise NotFoundError("There is no index.", "Build it.")

    async def run() -> CallToolResult:
        async with Client(mcp_server(Closed(standin))) as client:
            return await client.call_tool("ask", {"question": "x"})

    assert "There is no index. Build it." in anyio.run(run).content[0].text

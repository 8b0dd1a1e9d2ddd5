"""`planwijzer mcp`, a process of its own behind the SDK's own client."""

import os

import pytest
from mcp import Client
from mcp_types import CallToolResult

from tests.ui.mcp.conftest import STAND_IN, over_stdio


async def told(client: Client) -> list[CallToolResult]:
    asked = await client.call_tool("ask", {"question": "Wat is het mobiel stalkingsalarm?"})
    place = asked.structured_content["citations"][0]
    return [
        asked,
        await client.call_tool("search", {"query": "stalking"}),
        await client.call_tool("read", {"passage_id": place["passage_id"]}),
        await client.call_tool("verify", {"quote": place["quote"]}),
    ]


def assert_holds_together(results: list[CallToolResult]) -> None:
    asked, searched, read, verified = (result.structured_content for result in results)
    place = asked["citations"][0]
    assert place["url"].startswith("http://127.0.0.1:8321/plan/")
    assert searched["results"]
    assert place["quote"] in read["text"]
    assert verified["verdict"] == "exact"


def test_the_four_tools_answer_over_standard_input_and_output() -> None:
    assert_holds_together(over_stdio(["-c", STAND_IN], told))


@pytest.mark.real
def test_the_four_tools_answer_from_the_real_index() -> None:
    kept = {name: value for name, value in os.environ.items() if name.startswith("HF_")}

    assert_holds_together(over_stdio(["-m", "ui.cli", "mcp"], told, **kept))

"""The SDK's own client, over HTTP and over standard input and output."""

import sys
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import TypeVar

import anyio
import httpx2
from mcp import Client, StdioServerParameters
from mcp.client.streamable_http import streamable_http_client

from tests.ui.access.conftest import (  # noqa: F401 - fixtures
    client_of,
    engine,
    keys,
    secret,
    settings,
    whole,
)

SECONDS = 60
ROOT = Path(__file__).parents[3]
_Result = TypeVar("_Result")
Use = Callable[[Client], Awaitable[_Result]]

STAND_IN = """
import sys
import ui.cli.opening
from tests.ui.standin_assistant import StandIn
from ui.cli.app import main
ui.cli.opening.open_assistant = lambda _: StandIn()
sys.argv = ["planwijzer", "mcp"]
main()
"""


@asynccontextmanager
async def _over_http(base: str, headers: dict[str, str]) -> AsyncIterator[Client]:
    async with (
        httpx2.AsyncClient(headers=headers, timeout=SECONDS) as http,
        Client(streamable_http_client(f"{base}/mcp", http_client=http)) as client,
    ):
        yield client


def over_http(base: str, headers: dict[str, str], use: "Use[_Result]") -> _Result:
    """Return what comes of using a client of a server, with the headers of who calls."""

    async def run() -> _Result:
        async with _over_http(base, headers) as client:
            return await use(client)

    return anyio.run(run)


def over_stdio(arguments: list[str], use: "Use[_Result]", **environment: str) -> _Result:
    """Return what comes of using a client that starts a Python process of its own."""
    server = StdioServerParameters(
        command=sys.executable, args=arguments, cwd=ROOT, env=environment
    )

    async def run() -> _Result:
        async with Client(server) as client:
            return await use(client)

    return anyio.run(run)

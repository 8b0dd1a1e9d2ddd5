"""/mcp: the protocol over HTTP, each request on its own."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TypeVar

from fastapi import APIRouter, Request
from fastapi.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant import Settings
from ui.access.caller import STRANGER, caller_of, calling
from ui.http.desk import Desk
from ui.http.limits import MAX_BODY_BYTES
from ui.http.present import Presenter
from ui.http.problems import problem_response
from ui.mcp.hosts import allowed_hosts, allowed_origins
from ui.mcp.reception import Visit

_PATH = "/mcp"
_STOPPED = "The server is starting or stopping."
_Result = TypeVar("_Result")


class McpEndpoint:
    """Answers messages while it is running.

    No session is kept between requests: any replica can answer, and every request shows anew who
    calls.
    """

    def __init__(self, desk: Desk, settings: Settings) -> None:
        self._desk = desk
        self._settings = settings
        self._app: ASGIApp = problem_response(503, _STOPPED)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Answer within a block."""
        from mcp.server.transport_security import TransportSecuritySettings

        from ui.mcp.server import mcp_server

        server = mcp_server(_AtDesk(self._desk))
        server.streamable_http_app(
            streamable_http_path=_PATH,
            stateless_http=True,
            json_response=True,
            max_request_body_size=MAX_BODY_BYTES,
            transport_security=TransportSecuritySettings(
                allowed_hosts=allowed_hosts(self._settings),
                allowed_origins=allowed_origins(self._settings),
            ),
        )
        stopped = self._app
        async with server.session_manager.run():
            self._app = server.session_manager.handle_request
            yield
            self._app = stopped

    @property
    def router(self) -> APIRouter:
        """The route of messages; a stream that would stay open is not offered."""
        routes = APIRouter(include_in_schema=False)

        @routes.post(_PATH, response_class=Response)
        async def message(request: Request) -> Response:  # noqa: ARG001 - its body stays unread
            return _Passed(self._app)

        return routes


class _Passed(Response):
    """A response that another application gives."""

    def __init__(self, app: ASGIApp) -> None:
        super().__init__()
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app(scope, receive, send)


class _AtDesk:
    """Receives callers of the server, and works where it works for all of them."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def visit(self, request: Request | None) -> Visit:
        # The library may work in a task of its own: the request itself says who calls.
        with calling(caller_of(request.scope) if request else STRANGER):
            assistant = self._desk.assistant()
        base = self._desk.public_url or (str(request.base_url) if request else "")
        return Visit(assistant=assistant, presenter=Presenter(assistant, base))

    async def done(self, work: Callable[[], _Result]) -> _Result:
        async with asyncio.timeout(self._desk.seconds):
            return await self._desk.capacity.start(work)

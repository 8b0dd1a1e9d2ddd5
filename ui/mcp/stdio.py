"""The protocol over standard input and output, for programs of one user on this machine."""

from collections.abc import Callable
from threading import Lock
from typing import TYPE_CHECKING, TypeVar

from anyio.to_thread import run_sync
from starlette.requests import Request

from assistant import Settings
from ui.cli.opening import local_url, opened
from ui.http.present import Presenter
from ui.mcp.reception import Visit
from ui.mcp.server import mcp_server

if TYPE_CHECKING:
    from assistant import Assistant

_Result = TypeVar("_Result")


def serve(settings: Settings) -> None:
    """Answer what comes over standard input until it ends."""
    mcp_server(_AtHome(settings)).run("stdio")


class _AtHome:
    """Receives who started this process; opens the assistant when it is first asked for."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._assistant: Assistant | None = None
        self._opening = Lock()

    async def visit(self, request: Request | None) -> Visit:  # noqa: ARG002 - there is none
        assistant = await run_sync(self._opened)
        return Visit(assistant=assistant, presenter=Presenter(assistant, local_url(self._settings)))

    async def done(self, work: Callable[[], _Result]) -> _Result:
        return await run_sync(work)

    def _opened(self) -> "Assistant":
        with self._opening:
            if self._assistant is None:
                self._assistant = opened(self._settings)
            return self._assistant

"""What stands before every route: how large a body may be and how long it may take to come.

The API's answers get their headers here too.
"""

import asyncio

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.access.rule import MACHINES
from ui.http.problems import HEADERS, problem_response

MAX_BODY_BYTES = 64 * 1024
MAX_CHAT_BODY_BYTES = 256 * 1024
BODY_SECONDS = 15.0

_TOO_LARGE = "The body is larger than {} bytes. Send less text at once."
_TOO_SLOW = f"The body did not come within {BODY_SECONDS:.0f} seconds. Send it again."
_CLOSE = {"Connection": "close"}


class ApiLimits:
    """ASGI middleware: reads a body whole, up to the limits, before any route sees it."""

    def __init__(self, app: ASGIApp, seconds: float = BODY_SECONDS) -> None:
        """Take the application behind, and how long a body may take to come."""
        self._app = app
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 408 or 413, or pass the request on, with the API's headers on the answer."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        is_api = scope["path"].startswith(MACHINES)
        limit = MAX_BODY_BYTES if is_api else MAX_CHAT_BODY_BYTES
        try:
            async with asyncio.timeout(self._seconds):
                messages = await _read(receive, limit)
        except TimeoutError:
            await problem_response(408, _TOO_SLOW, headers=_CLOSE)(scope, receive, send)
            return
        if messages is None:
            response = problem_response(413, _TOO_LARGE.format(limit), headers=_CLOSE)
            await response(scope, receive, send)
            return
        headed = _with_headers(send) if is_api else send
        await self._app(scope, _replay(messages, receive), headed)


async def _read(receive: Receive, limit: int) -> list[Message] | None:
    messages: list[Message] = []
    size = 0
    more = True
    while more:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > limit:
            return None
        more = message.get("more_body", False)
    return messages


def _replay(messages: list[Message], receive: Receive) -> Receive:
    left = iter(messages)

    async def replay() -> Message:
        for message in left:
            return message
        return await receive()

    return replay


def _with_headers(send: Send) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return with_headers

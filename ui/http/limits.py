"""What stands before the API's routes: the size of a body, and headers on every answer."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.http.problems import HEADERS, problem_response

MAX_BODY_BYTES = 64 * 1024

_API = ("/api/", "/healthz", "/readyz", "/openapi.json")
_TOO_LARGE = f"The body is larger than {MAX_BODY_BYTES} bytes. Send a shorter question or history."


class ApiLimits:
    """ASGI middleware: reads an API body whole, up to the limit, before any route sees it.

    Chat and reader, mounted beside the API, pass through untouched.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 413 or pass the request on, with the API's headers on the answer."""
        if scope["type"] != "http" or not scope["path"].startswith(_API):
            await self._app(scope, receive, send)
            return
        messages = await _read(receive)
        if messages is None:
            response = problem_response(413, _TOO_LARGE, headers={"Connection": "close"})
            await response(scope, receive, send)
            return
        await self._app(scope, _replay(messages, receive), _with_headers(send))


async def _read(receive: Receive) -> list[Message] | None:
    messages: list[Message] = []
    size = 0
    more = True
    while more:
        message = await receive()
        messages.append(message)
        size += len(message.get("body", b""))
        if size > MAX_BODY_BYTES:
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

"""Every failure under /v1 in OpenAI's form, wherever in the server it comes from."""

import json
from collections.abc import Mapping

from starlette.datastructures import MutableHeaders
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.http.problems import HEADERS, MEDIA_TYPE
from ui.http.text import clean
from ui.openai_api import MODEL, PREFIX

_MAX_CHARACTERS = 100
_KINDS: Mapping[int, tuple[str, str | None]] = {
    401: ("authentication_error", "invalid_api_key"),
    403: ("permission_error", None),
    429: ("rate_limit_error", "rate_limit_exceeded"),
}


class OpenAIErrors:
    """ASGI middleware that turns the problems of addresses under /v1 into OpenAI's errors."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, a problem in the other form."""
        if scope["type"] == "http" and scope["path"].startswith(f"{PREFIX}/"):
            send = _Translated(send)
        await self._app(scope, receive, send)


class _Translated:
    """Sends a problem on when it has come whole, and everything else as it comes."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            if MutableHeaders(scope=message).get("content-type") == MEDIA_TYPE:
                self._start = message
                return
        elif self._start is not None:
            self._body += message.get("body", b"")
            if not message.get("more_body"):
                await self._send_error(self._start)
            return
        await self._send(message)

    async def _send_error(self, start: Message) -> None:
        body = translated(self._body)
        headers = MutableHeaders(scope=start)
        headers["content-type"] = "application/json"
        headers["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def unknown_model(name: str) -> Response:
    """Return the error for a model that is not there."""
    shown = clean(name)[:_MAX_CHARACTERS]
    said = f"The model '{shown}' does not exist. The one model is '{MODEL}'."
    error = _error(said, "invalid_request_error", "model", "model_not_found")
    return JSONResponse(error, 404, headers=HEADERS)


def translated(body: bytes) -> bytes:
    """Return a problem (RFC 9457) as one of OpenAI's errors, both as JSON."""
    problem = json.loads(body)
    status = problem["status"]
    fallback = "server_error" if status >= 500 else "invalid_request_error"
    kind, code = _KINDS.get(status, (fallback, None))
    off = problem.get("errors")
    field = str(off[0]["field"]) if isinstance(off, list) and off else None
    error = _error(str(problem["detail"]), kind, field, code)
    return json.dumps(error, ensure_ascii=False).encode()


def _error(
    message: str, kind: str, param: str | None, code: str | None
) -> dict[str, dict[str, str | None]]:
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}

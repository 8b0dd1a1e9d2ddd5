"""What the chat's server refuses, whatever Gradio offers by itself."""

from starlette.datastructures import MutableHeaders
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

CONTENT_SECURITY_POLICY = (
    "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; "
    "connect-src 'self'; worker-src 'self' blob:; object-src 'none'; base-uri 'self'; "
    "form-action 'self'; frame-ancestors 'self'"
)
"""Gradio's pages need inline scripts and eval; nothing may come from or go to another server."""

_HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}
_GRADIO = "/gradio_api/"
_NEEDED = tuple(
    _GRADIO + door
    for door in (
        "queue/",
        "run/",
        "heartbeat/",
        "cancel",
        "reset",
        "info",
        "app_id",
        "startup-events",
        "theme.css",
    )
)
"""What the page asks of Gradio. The chat takes no files, gives none and fetches nothing for
others, so whatever else Gradio offers, now or in a later version, is shut."""
_SHUT = ("/monitoring",)


class Shield:
    """ASGI middleware that adds the headers and shuts the doors that the chat does not need."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, its response with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                MutableHeaders(scope=message).update(_HEADERS)
            await send(message)

        if _is_shut(str(scope["path"])):
            await PlainTextResponse("Not Found", 404)(scope, receive, send_with_headers)
        else:
            await self._app(scope, receive, send_with_headers)


def _is_shut(path: str) -> bool:
    return path.startswith(_SHUT) or (path.startswith(_GRADIO) and not path.startswith(_NEEDED))

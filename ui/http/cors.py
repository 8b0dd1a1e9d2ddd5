"""Whose pages may call the API from a visitor's browser (Fetch standard, CORS)."""

from starlette.middleware.cors import CORSMiddleware
from starlette.types import ASGIApp, Receive, Scope, Send

from assistant import Settings
from ui.watch.request_id import HEADER

_PATHS = ("/api/",)
_SEEN = (
    HEADER,
    "Retry-After",
    "RateLimit-Limit",
    "RateLimit-Remaining",
    "RateLimit-Reset",
)
_KEPT_SECONDS = 600


class Cors:
    """ASGI middleware that lets the pages of some origins read the API's answers; by default none.

    It stands before the guard, because a browser asks beforehand without showing who calls.
    Cookies never come along: a page shows a token of its own visitor, or nothing.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._shared = CORSMiddleware(
            app,
            allow_origins=settings.cors_origins,
            allow_methods=("GET", "POST"),
            allow_headers=("Authorization", "Content-Type"),
            expose_headers=_SEEN,
            max_age=_KEPT_SECONDS,
        )
        self._on = bool(settings.cors_origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer what a browser asks beforehand, or pass the request on."""
        shared = self._on and scope["type"] == "http" and scope["path"].startswith(_PATHS)
        await (self._shared if shared else self._app)(scope, receive, send)

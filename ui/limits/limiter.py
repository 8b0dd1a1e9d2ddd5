"""The rate limit in front of whatever costs something."""

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assistant import Settings
from ui.access.caller import Caller, caller_of
from ui.access.proxy import Proxies
from ui.limits.rates import Rates, Standing, rate_of, too_many

_COSTLY = ("/api/", "/v1/", "/mcp", "/plan", "/openapi.json")
_FREE = "/plan-assets/"


class RateLimit:
    """ASGI middleware that counts requests per caller, or per address where nobody is recognised.

    It stands behind the guard. A server for its own machine alone limits nobody.
    """

    def __init__(self, app: ASGIApp, settings: Settings, proxies: Proxies) -> None:
        self._app = app
        self._rate = settings.rate_limit if settings.access else ""
        self._proxies = proxies
        self._rates = Rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 429, or pass the request on with `RateLimit-*` headers on its answer."""
        if scope["type"] != "http" or not _counts(scope):
            await self._app(scope, receive, send)
            return
        standing = self._count(scope, caller_of(scope))
        if standing is None:
            await self._app(scope, receive, send)
        elif standing.allowed:
            await self._app(scope, receive, _with_headers(send, standing))
        else:
            await too_many(standing)(scope, receive, send)

    def _count(self, scope: Scope, caller: Caller) -> Standing | None:
        rate = rate_of(caller.rate or self._rate)
        if rate is None:
            return None
        return self._rates.count(rate, caller.id or self._proxies.address(scope))


def _counts(scope: Scope) -> bool:
    path = scope["path"]
    return scope["method"] == "POST" or (path.startswith(_COSTLY) and not path.startswith(_FREE))


def _with_headers(send: Send, standing: Standing) -> Send:
    async def with_headers(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).update(standing.headers)
        await send(message)

    return with_headers

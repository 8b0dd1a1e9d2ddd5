"""The outermost middleware: gives every request an id, counts it, and notes that it was."""

import logging
import time

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from ui.access.caller import caller_of
from ui.access.proxy import Proxies
from ui.http.problems import UNEXPECTED, problem_response
from ui.watch.logs import detailed, requests
from ui.watch.metrics import Metrics
from ui.watch.request_id import HEADER, remember, request_id_of
from ui.watch.tracing import Ended, Tracing

_LOG = logging.getLogger(__name__)
_CHAT = "chat"
_OTHER = "other"


class Watch:
    """ASGI middleware that watches requests; a failure becomes a 500 here, and a line in the log.

    Neither the metrics, the log nor a trace hold an address as it was asked for: a name or a
    question could be in it.
    """

    def __init__(self, app: ASGIApp, metrics: Metrics, proxies: Proxies, tracing: Tracing) -> None:
        self._app = app
        self._metrics = metrics
        self._proxies = proxies
        self._tracing = tracing

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request and tell of it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        request_id = request_id_of(scope, trusted=self._proxies.vouches_for(scope))
        remember(request_id)
        with self._tracing.request(request_id) as ended:
            await self._watched(scope, receive, send, request_id, ended)

    async def _watched(
        self, scope: Scope, receive: Receive, send: Send, request_id: str, ended: Ended
    ) -> None:
        began = time.perf_counter()
        status = 0

        async def send_with_id(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                MutableHeaders(scope=message)[HEADER] = request_id
            await send(message)

        try:
            await self._app(scope, receive, send_with_id)
        except Exception:
            _LOG.exception("A request failed")
            if status == 0:
                await problem_response(500, UNEXPECTED)(scope, receive, send_with_id)
        finally:
            self._tell(scope, status, time.perf_counter() - began)
            ended(scope["method"], _route(scope), status)

    def _tell(self, scope: Scope, status: int, seconds: float) -> None:
        route = _route(scope)
        self._metrics.request(route, status, seconds)
        said = detailed(
            method=scope["method"],
            route=route,
            status=status,
            milliseconds=round(seconds * 1000, 1),
            caller=caller_of(scope).id,
        )
        requests.info("request", extra=said)


def _route(scope: Scope) -> str:
    """Return the address of a route as it is declared, never as it was asked for."""
    if "route" in scope:
        return str(getattr(scope["route"], "path", "") or _CHAT)
    return _CHAT if scope.get("endpoint") is not None else _OTHER

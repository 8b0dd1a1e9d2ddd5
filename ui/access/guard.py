"""The one rule in front of chat, reader and API."""

import html
from collections.abc import Callable

from anyio.to_thread import run_sync
from sqlalchemy.exc import SQLAlchemyError
from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from ui.access.caller import STRANGER, Caller, calling, remember
from ui.access.jwks import KeysUnavailableError
from ui.access.proxy import Proxies
from ui.access.recognition import Recognition
from ui.access.refusal import NOTHING_SHOWN, RefusedError
from ui.access.rule import MACHINES, needed
from ui.http.problems import HEADERS, problem_response
from ui.limits.attempts import Attempts
from ui.limits.rates import too_many
from ui.wording import words
from ui.wording.negotiate import negotiate

_CHALLENGE = {"WWW-Authenticate": "Bearer"}
_UNAVAILABLE = "Who you are cannot be checked now. Try again in a few seconds."


class Guard:
    """ASGI middleware that lets a request through once its caller has the role it needs.

    Within, `current_caller` is the caller.
    """

    def __init__(
        self,
        app: ASGIApp,
        recognition: Recognition,
        ready: Callable[[Caller], None],
        proxies: Proxies,
    ) -> None:
        """Take the application behind.

        Args:
            app: The application.
            recognition: Says who calls.
            ready: Makes ready what a caller will use; called in a thread, and may raise nothing.
            proxies: Say from which address a request comes.
        """
        self._app = app
        self._recognition = recognition
        self._ready = ready
        self._proxies = proxies
        self._attempts = Attempts()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer 401, 403, 429 or 503, or pass the request on with its caller."""
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
            return
        role = needed(scope["path"])
        address = self._proxies.address(scope)
        standing = self._attempts.standing(address)
        if role and not standing.allowed:
            await _refuse(too_many(standing), scope, receive, send)
            return
        try:
            caller = await run_sync(self._admitted, scope) if role else STRANGER
        except RefusedError as refused:
            if refused.kind != NOTHING_SHOWN:
                self._attempts.failed(address)
            await _refuse(_refusal(scope, 401, refused.detail), scope, receive, send)
        except (KeysUnavailableError, SQLAlchemyError):
            await _refuse(problem_response(503, _UNAVAILABLE), scope, receive, send)
        else:
            if role and not caller.role.may(role):
                detail = f"This address needs the role {role}."
                await _refuse(_refusal(scope, 403, detail), scope, receive, send)
                return
            remember(scope, caller)
            with calling(caller):
                await self._app(scope, receive, send)

    def _admitted(self, scope: Scope) -> Caller:
        caller = self._recognition.caller(scope)
        self._ready(caller)
        return caller


async def _refuse(response: Response, scope: Scope, receive: Receive, send: Send) -> None:
    if scope["type"] == "websocket":
        await receive()
        await send({"type": "websocket.close", "code": 1008})
        return
    await response(scope, receive, send)


def _refusal(scope: Scope, status: int, detail: str) -> Response:
    headers = _CHALLENGE if status == 401 else {}
    asked = Headers(scope=scope)
    if scope["path"].startswith(MACHINES) or "text/html" not in asked.get("accept", ""):
        return problem_response(status, detail, headers=headers)
    language = negotiate(None, asked.get("accept-language"))
    w = words(language).access
    title, line = (w.unknown, w.unknown_fix) if status == 401 else (w.forbidden, w.forbidden_fix)
    page = _PAGE.format(language, *map(html.escape, (title, title, line)))
    return HTMLResponse(page, status, headers={**HEADERS, **headers})


_PAGE = """<!doctype html>
<html lang="{}"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>{}</title><h1>{}</h1><p>{}</p></html>
"""

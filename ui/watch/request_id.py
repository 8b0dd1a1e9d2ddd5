"""The id by which a request is found again: its client sees it, and so do the logs."""

import re
import uuid
from contextvars import ContextVar

from starlette.datastructures import Headers
from starlette.types import Scope

HEADER = "X-Request-ID"

_FORM = re.compile(r"[A-Za-z0-9][A-Za-z0-9-]{7,63}")
_CURRENT: ContextVar[str] = ContextVar("request_id", default="")


def request_id_of(scope: Scope, *, trusted: bool) -> str:
    """Return the id that a trusted proxy gave a request, or a new one."""
    given = Headers(scope=scope).get(HEADER, "")
    return given if trusted and _FORM.fullmatch(given) else uuid.uuid4().hex


def current_request_id() -> str:
    """Return the id of the request that is being answered; nothing outside one."""
    return _CURRENT.get()


def remember(request_id: str) -> None:
    """Let an id be that of the request which the current task answers."""
    _CURRENT.set(request_id)

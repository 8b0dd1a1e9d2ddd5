"""Waiting for work on behalf of a caller who may leave."""

import asyncio
import time
from typing import Self, TypeVar

from fastapi import Request
from starlette.exceptions import HTTPException

from assistant import PlanwijzerError

_Result = TypeVar("_Result")
_LOOK_SECONDS = 0.5
_LATE, _MEND = "The answer takes too long.", "Try again in a few seconds."
TOO_LONG = f"{_LATE} {_MEND}"


class TooLongError(PlanwijzerError):
    """An answer takes longer than its caller is kept waiting."""

    @classmethod
    def now(cls) -> Self:
        """Return the error, told in words."""
        return cls(_LATE, _MEND)


async def while_connected(
    request: Request, result: asyncio.Future[_Result], seconds: float
) -> _Result:
    """Return the result, and drop work that has not begun when the caller leaves.

    Callers that give up on a busy server and ask again would otherwise fill the line with
    questions nobody waits for.

    Raises:
        HTTPException: With status 503; the caller left, or the work took more than `seconds`.
    """
    late = time.monotonic() + seconds
    while not (await asyncio.wait({result}, timeout=min(_LOOK_SECONDS, seconds)))[0]:
        if await request.is_disconnected():
            result.cancel()
            raise HTTPException(503, "The caller left.")
        if time.monotonic() > late:
            result.cancel()
            raise HTTPException(503, TOO_LONG)
    return result.result()

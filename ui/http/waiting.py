"""Waiting for work on behalf of a caller who may leave."""

import asyncio
from typing import TypeVar

from fastapi import Request
from starlette.exceptions import HTTPException

_Result = TypeVar("_Result")
_LOOK_SECONDS = 0.5


async def while_connected(request: Request, result: asyncio.Future[_Result]) -> _Result:
    """Return the result, and drop work that has not begun when the caller leaves.

    Callers that give up on a busy server and ask again would otherwise fill the line with
    questions nobody waits for.
    """
    while not (await asyncio.wait({result}, timeout=_LOOK_SECONDS))[0]:
        if await request.is_disconnected():
            result.cancel()
            raise HTTPException(503, "The caller left.")
    return result.result()

"""Reading a request's body as JSON, strictly (RFC 8259)."""

import json
from collections.abc import Callable, Coroutine
from email.message import Message
from typing import NoReturn

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

_NOT_JSON = "The body is not JSON ({}). Send one JSON object, encoded as UTF-8."
_NOT_DECLARED = "The body must be declared as JSON. Send the header Content-Type: application/json."


class JsonRoute(APIRoute):
    """A route whose body must be declared as JSON (else 415) and be JSON (else 400)."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[object, object, Response]]:
        """Return the route's handler with strict reading in front of it."""
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            if request.method == "POST":
                request = _StrictRequest(request.scope, request.receive)
                if not _declares_json(request.headers.get("content-type", "")):
                    raise HTTPException(415, _NOT_DECLARED)
                if not (await request.body()).strip():
                    raise HTTPException(400, _NOT_JSON.format("it is empty"))
            return await handle(request)

        return strictly


class _StrictRequest(Request):
    async def json(self) -> object:
        return parse(await self.body())


def parse(body: bytes) -> object:
    """Return what a JSON text says.

    Raises:
        HTTPException: With status 400; it is not JSON, or nested too deeply.
    """
    try:
        return json.loads(body.decode("utf-8"), parse_constant=_no_constant)
    except UnicodeDecodeError as error:
        raise HTTPException(400, _NOT_JSON.format("it is not UTF-8")) from error
    except json.JSONDecodeError as error:
        where = f"{error.msg} at line {error.lineno}, column {error.colno}"
        raise HTTPException(400, _NOT_JSON.format(where)) from error
    except RecursionError as error:
        raise HTTPException(400, _NOT_JSON.format("it is nested too deeply")) from error
    except ValueError as error:
        # NaN, Infinity, or a number of thousands of digits.
        raise HTTPException(400, _NOT_JSON.format("a number is off")) from error


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)


def _declares_json(content_type: str) -> bool:
    message = Message()
    message["content-type"] = content_type
    subtype = message.get_content_subtype()
    return message.get_content_maintype() == "application" and (
        subtype == "json" or subtype.endswith("+json")
    )

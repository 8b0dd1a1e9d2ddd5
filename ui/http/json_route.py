"""Reading a request's body as JSON, strictly (RFC 8259)."""

import json
from collections.abc import Callable, Coroutine
from typing import NoReturn

from fastapi import Request, Response
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException
from starlette.types import Scope

_NOT_JSON = "The body is not JSON ({}). Send one JSON object, encoded as UTF-8."


class JsonRoute(APIRoute):
    """A route whose body is read as JSON, whatever it is declared as; if it is not, 400."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[object, object, Response]]:
        """Return the route's handler with strict reading in front of it."""
        handle = super().get_route_handler()

        async def strictly(request: Request) -> Response:
            if request.method == "POST":
                request = _StrictRequest(_declared_as_json(request.scope), request.receive)
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


def _declared_as_json(scope: Scope) -> Scope:
    """Return the request's scope with the one content type there is."""
    others = [(name, value) for name, value in scope["headers"] if name != b"content-type"]
    return {**scope, "headers": [*others, (b"content-type", b"application/json")]}

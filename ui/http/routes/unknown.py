"""What is under /api, /v1 or /mcp but no route: 404 or 405, also when a chat is mounted at /."""

from collections.abc import Sequence
from typing import NoReturn

from fastapi import APIRouter, Request
from fastapi.routing import APIRoute
from starlette.exceptions import HTTPException

_METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"]
_PATHS = ("/api", "/api/{rest:path}", "/v1/{rest:path}", "/mcp", "/healthz", "/readyz", "/metrics")


def unknown_router(routers: Sequence[APIRouter]) -> APIRouter:
    """Return the route that refuses what none of the routers takes; to be added after them."""
    routes = APIRouter()

    async def unknown(request: Request) -> NoReturn:
        path = request.url.path
        allowed = _methods(routers, path)
        if allowed:
            detail = f"This address takes {allowed} only."
            raise HTTPException(405, detail, headers={"Allow": allowed})
        raise HTTPException(404, "There is nothing here. /openapi.json lists what there is.")

    for path in _PATHS:
        routes.add_api_route(
            path, unknown, methods=_METHODS, include_in_schema=False, response_model=None
        )
    return routes


def _methods(routers: Sequence[APIRouter], path: str) -> str:
    methods: set[str] = set()
    for router in routers:
        for route in router.routes:
            if isinstance(route, APIRoute) and route.path_regex.match(path):
                methods |= route.methods or set()
    return ", ".join(sorted(methods))

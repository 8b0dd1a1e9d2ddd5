"""/healthz and /readyz: for the machines that watch the server."""

from typing import Literal

from fastapi import APIRouter

from ui.http.desk import Desk
from ui.http.replies import Reply
from ui.http.responses import problems


class HealthReply(Reply):
    """The process is up."""

    status: Literal["ok"] = "ok"


class ReadyReply(Reply):
    """Index and model are loaded."""

    status: Literal["ready"] = "ready"


def operations_router(desk: Desk) -> APIRouter:
    """Return the routes that say how the server is."""
    routes = APIRouter(tags=["operations"])

    @routes.head("/healthz", include_in_schema=False)
    @routes.get("/healthz")
    async def healthz() -> HealthReply:
        """Say that the process is up."""
        return HealthReply()

    @routes.head("/readyz", include_in_schema=False)
    @routes.get("/readyz", responses=problems(503))
    async def readyz() -> ReadyReply:
        """Say that questions can be answered."""
        desk.assistant()
        return ReadyReply()

    return routes

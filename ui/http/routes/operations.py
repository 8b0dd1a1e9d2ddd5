"""/healthz and /readyz: for the machines that watch the server."""

from typing import Literal

from fastapi import APIRouter
from pydantic import Field

from ui.http.desk import Desk
from ui.http.replies import Reply
from ui.http.responses import problems


class HealthReply(Reply):
    """The process is up."""

    status: Literal["ok"] = "ok"


class ReadyReply(Reply):
    """Questions can be answered."""

    status: Literal["ready"] = "ready"
    documents: int = Field(description="How many documents are in use that everybody may read.")
    problem: str | None = Field(
        description="Why the latest change to documents or index is not in use, and what mends "
        "it; until then answers rest on what was in use before. Null where all is in use."
    )


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
        documents = desk.whole().documents
        return ReadyReply(
            documents=sum(read.document.for_everyone for read in documents),
            problem=desk.problem(),
        )

    return routes

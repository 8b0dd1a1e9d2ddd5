"""GET /kiv: which dimension of the framework note each theme belongs to, as the plan says."""

from fastapi import APIRouter

from ui.http.cross_walk import CrossWalkReply, cross_walk_reply
from ui.http.desk import Desk
from ui.http.responses import problems
from ui.http.routes import PREFIX


def kiv_router(desk: Desk) -> APIRouter:
    """Return the route that gives the cross-walk."""
    routes = APIRouter(prefix=PREFIX, tags=["reading"])

    @routes.get("/kiv", responses=problems(503))
    def kiv() -> CrossWalkReply:
        """Give the dimensions of the framework note and the themes that belong to each."""
        return cross_walk_reply(desk.assistant(), desk.public_url)

    return routes

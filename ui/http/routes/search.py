"""POST /search: citation look-up without an answer."""

from fastapi import APIRouter, Request

from ui.http.bodies import SearchBody
from ui.http.desk import Desk
from ui.http.json_route import JsonRoute
from ui.http.questions import filters_of
from ui.http.replies import SearchReply
from ui.http.responses import BODY_PROBLEMS
from ui.http.routes import PREFIX
from ui.http.waiting import while_connected


def search_router(desk: Desk) -> APIRouter:
    """Return the route that looks passages up."""
    routes = APIRouter(prefix=PREFIX, route_class=JsonRoute, tags=["answers"])

    @routes.post("/search", responses=BODY_PROBLEMS)
    async def search(body: SearchBody, request: Request) -> SearchReply:
        """Find passages by meaning, wording, abbreviation, legal reference, footnote or place."""
        assistant = desk.assistant()
        presenter = desk.presenter(assistant)
        filters = filters_of(body.filters, assistant)
        result = desk.capacity.start(
            lambda: assistant.search(body.query, top_k=body.top_k, filters=filters)
        )
        found = await while_connected(request, result, desk.seconds)
        return presenter.search(found, assistant.detect_language(body.query))

    return routes

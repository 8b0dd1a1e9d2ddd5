"""The routes of the reader page."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from assistant import NotFoundError, PlanwijzerError, Settings
from ui.reader.frame import HEADERS
from ui.reader.missing import missing
from ui.reader.render import LatestPages, listing
from ui.reader.unavailable import unavailable
from ui.reader.view import View
from ui.scripts import script
from ui.wording.negotiate import negotiate

if TYPE_CHECKING:
    from assistant import Assistant

_ASSETS = {
    "check.css": "text/css; charset=utf-8",
    "plan.css": "text/css; charset=utf-8",
    "plan.js": "text/javascript; charset=utf-8",
    "tips.js": "text/javascript; charset=utf-8",
    "cite.js": "text/javascript; charset=utf-8",
    "find.js": "text/javascript; charset=utf-8",
    "icon.svg": "image/svg+xml",
}
_SHARED = {"clipboard.js": "clipboard"}


def router(assistant_of: Callable[[], "Assistant"], settings: Settings) -> APIRouter:  # noqa: ARG001
    """Return `GET /plan`, `GET /plan/{document_id}` and the pages' own assets.

    Args:
        assistant_of: Returns the assistant, or raises a PlanwijzerError while it is not ready.
        settings: The settings; the reader's links are relative, so that none is needed yet.
    """
    routes = APIRouter()
    pages = LatestPages()

    @routes.api_route(
        "/plan", methods=["GET", "HEAD"], response_class=HTMLResponse, include_in_schema=False
    )
    def documents(request: Request) -> HTMLResponse:
        language = _language(request)
        try:
            html = listing(language, assistant_of().documents)
        except PlanwijzerError as error:
            return unavailable(error, language, root="")
        return HTMLResponse(html, headers=HEADERS)

    # Whatever else is asked for with a slash at its end is the chat's to answer.
    @routes.api_route("/plan/", methods=["GET", "HEAD"], include_in_schema=False)
    def documents_with_slash(request: Request) -> RedirectResponse:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"../plan{query}", headers=HEADERS)

    @routes.api_route(
        "/plan/{document_id}",
        methods=["GET", "HEAD"],
        response_class=HTMLResponse,
        include_in_schema=False,
    )
    def plan(document_id: str, request: Request) -> HTMLResponse:
        language = _language(request)
        try:
            assistant = assistant_of()
        except PlanwijzerError as error:
            return unavailable(error, language)
        try:
            read = assistant.document(document_id)
        except NotFoundError:
            return missing(assistant, language)
        view = View.of(language, request.query_params)
        return HTMLResponse(pages.of(assistant).plan(read, view), headers=HEADERS)

    @routes.api_route("/plan-assets/{name}", methods=["GET", "HEAD"], include_in_schema=False)
    def asset(name: str) -> Response:
        if name in _SHARED:
            shared = script(_SHARED[name])
            return Response(shared, media_type=_ASSETS["plan.js"], headers=HEADERS)
        if name not in _ASSETS:
            return Response(status_code=404, headers=HEADERS)
        content = (Path(__file__).parent / "assets" / name).read_bytes()
        return Response(content, media_type=_ASSETS[name], headers=HEADERS)

    return routes


def _language(request: Request) -> str:
    chosen = request.query_params.get("lang")
    return negotiate(chosen, request.headers.get("accept-language"))

"""The route of the page that lists where a document uses a term."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from assistant import Filters, NotFoundError, PlanwijzerError
from ui.http.text import clean
from ui.reader.frame import HEADERS
from ui.reader.missing import missing
from ui.reader.occurrences import MAX_TERM_CHARACTERS, occurrences_page
from ui.reader.unavailable import unavailable
from ui.wording.negotiate import negotiate

if TYPE_CHECKING:
    from assistant import Assistant

_ROOT = "../../"


def occurrence_router(assistant_of: Callable[[], "Assistant"]) -> APIRouter:
    """Return `GET /plan/{document_id}/occurrences?term=…`.

    Args:
        assistant_of: Returns the assistant, or raises a PlanwijzerError while it is not ready.
    """
    routes = APIRouter()

    @routes.api_route(
        "/plan/{document_id}/occurrences", methods=["GET", "HEAD"], include_in_schema=False
    )
    def occurrences(document_id: str, request: Request) -> HTMLResponse:
        query = request.query_params
        language = negotiate(query.get("lang"), request.headers.get("accept-language"))
        try:
            assistant = assistant_of()
        except PlanwijzerError as error:
            return unavailable(error, language, root=_ROOT)
        try:
            read = assistant.document(document_id)
        except NotFoundError:
            return missing(assistant, language, root=_ROOT)
        term = clean(query.get("term", "")[:MAX_TERM_CHARACTERS])
        among = Filters(documents=frozenset({document_id}))
        found = assistant.occurrences(term, language, among)
        html = occurrences_page(read, term, found, assistant, language)
        return HTMLResponse(html, headers=HEADERS)

    return routes

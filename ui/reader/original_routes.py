"""The route of the PDF that a document was extracted from."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import FileResponse, Response

from assistant import NotFoundError, PlanwijzerError
from ui.reader.frame import HEADERS
from ui.reader.missing import missing
from ui.reader.unavailable import unavailable
from ui.wording.negotiate import negotiate

if TYPE_CHECKING:
    from assistant import Assistant

_ROOT = "../../"
# The browser's own PDF viewer brings its styles and its plug-in along.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'"


def original_router(assistant_of: Callable[[], "Assistant"]) -> APIRouter:
    """Return `GET /plan/{document_id}/original`, for who may read the document.

    Args:
        assistant_of: Returns the assistant, or raises a PlanwijzerError while it is not ready.
    """
    routes = APIRouter()

    @routes.api_route(
        "/plan/{document_id}/original", methods=["GET", "HEAD"], include_in_schema=False
    )
    def original(document_id: str, request: Request) -> Response:
        query = request.query_params
        language = negotiate(query.get("lang"), request.headers.get("accept-language"))
        try:
            assistant = assistant_of()
        except PlanwijzerError as error:
            return unavailable(error, language, root=_ROOT)
        try:
            file = assistant.document(document_id).original
        except NotFoundError:
            return missing(assistant, language, root=_ROOT)
        # A document that has just been replaced takes its file along.
        if file is None or not file.is_pdf or not file.path.is_file():
            return missing(assistant, language, root=_ROOT)
        return FileResponse(
            file.path,
            media_type="application/pdf",
            filename=f"{document_id}.pdf",
            content_disposition_type="inline",
            headers={**HEADERS, "Content-Security-Policy": _POLICY},
        )

    return routes

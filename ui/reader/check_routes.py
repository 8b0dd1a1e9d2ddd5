"""The routes of the page that checks quotations."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse, Response
from starlette.exceptions import HTTPException

from assistant import DraftReport, PlanwijzerError, Settings, TooManyChecksError
from ui.checking.export import WRITERS
from ui.http.capacity import BusyError, Capacity
from ui.http.verifying import DraftReply
from ui.http.waiting import while_connected
from ui.reader.check_page import Form, check_page, checked, replied, too_many
from ui.reader.frame import HEADERS
from ui.reader.unavailable import RETRY_SECONDS, unavailable
from ui.wording import words
from ui.wording.negotiate import negotiate

if TYPE_CHECKING:
    from assistant import Assistant

_FILES = {
    "csv": ("csv", "text/csv; charset=utf-8"),
    "markdown": ("md", "text/markdown; charset=utf-8"),
}
_NOT_KEPT = {**HEADERS, "Cache-Control": "no-store"}


def check_router(assistant_of: Callable[[], "Assistant"], settings: Settings) -> APIRouter:
    """Return `GET /check`, the form, and `POST /check`, what was found.

    Args:
        assistant_of: Returns the assistant, or raises a PlanwijzerError while it is not ready.
        settings: The settings; where users reach the server, for the links of a download.
    """
    routes = APIRouter()
    # One after another, so that long drafts leave the processor to those who ask.
    capacity = Capacity(running=1, waiting=settings.max_waiting)

    @routes.api_route("/check", methods=["GET", "HEAD"], include_in_schema=False)
    def form(request: Request) -> HTMLResponse:
        language = _language(request)
        try:
            documents = [read.document for read in assistant_of().texts]
        except PlanwijzerError as error:
            return unavailable(error, language, root="")
        return HTMLResponse(check_page(language, documents), headers=HEADERS)

    @routes.post("/check", include_in_schema=False)
    async def result(request: Request) -> Response:
        language, sent = _language(request), Form(await request.body())
        try:
            assistant = assistant_of()
        except PlanwijzerError as error:
            return unavailable(error, language, root="")
        documents = [read.document for read in assistant.texts]

        def refused(problem: str, status: int = 422) -> HTMLResponse:
            page = check_page(language, documents, sent, problem=problem)
            again = {"Retry-After": RETRY_SECONDS} if status == 503 else {}
            return HTMLResponse(page, status_code=status, headers=_NOT_KEPT | again)

        if problem := sent.problem(language):
            return refused(problem)
        url = settings.public_url or str(request.base_url) if sent.button in _FILES else ""

        def work() -> tuple[DraftReport, DraftReply]:
            report = checked(sent, assistant)
            return report, replied(report, assistant, language, url)

        try:
            found = await while_connected(request, capacity.start(work), settings.max_seconds)
        except TooManyChecksError as error:
            return refused(too_many(error, language))
        except (BusyError, HTTPException):
            return refused(words(language).check.busy, 503)
        if sent.button in _FILES:
            return _download(sent.button, found[1], language)
        return HTMLResponse(check_page(language, documents, sent, found), headers=_NOT_KEPT)

    return routes


def _download(button: str, reply: DraftReply, language: str) -> Response:
    ending, media_type = _FILES[button]
    text = WRITERS["csv" if button == "csv" else "markdown"](reply, language)
    disposition = f'attachment; filename="planwijzer-check.{ending}"'
    headers = {**_NOT_KEPT, "Content-Disposition": disposition}
    return Response(text, media_type=media_type, headers=headers)


def _language(request: Request) -> str:
    chosen = request.query_params.get("lang")
    return negotiate(chosen, request.headers.get("accept-language"))

"""POST /verify and /verify/draft: is a quotation, is a whole draft right?"""

from typing import TYPE_CHECKING

from fastapi import APIRouter, Request

from assistant import NotFoundError, TooManyChecksError, Verifier, check_draft
from ui.http.desk import Desk
from ui.http.json_route import JsonRoute
from ui.http.questions import FieldError
from ui.http.responses import BODY_PROBLEMS
from ui.http.routes import PREFIX
from ui.http.verifying import (
    DraftBody,
    DraftReply,
    VerifyBody,
    VerifyReply,
    draft_reply,
    verify_reply,
)
from ui.http.waiting import while_connected

if TYPE_CHECKING:
    from assistant import Assistant


def verify_router(desk: Desk) -> APIRouter:
    """Return the routes that check quotations."""
    routes = APIRouter(prefix=PREFIX, route_class=JsonRoute, tags=["checking"])

    @routes.post("/verify", responses=BODY_PROBLEMS)
    async def verify(body: VerifyBody, request: Request) -> VerifyReply:
        """Say whether a quotation stands in the documents, and what differs."""
        assistant = desk.assistant()
        verifier = verifier_of(assistant, body.document)
        result = desk.capacity.start(lambda: verifier.check(body.quote))
        finding = await while_connected(request, result, desk.seconds)
        return verify_reply(finding, desk.presenter(assistant), body.language)

    @routes.post("/verify/draft", responses=BODY_PROBLEMS)
    async def draft(body: DraftBody, request: Request) -> DraftReply:
        """Check every quotation of a draft and every reference to a place of the documents."""
        assistant = desk.assistant()
        verifier = verifier_of(assistant, body.document)
        result = desk.capacity.start(lambda: check_draft(body.draft, verifier))
        try:
            report = await while_connected(request, result, desk.seconds)
        except TooManyChecksError as error:
            raise FieldError("draft", error.message, error.fix) from error
        return draft_reply(report, desk.presenter(assistant), body.language)

    return routes


def verifier_of(assistant: "Assistant", document: str | None) -> Verifier:
    """Return what checks quotations against the documents, or against one of them.

    Raises:
        FieldError: There is no such document.
    """
    try:
        return Verifier(assistant, [document] if document else ())
    except NotFoundError as error:
        raise FieldError("document", error.message, error.fix) from error

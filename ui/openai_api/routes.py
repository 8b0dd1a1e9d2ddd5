"""POST /v1/chat/completions and GET /v1/models.

OpenAI describes its protocol itself; the description of this server's own API leaves it out.
"""

import asyncio
import uuid
from typing import Literal

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse

from assistant import Answer
from ui.http.desk import Desk
from ui.http.json_route import JsonRoute
from ui.http.making import Making, Tell
from ui.http.present import Presenter
from ui.http.questions import question_of
from ui.http.replies import Reply
from ui.http.waiting import while_connected
from ui.openai_api import MODEL, PREFIX
from ui.openai_api.asking import ask_body
from ui.openai_api.bodies import CompletionBody
from ui.openai_api.chunks import Chunks
from ui.openai_api.completion import Completion, completion_of
from ui.openai_api.errors import unknown_model


class ModelReply(Reply):
    """The one model; it was never created, and nobody else owns it."""

    id: str = MODEL
    object: Literal["model"] = "model"
    created: Literal[0] = 0
    owned_by: str = MODEL


class ModelsReply(Reply):
    """All models there are."""

    object: Literal["list"] = "list"
    data: tuple[ModelReply] = (ModelReply(),)


def openai_router(desk: Desk) -> APIRouter:
    """Return the routes of OpenAI's protocol."""
    routes = APIRouter(prefix=PREFIX, route_class=JsonRoute, include_in_schema=False)

    @routes.get("/models")
    async def models() -> ModelsReply:
        return ModelsReply()

    @routes.get("/models/{model}", response_model=ModelReply)
    async def model(model: str) -> ModelReply | Response:
        return ModelReply() if model == MODEL else unknown_model(model)

    @routes.post("/chat/completions", response_model=None)
    async def complete(body: CompletionBody, request: Request) -> Response:
        if body.model != MODEL:
            return unknown_model(body.model)
        # The pieces of a stream have the answer's id, which goes out before the answer is there.
        answer_id = uuid.uuid4().hex
        assistant = desk.assistant(answer_id)
        question = question_of(ask_body(body), assistant)
        # Its clients show links far from this server's own pages.
        presenter = Presenter(assistant, desk.public_url or str(request.base_url))

        def completed(answer: Answer) -> Completion:
            return completion_of(presenter.answer(answer), question)

        if body.stream:

            def work(tell: Tell[str]) -> Answer:
                return assistant.answer(question, on_text=tell)

            making = Making(desk.capacity, work, desk.seconds)
            begun = await _begun(request, making, desk.seconds)
            options = body.stream_options
            chunks = Chunks(answer_id, usage=bool(options and options.include_usage))
            return EventSourceResponse(chunks.events(making, begun, completed))
        result = desk.capacity.start(lambda: assistant.answer(question))
        answer = await while_connected(request, result, desk.seconds)
        return Response(completed(answer).model_dump_json(), media_type="application/json")

    return routes


async def _begun(request: Request, making: Making[str], seconds: float) -> str | None:
    """Return the first piece of an answer, None where it came whole.

    What fails before there is a piece is raised, and so gets a status of its own.
    """
    try:
        begun = await while_connected(request, asyncio.ensure_future(making.next()), seconds)
    except BaseException:
        making.drop()
        raise
    if begun is None:
        making.answer()
    return begun

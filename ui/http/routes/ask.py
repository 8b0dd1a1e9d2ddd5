"""POST /ask: one question, one answer."""

from fastapi import APIRouter, Request
from fastapi.responses import Response
from sse_starlette import EventSourceResponse

from assistant import Answer
from ui.http.bodies import AskBody
from ui.http.desk import Desk
from ui.http.json_route import JsonRoute
from ui.http.questions import question_of
from ui.http.replies import AnswerReply
from ui.http.responses import BODY_PROBLEMS, Documented
from ui.http.routes import PREFIX
from ui.http.stream import OnStage, OnText, stream
from ui.http.waiting import while_connected

_EVENT = {
    "type": "object",
    "description": "One event of the stream; `data` is JSON.",
    "properties": {
        "event": {
            "type": "string",
            "enum": ["status", "passages", "token", "citation", "answer", "error"],
        },
        "data": {"type": "string"},
    },
    "required": ["event", "data"],
}

_ANSWER: Documented = {
    200: {
        "description": "The answer; with `stream` true, the events status, passages, token, "
        "citation, answer (the whole answer, last) and error.",
        "content": {"text/event-stream": {"schema": _EVENT}},
    }
}


def ask_router(desk: Desk) -> APIRouter:
    """Return the route that answers questions."""
    routes = APIRouter(prefix=PREFIX, route_class=JsonRoute, tags=["answers"])

    @routes.post("/ask", response_model=AnswerReply, responses={**BODY_PROBLEMS, **_ANSWER})
    async def ask(body: AskBody, request: Request) -> Response:
        """Answer a question with literal quotes and their places, or say the plan does not."""
        assistant = desk.assistant()
        presenter = desk.presenter(assistant)
        question = question_of(body, assistant)

        def work(on_stage: OnStage, on_text: OnText) -> Answer:
            return assistant.answer(question, on_stage, on_text)

        if body.stream:
            return EventSourceResponse(stream(desk.capacity, work, presenter, desk.seconds))
        result = desk.capacity.start(lambda: assistant.answer(question))
        answer = await while_connected(request, result, desk.seconds)
        reply = presenter.answer(answer)
        return Response(reply.model_dump_json(), media_type="application/json")

    return routes

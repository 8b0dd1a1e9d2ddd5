"""POST /feedback: what a user thinks of an answer."""

from fastapi import APIRouter

from assistant import NotFoundError
from ui.http.desk import Desk
from ui.http.feedback import FeedbackBody, FeedbackReply
from ui.http.json_route import JsonRoute
from ui.http.responses import BODY_PROBLEMS, problems
from ui.http.routes import PREFIX


def feedback_router(desk: Desk) -> APIRouter:
    """Return the route that takes feedback."""
    routes = APIRouter(prefix=PREFIX, route_class=JsonRoute, tags=["answers"])

    @routes.post("/feedback", responses={**BODY_PROBLEMS, **problems(404)})
    def feedback(body: FeedbackBody) -> FeedbackReply:
        """Keep a thumb up or down and a reason with an answer, as long as the log keeps it."""
        if desk.log is None:
            raise NotFoundError(
                "This server keeps no log of answers, and so no feedback.",
                "Its operator can turn the log on with PLANWIJZER_ANSWER_LOG=true.",
            )
        kept = desk.log.give_feedback(body.answer_id, body.verdict, body.comment, body.question)
        return FeedbackReply(
            answer_id=body.answer_id,
            verdict=body.verdict,
            comment_kept=kept.comment,
            question_kept=kept.question,
        )

    return routes

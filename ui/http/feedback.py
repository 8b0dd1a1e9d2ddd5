"""Feedback on an answer, as it comes in and as it is confirmed."""

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from assistant import MAX_QUESTION_CHARACTERS
from ui.http.bodies import Body
from ui.http.replies import Reply
from ui.http.text import Cleaned

_MAX_ANSWER_ID = 64
_MAX_COMMENT = 1_000

AnswerId = Annotated[str, StringConstraints(min_length=1, max_length=_MAX_ANSWER_ID), Cleaned]


class FeedbackBody(Body):
    """What somebody thinks of an answer."""

    answer_id: AnswerId = Field(description="The id that came with the answer.")
    verdict: Literal["up", "down"] = Field(description="Whether the answer helped.")
    comment: Annotated[str, StringConstraints(max_length=_MAX_COMMENT), Cleaned] = Field(
        default="", description="Why. It is left out where it names somebody or a running case."
    )
    question: Annotated[str, StringConstraints(max_length=MAX_QUESTION_CHARACTERS), Cleaned] = (
        Field(
            default="",
            description="The words of the question; only where the user agrees that they are kept. "
            "They are left out where they name somebody or a running case.",
        )
    )


class FeedbackReply(Reply):
    """What was kept."""

    answer_id: str = Field(description="The answer it is about.")
    verdict: Literal["up", "down"] = Field(description="Whether the answer helped.")
    comment_kept: bool = Field(description="Whether a comment was kept with it.")
    question_kept: bool = Field(description="Whether the question's words were kept with it.")

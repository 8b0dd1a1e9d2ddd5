"""An answer in OpenAI's form, with what is this server's own beside it."""

import time
from typing import Literal

from assistant import Question, Reason, Status
from ui.http.replies import AnswerReply, CitationReply, HitReply, Reply
from ui.openai_api import MODEL
from ui.openai_api.sources import with_sources

ID_PREFIX = "chatcmpl-"
"""What stands before the id of the answer, under which the log keeps it."""


class Usage(Reply):
    """How long question and answer are, in words: no tokens are made or paid for here."""

    prompt_tokens: int
    completion_tokens: int
    total_tokens: int


class Message(Reply):
    """The assistant's message; `citations` and what follows are as `/api/v1/ask` gives them."""

    role: Literal["assistant"] = "assistant"
    content: str
    refusal: None = None
    annotations: tuple[()] = ()
    citations: list[CitationReply]
    nearest: list[HitReply]
    status: Status
    reason: Reason | None


class Choice(Reply):
    """The one answer there is."""

    index: Literal[0] = 0
    message: Message
    logprobs: None = None
    finish_reason: Literal["stop"] = "stop"


class Completion(Reply):
    """A conversation gone on with."""

    id: str
    object: Literal["chat.completion"] = "chat.completion"
    created: int
    model: str = MODEL
    choices: tuple[Choice]
    usage: Usage


def completion_of(reply: AnswerReply, question: Question) -> Completion:
    """Return an answer as a completion; its question says how long the prompt was."""
    content = with_sources(reply)
    message = Message(
        content=content,
        citations=reply.citations,
        nearest=reply.nearest,
        status=reply.status,
        reason=reply.reason,
    )
    asked = _words(question.text) + sum(_words(turn.content) for turn in question.history)
    given = _words(content)
    return Completion(
        id=f"{ID_PREFIX}{reply.id}",
        created=int(time.time()),
        choices=(Choice(message=message),),
        usage=Usage(prompt_tokens=asked, completion_tokens=given, total_tokens=asked + given),
    )


def _words(text: str) -> int:
    return len(text.split())

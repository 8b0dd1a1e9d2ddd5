"""A completion as a stream of pieces."""

import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Literal

from pydantic import Field
from sse_starlette import ServerSentEvent

from assistant import Answer, Reason, Status
from ui.http.making import Making, told_to_the_end
from ui.http.replies import CitationReply, HitReply, Reply
from ui.http.stream import pieces
from ui.openai_api import MODEL
from ui.openai_api.completion import ID_PREFIX, Completion, Usage
from ui.openai_api.errors import translated

_DONE = "[DONE]"


class Delta(Reply):
    """What a piece adds to the message; the last one adds what it rests on."""

    role: Literal["assistant"] = "assistant"
    content: str = ""
    citations: list[CitationReply] = Field(default=[])
    nearest: list[HitReply] = Field(default=[])
    status: Status = Status.ANSWERED
    reason: Reason | None = None


class ChunkChoice(Reply):
    """A piece of the one answer there is."""

    index: Literal[0]
    delta: Delta
    logprobs: None
    finish_reason: Literal["stop"] | None


class Chunk(Reply):
    """A piece of a completion; only what was set is sent."""

    id: str
    object: Literal["chat.completion.chunk"]
    created: int
    model: str
    choices: list[ChunkChoice]
    usage: Usage | None = None


class Chunks:
    """The pieces of one completion, which all have its id and its time."""

    def __init__(self, answer_id: str, *, usage: bool) -> None:
        """Take the id of the answer; with `usage`, its length comes in a piece of its own."""
        self._id = f"{ID_PREFIX}{answer_id}"
        self._created = int(time.time())
        self._usage = usage

    def events(
        self,
        making: Making[str],
        begun: str | None,
        completion_of: Callable[[Answer], Completion],
    ) -> AsyncIterator[ServerSentEvent]:
        """Return a completion piece by piece, each as soon as it is there.

        Args:
            making: The answer; it tells pieces of its text.
            begun: What it told first, None where it told nothing before it was whole.
            completion_of: Returns an answer as a completion.
        """
        return told_to_the_end(making, self._events(making, begun, completion_of), _error)

    async def _events(
        self,
        making: Making[str],
        begun: str | None,
        completion_of: Callable[[Answer], Completion],
    ) -> AsyncIterator[ServerSentEvent]:
        yield self._delta(Delta(role="assistant", content=""))
        told, piece = "", begun
        while piece is not None:
            yield self._delta(Delta(content=piece))
            told += piece
            piece = await making.next()
        completion = completion_of(making.answer())
        for event in self._rest(completion, told):
            yield event

    def _rest(self, completion: Completion, told: str) -> Iterator[ServerSentEvent]:
        """Yield what a completion has more than the text that was `told`, with which it begins."""
        message = completion.choices[0].message
        for piece in pieces(message.content.removeprefix(told)):
            yield self._delta(Delta(content=piece))
        grounds = Delta(
            citations=message.citations,
            nearest=message.nearest,
            status=message.status,
            reason=message.reason,
        )
        yield self._delta(grounds, ends=True)
        if self._usage:
            yield self._event([], completion.usage)
        yield ServerSentEvent(_DONE)

    def _delta(self, delta: Delta, *, ends: bool = False) -> ServerSentEvent:
        reason: Literal["stop"] | None = "stop" if ends else None
        return self._event([ChunkChoice(index=0, delta=delta, logprobs=None, finish_reason=reason)])

    def _event(self, choices: list[ChunkChoice], usage: Usage | None = None) -> ServerSentEvent:
        chunk = Chunk(
            id=self._id,
            object="chat.completion.chunk",
            created=self._created,
            model=MODEL,
            choices=choices,
        )
        if self._usage:
            # Every piece says that it has none, the last one what it is.
            chunk = chunk.model_copy(update={"usage": usage})
        return ServerSentEvent(chunk.model_dump_json(exclude_unset=True))


def _error(problem: bytes) -> ServerSentEvent:
    return ServerSentEvent(translated(problem).decode())

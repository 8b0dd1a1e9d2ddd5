"""A completion as a stream of pieces."""

from collections.abc import AsyncIterator, Iterator
from typing import Literal

from pydantic import Field
from sse_starlette import ServerSentEvent

from assistant import Reason, Status
from ui.http.replies import CitationReply, HitReply, Reply
from ui.http.stream import pieces
from ui.openai_api.completion import Completion, Usage

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


async def events(completion: Completion, *, usage: bool) -> AsyncIterator[ServerSentEvent]:
    """Yield a completion piece by piece; with `usage`, its length in a piece of its own."""
    for chunk in _chunks(completion, usage=usage):
        yield ServerSentEvent(chunk.model_dump_json(exclude_unset=True))
    yield ServerSentEvent(_DONE)


def _chunks(completion: Completion, *, usage: bool) -> Iterator[Chunk]:
    message = completion.choices[0].message
    deltas = [
        Delta(role="assistant", content=""),
        *(Delta(content=piece) for piece in pieces(message.content)),
        Delta(
            citations=message.citations,
            nearest=message.nearest,
            status=message.status,
            reason=message.reason,
        ),
    ]
    for delta in deltas:
        ends = delta is deltas[-1]
        choice = ChunkChoice(
            index=0, delta=delta, logprobs=None, finish_reason="stop" if ends else None
        )
        chunk = _chunk(completion, [choice])
        yield chunk.model_copy(update={"usage": None}) if usage else chunk
    if usage:
        yield _chunk(completion, []).model_copy(update={"usage": completion.usage})


def _chunk(completion: Completion, choices: list[ChunkChoice]) -> Chunk:
    return Chunk(
        id=completion.id,
        object="chat.completion.chunk",
        created=completion.created,
        model=completion.model,
        choices=choices,
    )

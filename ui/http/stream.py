"""An answer as server-sent events: its stages as they begin, then its parts."""

import re
from collections.abc import AsyncIterator, Callable, Iterator

from pydantic import BaseModel, TypeAdapter
from sse_starlette import ServerSentEvent

from assistant import Answer, Stage
from ui.http.capacity import Capacity
from ui.http.making import Making, Tell, told_to_the_end
from ui.http.present import Presenter
from ui.http.replies import AnswerReply, HitReply

_HITS = TypeAdapter(list[HitReply])


class StageEvent(BaseModel):
    """The data of a `status` event."""

    stage: Stage


class TokenEvent(BaseModel):
    """The data of a `token` event: the next piece of the answer's Markdown."""

    text: str


OnStage = Callable[[Stage], None]
OnText = Callable[[str], None]
_Told = tuple[str, BaseModel]
"""The name of an event and its data."""


def stream(
    capacity: Capacity,
    work: Callable[[OnStage, OnText], Answer],
    presenter: Presenter,
    seconds: float,
) -> AsyncIterator[ServerSentEvent]:
    """Start answering and return the events.

    Args:
        capacity: Where the work takes a place, before the first event.
        work: Answers, calling what it is given as each stage begins, and with each piece of the
            answer that is there before the whole.
        presenter: Words the answer.
        seconds: How long the caller is kept waiting.

    Raises:
        BusyError: All places are taken.
    """

    def telling(tell: Tell[_Told]) -> Answer:
        return work(
            lambda stage: tell(("status", StageEvent(stage=stage))),
            lambda text: tell(("token", TokenEvent(text=text))),
        )

    making = Making[_Told](capacity, telling, seconds)
    return told_to_the_end(making, _events(making, presenter), _error)


async def _events(making: Making[_Told], presenter: Presenter) -> AsyncIterator[ServerSentEvent]:
    shown = False
    while (event := await making.next()) is not None:
        shown = shown or event[0] == "token"
        yield _event(*event)
    for part in _answer_events(presenter.answer(making.answer()), shown=shown):
        yield part


def _answer_events(reply: AnswerReply, *, shown: bool) -> Iterator[ServerSentEvent]:
    """Yield the events of an answer, without its text where that was `shown` before."""
    yield ServerSentEvent(_HITS.dump_json(reply.passages).decode(), event="passages")
    for piece in () if shown else pieces(reply.answer):
        yield _event("token", TokenEvent(text=piece))
    for citation in reply.citations:
        yield _event("citation", citation)
    yield _event("answer", reply)


def pieces(text: str) -> list[str]:
    """Return a text word by word; joined, the pieces are the text."""
    return re.findall(r"\s*\S+\s*", text)


def _event(name: str, data: BaseModel) -> ServerSentEvent:
    return ServerSentEvent(data.model_dump_json(), event=name)


def _error(problem: bytes) -> ServerSentEvent:
    return ServerSentEvent(problem.decode(), event="error")

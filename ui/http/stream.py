"""An answer as server-sent events: its stages as they begin, then its parts."""

import asyncio
import logging
import re
from collections.abc import AsyncIterator, Callable, Iterator

from pydantic import BaseModel, TypeAdapter
from sse_starlette import ServerSentEvent

from assistant import Answer, PlanwijzerError, Stage
from ui.http.capacity import Capacity
from ui.http.present import Presenter
from ui.http.problems import problem_of, problem_response
from ui.http.replies import AnswerReply, HitReply
from ui.http.waiting import TOO_LONG

_LOG = logging.getLogger(__name__)
_HITS = TypeAdapter(list[HitReply])
_FAILED = "The question could not be answered. Try again; if it keeps failing, tell the operator."


class StageEvent(BaseModel):
    """The data of a `status` event."""

    stage: Stage


class TokenEvent(BaseModel):
    """The data of a `token` event: the next piece of the answer's Markdown."""

    text: str


def stream(
    capacity: Capacity,
    work: Callable[[Callable[[Stage], None]], Answer],
    presenter: Presenter,
    seconds: float,
) -> AsyncIterator[ServerSentEvent]:
    """Start answering and return the events.

    Args:
        capacity: Where the work takes a place, before the first event.
        work: Answers, calling what it is given as each stage begins.
        presenter: Words the answer.
        seconds: How long the caller is kept waiting.

    Raises:
        BusyError: All places are taken.
    """
    loop = asyncio.get_running_loop()
    stages: asyncio.Queue[Stage | None] = asyncio.Queue()

    def tell(stage: Stage | None) -> None:
        loop.call_soon_threadsafe(stages.put_nowait, stage)

    result = capacity.start(lambda: work(tell))
    result.add_done_callback(lambda _: stages.put_nowait(None))
    return _events(result, stages, presenter, loop.time() + seconds)


async def _events(
    result: asyncio.Future[Answer],
    stages: asyncio.Queue[Stage | None],
    presenter: Presenter,
    late: float,
) -> AsyncIterator[ServerSentEvent]:
    try:
        while (stage := await _next(stages, late)) is not None:
            yield _event("status", StageEvent(stage=stage))
        for event in _answer_events(presenter.answer(result.result())):
            yield event
    except TimeoutError:
        yield _error(problem_response(503, TOO_LONG).body)
    except PlanwijzerError as error:
        yield _error(problem_of(error).body)
    except Exception:
        _LOG.exception("An answer failed while it was streamed")
        yield _error(problem_response(500, _FAILED).body)
    finally:
        # The reader left: give the place back if the work has not begun.
        result.cancel()


async def _next(stages: asyncio.Queue[Stage | None], late: float) -> Stage | None:
    async with asyncio.timeout_at(late):
        return await stages.get()


def _answer_events(reply: AnswerReply) -> Iterator[ServerSentEvent]:
    yield ServerSentEvent(_HITS.dump_json(reply.passages).decode(), event="passages")
    for piece in pieces(reply.answer):
        yield _event("token", TokenEvent(text=piece))
    for citation in reply.citations:
        yield _event("citation", citation)
    yield _event("answer", reply)


def pieces(text: str) -> list[str]:
    """Return a text word by word; joined, the pieces are the text."""
    return re.findall(r"\s*\S+\s*", text)


def _event(name: str, data: BaseModel) -> ServerSentEvent:
    return ServerSentEvent(data.model_dump_json(), event=name)


def _error(problem: bytes | memoryview) -> ServerSentEvent:
    return ServerSentEvent(bytes(problem).decode(), event="error")

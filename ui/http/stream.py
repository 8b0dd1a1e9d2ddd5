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
    loop = asyncio.get_running_loop()
    told: asyncio.Queue[_Told | None] = asyncio.Queue()

    def tell(event: _Told) -> None:
        loop.call_soon_threadsafe(told.put_nowait, event)

    result = capacity.start(
        lambda: work(
            lambda stage: tell(("status", StageEvent(stage=stage))),
            lambda text: tell(("token", TokenEvent(text=text))),
        )
    )
    result.add_done_callback(lambda _: told.put_nowait(None))
    return _events(result, told, presenter, loop.time() + seconds)


async def _events(
    result: asyncio.Future[Answer],
    told: asyncio.Queue[_Told | None],
    presenter: Presenter,
    late: float,
) -> AsyncIterator[ServerSentEvent]:
    shown = False
    try:
        while (event := await _next(told, late)) is not None:
            shown = shown or event[0] == "token"
            yield _event(*event)
        for part in _answer_events(presenter.answer(result.result()), shown=shown):
            yield part
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


async def _next(told: asyncio.Queue[_Told | None], late: float) -> _Told | None:
    async with asyncio.timeout_at(late):
        return await told.get()


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


def _error(problem: bytes | memoryview) -> ServerSentEvent:
    return ServerSentEvent(bytes(problem).decode(), event="error")

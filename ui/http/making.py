"""An answer while it is made in a thread: what it tells on its way, then the whole."""

import asyncio
import logging
from collections.abc import AsyncIterator, Callable
from typing import Generic, TypeVar

from sse_starlette import ServerSentEvent

from assistant import Answer, PlanwijzerError
from ui.http.capacity import Capacity
from ui.http.problems import problem_of, problem_response
from ui.http.waiting import TooLongError

_LOG = logging.getLogger(__name__)
_FAILED = "The question could not be answered. Try again; if it keeps failing, tell the operator."

Part = TypeVar("Part")
Tell = Callable[[Part], None]
"""Called, in the thread that answers, with what there is to tell before the answer."""


class Making(Generic[Part]):
    """An answer that is being made; what is told on the way is kept until it is taken."""

    def __init__(
        self, capacity: Capacity, work: Callable[[Tell[Part]], Answer], seconds: float
    ) -> None:
        """Start the work.

        Args:
            capacity: Where the work takes a place.
            work: Answers, calling what it is given with each part.
            seconds: How long the caller is kept waiting for all of it.

        Raises:
            BusyError: All places are taken.
        """
        loop = asyncio.get_running_loop()
        self._late = loop.time() + seconds
        self._told: asyncio.Queue[Part | None] = asyncio.Queue()

        def tell(part: Part) -> None:
            loop.call_soon_threadsafe(self._told.put_nowait, part)

        self._result = capacity.start(lambda: work(tell))
        self._result.add_done_callback(lambda _: self._told.put_nowait(None))

    async def next(self) -> Part | None:
        """Return the next part, None once when there are no more.

        Raises:
            TooLongError: The work takes longer than the caller waits.
        """
        try:
            async with asyncio.timeout_at(self._late):
                return await self._told.get()
        except TimeoutError as error:
            raise TooLongError.now() from error

    def answer(self) -> Answer:
        """Return the answer, when there are no more parts; what the work raised is raised here."""
        return self._result.result()

    def drop(self) -> None:
        """Give the place back where the work has not begun: nobody waits for it any more."""
        self._result.cancel()


async def told_to_the_end(
    making: Making[Part],
    events: AsyncIterator[ServerSentEvent],
    error_event: Callable[[bytes], ServerSentEvent],
) -> AsyncIterator[ServerSentEvent]:
    """Yield the events of an answer, and where it fails an event that says so.

    Args:
        making: The answer, which is dropped when the reader leaves.
        events: Its events.
        error_event: Makes one of a problem (RFC 9457); the stream has its status already.
    """
    try:
        async for event in events:
            yield event
    except PlanwijzerError as error:
        yield error_event(bytes(problem_of(error).body))
    except Exception:
        _LOG.exception("An answer failed while it was streamed")
        yield error_event(bytes(problem_response(500, _FAILED).body))
    finally:
        making.drop()

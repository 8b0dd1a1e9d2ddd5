"""How many questions are worked on at the same time, and how many may wait."""

import asyncio
from collections.abc import Callable
from typing import TypeVar

from anyio import CapacityLimiter, to_thread

from assistant import PlanwijzerError

_Result = TypeVar("_Result")


class BusyError(PlanwijzerError):
    """More questions are running and waiting than the server takes."""


class Capacity:
    """Runs blocking work in threads: `running` at a time, at most `waiting` in line.

    For use from one event loop.
    """

    def __init__(self, *, running: int, waiting: int) -> None:
        self._limiter = CapacityLimiter(running)
        self._places = running + waiting
        self._tasks: set[asyncio.Task[object]] = set()

    def start(self, work: Callable[[], _Result]) -> asyncio.Task[_Result]:
        """Take a place and return the task that does the work.

        The place is kept until the work is done, also when the caller stops waiting for it.

        Raises:
            BusyError: All places are taken.
        """
        if len(self._tasks) >= self._places:
            raise BusyError("The server is busy.", "Try again in a few seconds.")
        task = asyncio.create_task(self._run(work))
        self._tasks.add(task)
        task.add_done_callback(self._leave)
        return task

    async def _run(self, work: Callable[[], _Result]) -> _Result:
        return await to_thread.run_sync(work, limiter=self._limiter)

    def _leave(self, task: asyncio.Task[_Result]) -> None:
        self._tasks.discard(task)
        if not task.cancelled():
            # Marks the failure as seen: nobody may be waiting for it any more.
            task.exception()

"""How many questions are worked on at the same time, and how many may wait."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from assistant import PlanwijzerError

_Result = TypeVar("_Result")


class BusyError(PlanwijzerError):
    """More questions are running and waiting than the server takes."""


class Capacity:
    """Runs blocking work in threads: `running` at a time, at most `waiting` in line."""

    def __init__(self, *, running: int, waiting: int) -> None:
        self._threads = ThreadPoolExecutor(running, thread_name_prefix="answer")
        self._running = running
        self._places = running + waiting
        self._taken: set[object] = set()

    @property
    def load(self) -> tuple[int, int]:
        """How much is being worked on, and how much waits."""
        taken = len(self._taken)
        return min(taken, self._running), max(0, taken - self._running)

    def start(self, work: Callable[[], _Result]) -> asyncio.Future[_Result]:
        """Take a place and return what will hold the result of the work.

        Cancelling it gives the place back at once where the work has not begun; work that runs
        keeps its place until it ends.

        Raises:
            BusyError: All places are taken.
        """
        if len(self._taken) >= self._places:
            raise BusyError("The server is busy.", "Try again in a few seconds.")
        job = self._threads.submit(work)
        self._taken.add(job)
        job.add_done_callback(self._taken.discard)
        result = asyncio.wrap_future(job)
        result.add_done_callback(_seen)
        return result


def _seen(result: asyncio.Future[_Result]) -> None:
    # Nobody may be waiting for a failure any more; asyncio would complain of it.
    if not result.cancelled():
        result.exception()

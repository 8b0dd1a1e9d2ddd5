"""How long each stage of answering takes."""

import time
from collections.abc import Callable

from assistant.answer import Stage, Timings

Watcher = Callable[[Stage], None]


class Clock:
    """Tells a watcher which stage begins, and remembers when."""

    def __init__(self, watcher: Watcher | None = None) -> None:
        self._watcher = watcher
        self._began: dict[Stage, float] = {}

    def enter(self, stage: Stage) -> None:
        """Note that a stage begins."""
        self._began[stage] = time.perf_counter()
        if self._watcher is not None:
            self._watcher(stage)

    def stop(self) -> Timings:
        """Return the time of each stage, in milliseconds; every stage must have begun."""
        understand, retrieve, answer = (self._began[stage] for stage in Stage)
        end = time.perf_counter()
        return Timings(
            understand=(retrieve - understand) * 1000,
            retrieve=(answer - retrieve) * 1000,
            answer=(end - answer) * 1000,
            total=(end - understand) * 1000,
        )

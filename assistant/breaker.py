"""A circuit breaker: what keeps failing is left alone for a while (Nygard, "Release It!", 2007)."""

import time
from collections.abc import Callable
from threading import Lock

_FAILURES = 3
_REST_SECONDS = 60.0


class Breaker:
    """Opens after some failures in a row, and lets one try through after a rest; thread-safe."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._gate = Lock()
        self._failures = 0
        self._until = 0.0

    def allows(self) -> bool:
        """Return whether to try; after a rest only the first to ask may, until it is known how."""
        with self._gate:
            if self._failures < _FAILURES:
                return True
            if self._clock() < self._until:
                return False
            self._until = self._clock() + _REST_SECONDS
            return True

    def succeeded(self) -> None:
        """Close it."""
        with self._gate:
            self._failures = 0

    def failed(self) -> None:
        """Count a failure; the third in a row opens it."""
        with self._gate:
            self._failures += 1
            if self._failures >= _FAILURES:
                self._until = self._clock() + _REST_SECONDS

"""Some more tries for what failed at once; what was waited for is not waited for again."""

import time

_TRIES = 2
_PAUSE = 0.5
_PASSING = (408, 409, 429)
"""Statuses below 500 of failures that may pass."""


class Patience:
    """What is left of it for one request."""

    def __init__(self, seconds: float) -> None:
        """Allow tries until half of a request's seconds are over."""
        self._until = time.monotonic() + seconds / 2
        self._left = _TRIES

    def tries_again(self, error: Exception) -> bool:
        """Return whether to try again after an error, when it has paused for a moment.

        How long a server asks to be left alone does not count: somebody waits for an answer.
        """
        # The clients' own errors differ by server and by version.
        status = getattr(error, "status_code", None) or 500
        if not self._left or time.monotonic() > self._until:
            return False
        if status < 500 and status not in _PASSING:
            return False
        self._left -= 1
        time.sleep(_PAUSE)
        return True

"""Opening the assistant in the background, and again whenever what it rests on has changed.

The server answers at once; a request keeps the assistant it began with.
"""

import logging
import time
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from assistant import PlanwijzerError

if TYPE_CHECKING:
    from assistant import Assistant

_LOG = logging.getLogger(__name__)

_LOOK_SECONDS = 1.0
_RETRY_SECONDS = 60.0


class NotReadyError(PlanwijzerError):
    """The assistant is still opening, or could not be opened."""


class Opening:
    """An assistant that becomes available some time after `start`; safe from several threads."""

    def __init__(
        self,
        open: Callable[[], "Assistant"],
        state: Callable[[], object] = lambda: None,
        *,
        look_seconds: float = _LOOK_SECONDS,
        retry_seconds: float = _RETRY_SECONDS,
    ) -> None:
        """Take what opens an assistant.

        Args:
            open: Opens one; called again when `state` differs from before.
            state: Returns what the assistant rests on, cheaply; the same where nothing changed.
            look_seconds: How long to wait between two looks at the state.
            retry_seconds: How long to wait before a failed opening is tried again.
        """
        self._open = open
        self._state = state
        self._look_seconds = look_seconds
        self._retry_seconds = retry_seconds
        self._assistant: Assistant | None = None
        self._problem: PlanwijzerError | None = None
        self._stopped = Event()

    def start(self) -> None:
        """Begin opening, and looking for changes, in a thread of its own."""
        self._stopped.clear()
        Thread(target=self._run, name="open-assistant", daemon=True).start()

    def stop(self) -> None:
        """Look for changes no more."""
        self._stopped.set()

    def assistant(self) -> "Assistant":
        """Return the assistant over what was in use at the last look.

        Raises:
            NotReadyError: It is not open yet, or cannot be opened.
        """
        if self._assistant is not None:
            return self._assistant
        if self._problem is not None:
            raise NotReadyError(self._problem.message, self._problem.fix)
        raise NotReadyError("The assistant is still starting.", "Try again in a few seconds.")

    @property
    def problem(self) -> PlanwijzerError | None:
        """Why what is in use now cannot be opened; the assistant is then one of before."""
        return self._problem

    def _run(self) -> None:
        opened = seen = self._state()
        tried = time.monotonic()
        self._take()
        while not self._stopped.wait(self._look_seconds):
            before, seen = seen, self._state()
            # A change replaces more than one file: it is waited for until it is through.
            changed = seen != opened and seen == before
            failed_long_ago = self._problem and time.monotonic() - tried > self._retry_seconds
            if changed or failed_long_ago:
                opened, tried = seen, time.monotonic()
                self._take()

    def _take(self) -> None:
        try:
            self._assistant = self._open()
            self._problem = None
        except PlanwijzerError as error:
            self._problem = error
        except Exception:
            _LOG.exception("The assistant could not be opened")
            self._problem = PlanwijzerError(
                "The assistant could not be opened.",
                "The server's log says why; once that is mended, the server opens it by itself.",
            )

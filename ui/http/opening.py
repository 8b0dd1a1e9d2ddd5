"""Opening the assistant in the background, so that the server answers at once."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import TYPE_CHECKING

from assistant import PlanwijzerError

if TYPE_CHECKING:
    from assistant import Assistant

_LOG = logging.getLogger(__name__)


class NotReadyError(PlanwijzerError):
    """The assistant is still opening, or could not be opened."""


class Opening:
    """An assistant that becomes available some time after `start`; safe from several threads."""

    def __init__(self, open: Callable[[], "Assistant"]) -> None:
        self._open = open
        self._assistant: Assistant | None = None
        self._problem: PlanwijzerError | None = None
        self._ended = Event()

    def start(self) -> None:
        """Begin opening, in a thread of its own."""
        Thread(target=self._run, name="open-assistant", daemon=True).start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait until opening has ended, well or badly; whether it has."""
        return self._ended.wait(seconds)

    def assistant(self) -> "Assistant":
        """Return the assistant.

        Raises:
            NotReadyError: It is not open yet, or cannot be opened.
        """
        if self._assistant is not None:
            return self._assistant
        if self._problem is not None:
            raise NotReadyError(self._problem.message, self._problem.fix)
        raise NotReadyError("The assistant is still starting.", "Try again in a few seconds.")

    def _run(self) -> None:
        try:
            self._assistant = self._open()
        except PlanwijzerError as error:
            self._problem = error
        except Exception:
            _LOG.exception("The assistant could not be opened")
            self._problem = PlanwijzerError(
                "The assistant could not be opened.",
                "The server's log says why; mend that and start the server again.",
            )
        finally:
            self._ended.set()

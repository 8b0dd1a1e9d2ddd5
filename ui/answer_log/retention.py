"""The job that deletes what has become too old."""

import logging
from datetime import UTC, datetime
from threading import Event, Thread

from sqlalchemy.exc import SQLAlchemyError

from ui.answer_log.log import AnswerLog

_LOG = logging.getLogger(__name__)
_HOUR = 3600.0


class Retention:
    """Purges a log when the server starts and every hour, in a thread of its own."""

    def __init__(self, log: AnswerLog, *, seconds: float = _HOUR) -> None:
        self._log = log
        self._seconds = seconds
        self._stopped = Event()

    def start(self) -> None:
        """Begin."""
        Thread(target=self._run, name="answer-log-retention", daemon=True).start()

    def stop(self) -> None:
        """End."""
        self._stopped.set()

    def _run(self) -> None:
        while True:
            try:
                self._log.purge(datetime.now(UTC))
            except SQLAlchemyError:
                _LOG.exception("The answer log could not be purged")
            if self._stopped.wait(self._seconds):
                return

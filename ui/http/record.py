"""What becomes of every answer, whichever face gave it: the log."""

import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from assistant import Answer, Question, Settings
from ui.access.caller import Caller
from ui.answer_log.index_digest import index_digest
from ui.answer_log.log import AnswerLog
from ui.answer_log.retention import Retention

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from assistant import Assistant

_LOG = logging.getLogger(__name__)


class Record:
    """Keeps answers in the log, and the log within its days; without a database it keeps none."""

    def __init__(self, database: "Engine | None", settings: Settings) -> None:
        self._model = settings.model
        self.log = AnswerLog(database, settings) if database and settings.answer_log else None
        self._retention = Retention(self.log) if self.log else None

    def start(self) -> None:
        """Begin to delete what is too old."""
        if self._retention:
            self._retention.start()

    def stop(self) -> None:
        """Delete no more."""
        if self._retention:
            self._retention.stop()

    def told(
        self, caller: Caller, question: Question, answer: Answer, assistant: "Assistant"
    ) -> None:
        """Keep an answer; where that fails the answer is given all the same."""
        if self.log is None:
            return
        try:
            digest = index_digest(assistant, self._model)
            self.log.record(caller, question, answer, assistant, digest)
        except SQLAlchemyError:
            _LOG.exception("An answer could not be logged")

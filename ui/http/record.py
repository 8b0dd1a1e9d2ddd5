"""What becomes of every answer, whichever face gave it: it is counted, and logged."""

import logging
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from assistant import Answer, Library, Question, Settings, is_verbatim
from ui.access.caller import Caller
from ui.answer_log.index_digest import index_digest
from ui.answer_log.log import AnswerLog
from ui.answer_log.retention import Retention
from ui.watch.metrics import Metrics

if TYPE_CHECKING:
    from sqlalchemy import Engine

    from assistant import Assistant

_LOG = logging.getLogger(__name__)


class Record:
    """Counts answers, keeps them in the log, and the log within its days.

    Without a database there is no log.
    """

    def __init__(self, database: "Engine | None", settings: Settings, metrics: Metrics) -> None:
        self._model = settings.model
        self._metrics = metrics
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
        """Count and keep an answer; where keeping fails the answer is given all the same."""
        self._metrics.answer(answer, failed_quotes(answer, assistant))
        if self.log is None:
            return
        try:
            digest = index_digest(assistant, self._model)
            self.log.record(caller, question, answer, assistant, digest)
        except SQLAlchemyError:
            self._metrics.unlogged()
            _LOG.exception("An answer could not be logged")

    def index(self, assistant: "Assistant") -> None:
        """State which index is in use."""
        digest = index_digest(assistant, self._model)
        self._metrics.index(digest, self._model, len(assistant.documents))


def failed_quotes(answer: Answer, library: Library) -> int:
    """Return how many quotes of an answer are not the source, character for character."""
    documents = {read.document.id: read for read in library.documents}
    return sum(not is_verbatim(citation, documents) for citation in answer.citations)

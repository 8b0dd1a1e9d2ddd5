"""Keeping answers, giving them back, and deleting them in time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Literal

from sqlalchemy import Engine, delete, insert, select

from assistant import Answer, NotFoundError, Question, Reason, Settings, is_personal
from ui.access.caller import Caller
from ui.answer_log.entry import Cited, Entry, Feedback, Kept, digest_of
from ui.answer_log.rows import entry_of, feedback_of, row_of
from ui.database.schema import ANSWERS, FEEDBACK
from ui.http.version import running_version

if TYPE_CHECKING:
    from assistant import Assistant

Verdict = Literal["up", "down"]


class AnswerLog:
    """The log in a database; safe from several threads and processes."""

    def __init__(self, engine: Engine, settings: Settings) -> None:
        self._engine = engine
        self._texts = settings.log_questions
        self._days = settings.log_days

    def record(
        self,
        caller: Caller,
        question: Question,
        answer: Answer,
        assistant: "Assistant",
        index_digest: str,
    ) -> None:
        """Keep an answer.

        Args:
            caller: Who asked.
            question: What was asked; its words are kept only where the settings say so, and
                never those of a personal question.
            answer: What was answered.
            assistant: The assistant over all documents.
            index_digest: What the answer rests on.
        """
        entry = Entry(
            id=answer.id,
            at=datetime.now(UTC),
            caller=caller.id,
            groups=_that_count(caller, assistant),
            status=answer.status.value,
            reason=answer.reason.value if answer.reason else None,
            language=answer.language,
            generator=answer.generator.value,
            cited=tuple(
                Cited(document=c.passage.document, address=c.passage.address)
                for c in answer.citations
            ),
            statements=answer.faithfulness.statements,
            removed=answer.faithfulness.removed,
            understand_ms=answer.timings.understand,
            retrieve_ms=answer.timings.retrieve,
            answer_ms=answer.timings.answer,
            total_ms=answer.timings.total,
            index_digest=index_digest,
            version=running_version(),
            digest=digest_of(answer),
            question=question if self._keeps(question, answer, assistant) else None,
        )
        with self._engine.begin() as connection:
            connection.execute(insert(ANSWERS).values(**row_of(entry)))

    def entry(self, answer_id: str) -> Entry:
        """Return what is kept of an answer.

        Raises:
            NotFoundError: Nothing is.
        """
        with self._engine.connect() as connection:
            row = connection.execute(select(ANSWERS).where(ANSWERS.c.id == answer_id)).first()
        if row is None:
            raise _unknown(answer_id)
        return entry_of(row)

    def entries(self, since: datetime, until: datetime) -> Iterator[Entry]:
        """Yield what was kept from one time up to another, the oldest first."""
        within = (ANSWERS.c.at >= since, ANSWERS.c.at < until)
        with self._engine.connect() as connection:
            rows = connection.execution_options(yield_per=500).execute(
                select(ANSWERS).where(*within).order_by(ANSWERS.c.at, ANSWERS.c.id)
            )
            for row in rows:
                yield entry_of(row)

    def give_feedback(
        self, answer_id: str, verdict: Verdict, comment: str = "", question: str = ""
    ) -> Kept:
        """Keep what somebody thought of an answer; words that name somebody are left out.

        Args:
            answer_id: The answer.
            verdict: Whether it helped.
            comment: Why.
            question: What was asked, where who asked it agrees that it is kept.

        Returns:
            What was kept besides the verdict.

        Raises:
            NotFoundError: There is no such answer.
        """
        self.entry(answer_id)
        said = [text if _may_be_kept(text) else "" for text in (comment, question)]
        with self._engine.begin() as connection:
            connection.execute(
                insert(FEEDBACK).values(
                    answer=answer_id,
                    at=datetime.now(UTC),
                    verdict=verdict,
                    comment="\n\n".join(filter(None, said)) or None,
                )
            )
        return Kept(comment=bool(said[0]), question=bool(said[1]))

    def feedback(self, answer_id: str) -> tuple[Feedback, ...]:
        """Return what was thought of an answer, the oldest first."""
        mine = select(FEEDBACK).where(FEEDBACK.c.answer == answer_id).order_by(FEEDBACK.c.id)
        with self._engine.connect() as connection:
            return tuple(feedback_of(row) for row in connection.execute(mine))

    def purge(self, now: datetime) -> int:
        """Delete what is older than the settings let it become; return how many answers went."""
        old = ANSWERS.c.at < now - timedelta(days=self._days)
        with self._engine.begin() as connection:
            return connection.execute(delete(ANSWERS).where(old)).rowcount

    def _keeps(self, question: Question, answer: Answer, assistant: "Assistant") -> bool:
        if not self._texts or answer.reason is Reason.OPERATIONAL_OR_PERSONAL:
            return False
        said = (question.text, *(turn.content for turn in question.history))
        return not any(assistant.is_personal(text) for text in said)


def _that_count(caller: Caller, assistant: "Assistant") -> tuple[str, ...]:
    """Return those of a caller's groups that some document is for; the others tell only of it."""
    named = {group for read in assistant.documents for group in read.document.groups}
    return tuple(sorted(named & caller.groups))


def _may_be_kept(text: str) -> bool:
    return not is_personal(text, in_documents=lambda _: False)


def _unknown(answer_id: str) -> NotFoundError:
    return NotFoundError(
        f"There is no answer {answer_id!r} in the log.",
        "Use the id that came with an answer; the log forgets after a number of days.",
    )

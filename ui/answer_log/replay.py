"""Asking a logged question again: does the same index give the same answer?"""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from assistant import Answer, Question, QuestionError
from ui.access.views import Views
from ui.answer_log.entry import Entry, digest_of

if TYPE_CHECKING:
    from assistant import Assistant


class Outcome(StrEnum):
    """How an answer compares with the one of then."""

    SAME = "same"
    OTHER_INDEX = "other index, same answer"
    CHANGED_INDEX = "other index, other answer"
    DIFFERENT = "same index, other answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Replay:
    """An answer of now beside what the log keeps of the one of then."""

    entry: Entry
    answer: Answer
    outcome: Outcome


def replay(entry: Entry, assistant: "Assistant", index_digest: str, question: str = "") -> Replay:
    """Ask again, over the documents that the caller of then may read.

    Args:
        entry: What the log keeps.
        assistant: The assistant over all documents.
        index_digest: What it rests on.
        question: What was asked, where the log does not keep it.

    Raises:
        QuestionError: The log does not keep the question, and none is given.
    """
    asked = Question(text=question, language=entry.language) if question else entry.question
    if asked is None:
        raise QuestionError(
            f"The log does not keep the question of answer {entry.id}.",
            "Give it with --question, word for word.",
        )
    answer = Views().view(assistant, entry.groups).answer(asked)
    same_answer, same_index = digest_of(answer) == entry.digest, index_digest == entry.index_digest
    outcomes = {
        (True, True): Outcome.SAME,
        (True, False): Outcome.OTHER_INDEX,
        (False, False): Outcome.CHANGED_INDEX,
        (False, True): Outcome.DIFFERENT,
    }
    return Replay(entry=entry, answer=answer, outcome=outcomes[same_answer, same_index])

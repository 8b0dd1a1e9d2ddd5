"""Entries of the log as rows of its table, and back."""

from collections.abc import Mapping
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy import Row

from assistant import Question
from ui.answer_log.entry import Cited, Entry, Feedback

_QUESTION = TypeAdapter(Question)
_OWN = ("groups", "cited", "question")


def row_of(entry: Entry) -> Mapping[str, object]:
    """Return the row that keeps an entry."""
    kept = {name: getattr(entry, name) for name in Entry.__slots__ if name not in _OWN}
    return {
        **kept,
        "groups": list(entry.groups),
        "cited": [[place.document, place.address] for place in entry.cited],
        "question": question_in_json(entry.question),
    }


def entry_of(row: "Row[Any]") -> Entry:
    """Return the entry that a row keeps."""
    kept = {name: getattr(row, name) for name in Entry.__slots__ if name not in _OWN}
    return Entry(
        **kept,
        groups=tuple(row.groups),
        cited=tuple(Cited(document=document, address=address) for document, address in row.cited),
        question=None if row.question is None else _QUESTION.validate_python(row.question),
    )


def feedback_of(row: "Row[Any]") -> Feedback:
    """Return the feedback that a row keeps."""
    return Feedback(answer=row.answer, at=row.at, verdict=row.verdict, comment=row.comment or "")


def question_in_json(question: Question | None) -> object:
    """Return a question as JSON, with all that an answer depends on."""
    return None if question is None else _QUESTION.dump_python(question, mode="json")

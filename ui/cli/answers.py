"""Logged answers, as text, JSON and CSV."""

import csv
import sys
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from pydantic import BaseModel, ConfigDict, JsonValue

from ui.answer_log.entry import Entry, Feedback
from ui.answer_log.replay import Outcome, Replay
from ui.answer_log.rows import question_in_json
from ui.spreadsheet import cell

FeedbackOf = Callable[[str], Sequence[Feedback]]


class FeedbackReply(BaseModel):
    """What somebody thought of an answer."""

    model_config = ConfigDict(frozen=True)

    at: datetime
    verdict: str
    comment: str


class EntryReply(BaseModel):
    """A logged answer; `question` is null where it is not kept."""

    model_config = ConfigDict(frozen=True)

    id: str
    at: datetime
    caller: str
    groups: tuple[str, ...]
    status: str
    reason: str | None
    language: str
    generator: str
    cited: tuple[str, ...]
    statements: int
    removed: int
    understand_ms: float
    retrieve_ms: float
    answer_ms: float
    total_ms: float
    index_digest: str
    version: str
    digest: str
    question: JsonValue
    feedback: tuple[FeedbackReply, ...]


def entry_reply(entry: Entry, feedback: Sequence[Feedback]) -> EntryReply:
    """Return a logged answer as JSON; a place it cites is document#address."""
    own = {"cited", "question", "feedback"}
    kept = {name: getattr(entry, name) for name in EntryReply.model_fields if name not in own}
    return EntryReply(
        **kept,
        cited=tuple(f"{place.document}#{place.address}" for place in entry.cited),
        question=question_in_json(entry.question),
        feedback=tuple(
            FeedbackReply(at=f.at, verdict=f.verdict, comment=f.comment) for f in feedback
        ),
    )


def print_export(entries: Iterable[Entry], feedback_of: FeedbackOf, form: str) -> None:
    """Print entries, one JSON object or one row of CSV a line."""
    replies = (entry_reply(entry, feedback_of(entry.id)) for entry in entries)
    if form == "jsonl":
        for reply in replies:
            print(reply.model_dump_json())
        return
    writer = csv.writer(sys.stdout)
    writer.writerow(EntryReply.model_fields)
    for reply in replies:
        writer.writerow([cell(value) for value in reply.model_dump(mode="json").values()])


def print_replay(again: Replay) -> None:
    """Print how an answer compares with the one of then."""
    entry, now = again.entry, again.answer
    print(f"{entry.id}, answered at {entry.at:%Y-%m-%d %H:%M:%S} UTC: {again.outcome}.")
    then = ", ".join(f"{place.document}#{place.address}" for place in entry.cited) or "nothing"
    cited = [f"{c.passage.document}#{c.passage.address}" for c in now.citations]
    print(f"Then: {entry.reason or entry.status}, cited {then}")
    print(f"Now:  {now.reason or now.status}, cited {', '.join(cited) or 'nothing'}")
    print("", now.markdown, sep="\n")


def is_as_expected(again: Replay) -> bool:
    """Whether an answer is what it was, or may differ because its index does."""
    return again.outcome is not Outcome.DIFFERENT

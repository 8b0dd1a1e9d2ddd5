"""One answer as the log keeps it."""

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime

from assistant import Answer, Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A place that an answer cites."""

    document: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What is kept of an answer; times are in UTC, durations in milliseconds.

    `groups` are those of the caller that some document is for; `digest` is that of the answer's
    words and citations; `question` is None where its text is not kept.
    """

    id: str
    at: datetime
    caller: str
    groups: tuple[str, ...]
    status: str
    reason: str | None
    language: str
    generator: str
    cited: tuple[Cited, ...]
    statements: int
    removed: int
    understand_ms: float
    retrieve_ms: float
    answer_ms: float
    total_ms: float
    index_digest: str
    version: str
    digest: str
    question: Question | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """What somebody thought of an answer.

    `comment` is empty where none was kept; the words of the question follow it, after an empty
    line, where who asked agreed that they are kept.
    """

    answer: str
    at: datetime
    verdict: str
    comment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Which words were kept with a verdict."""

    comment: bool
    question: bool


def digest_of(answer: Answer) -> str:
    """Return the digest of what an answer says and cites, the same for the same answer."""
    places = [(c.passage.id, c.char_start, c.char_end, c.quote) for c in answer.citations]
    said = [answer.status, answer.reason, answer.language, answer.markdown, places]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()

"""What came back for one question: all that the measures look at, and nothing that runs.

Outcomes first, measures after: a run can be resumed, scored again and compared, and it does not
matter whether the assistant answered in this process or over HTTP.
"""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What sort of question was asked."""

    ANSWERABLE = "answerable"
    UNANSWERABLE = "unanswerable"
    TURN = "turn"
    LOOKUP = "lookup"
    HOSTILE = "hostile"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """One statement and the numbers of the citations under it."""

    text: str
    citations: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A quote and where it claims to stand: `char_start:char_end` of the document's text.

    `version` is what it says in the language of the answer, empty where nobody wrote it.
    """

    number: int
    document: str
    address: str
    quote: str
    char_start: int
    char_end: int
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """A passage that was found."""

    document: str
    address: str
    text: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What an asker got; `hits` are the first ten, best first.

    `status` is empty for a look-up. `answerable` is how likely the judge of answerability held an
    answer; None where it had no say or the asker cannot know. `milliseconds` are those of the
    assistant itself, by stage; `removed` counts statements its own check left out.
    """

    status: str = ""
    reason: str = ""
    language: str = ""
    generator: str = ""
    markdown: str = ""
    statements: tuple[Stated, ...] = ()
    citations: tuple[Cited, ...] = ()
    hits: tuple[Retrieved, ...] = ()
    answerable: float | None = None
    removed: int = 0
    milliseconds: dict[str, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A question and its reply.

    `set` is the name of its question set; a turn's `id` is that of its conversation and its number
    (`con-1/2`). `latency_ms` is how long the asker waited; it says how fast an answer is only where
    nothing else was asked at the same time, that is where `alone`.
    """

    set: str
    id: str
    kind: Kind
    reply: Reply
    latency_ms: float
    alone: bool

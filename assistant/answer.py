"""What the assistant says, and what it rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from corpus import Passage, Span, Version
from index import Hit


class Status(StrEnum):
    """Whether the corpus answers the question."""

    ANSWERED = "answered"
    NOT_IN_CORPUS = "not_in_corpus"


class Reason(StrEnum):
    """Why the corpus does not answer a question."""

    NOT_STATED = "not_stated"
    NO_EVIDENCE = "no_evidence"
    FALSE_PREMISE = "false_premise"
    OUT_OF_SCOPE = "out_of_scope"
    OPERATIONAL_OR_PERSONAL = "operational_or_personal"
    UNSUPPORTED = "unsupported"


class Generator(StrEnum):
    """Who worded an answer."""

    EXTRACTIVE = "extractive"
    LLM = "llm"


class Stage(StrEnum):
    """A step of answering, in running order."""

    UNDERSTAND = "understand"
    RETRIEVE = "retrieve"
    ANSWER = "answer"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A passage that answers, and the ranges of its text that do."""

    passage: Passage
    ranges: tuple[tuple[int, int], ...]
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A literal quote: `quote` is the text of the source at `spans`.

    `start:end` is its range in the passage's text; `char_start:char_end` in the document's.
    `version` is the quote in the language of the answer, where there is one.
    """

    number: int
    passage: Passage
    quote: str
    start: int
    end: int
    spans: tuple[Span, ...]
    version: Version | None = None

    @property
    def char_start(self) -> int:
        return self.spans[0].start

    @property
    def char_end(self) -> int:
        return self.spans[-1].end


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """One statement of an answer and the numbers of the citations that support it.

    `reading` is what it says in the language of the answer, with its standing, empty where its
    quotes are in that language or have no version in it.
    """

    text: str
    citations: tuple[int, ...]
    reading: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Faithfulness:
    """The check of every drafted statement against its cited text."""

    statements: int
    supported: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Timings:
    """Milliseconds per stage."""

    understand: float
    retrieve: float
    answer: float
    total: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The outcome of one question.

    `question` is the stand-alone question that was searched; `introduction` is the sentence that
    leads the statements in, in `language`; `citations` are in order of first use. `answerable` is
    how likely the judge of answerability held an answer, in [0, 1]; None where nothing was found.
    """

    id: str
    status: Status
    reason: Reason | None
    question: str
    language: str
    introduction: str
    statements: tuple[Statement, ...]
    citations: tuple[Citation, ...]
    nearest: tuple[Hit, ...]
    hits: tuple[Hit, ...]
    generator: Generator
    faithfulness: Faithfulness
    timings: Timings
    answerable: float | None = None

    @property
    def markdown(self) -> str:
        """The answer as Markdown, each statement with its markers."""
        return markdown(self.introduction, self.statements)


def markdown(introduction: str, statements: Sequence[Statement]) -> str:
    """Return an answer as Markdown, each statement with its markers."""
    marked = [
        statement.text
        + " "
        + "".join(f"[{n}]" for n in statement.citations)
        + (f"\n  {_indented(statement.reading)}" if statement.reading else "")
        for statement in statements
    ]
    if not marked:
        return introduction
    return introduction + "\n\n" + "\n".join(f"- {line}" for line in marked)


def _indented(text: str) -> str:
    return text.replace("\n", "\n  ")


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchResult:
    """What a look-up found, best first, and how long it took in milliseconds."""

    query: str
    hits: tuple[Hit, ...]
    retrieve_ms: float
    total_ms: float

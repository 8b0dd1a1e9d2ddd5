"""What is said in a chat: questions, replies ready to show, and the turns they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from pydantic import Field

from assistant import LANGUAGES, MAX_HISTORY_TURNS, Role, Stage, Turn

# What a page sends back is held to these; what the server makes meets them anyway.
_Spoken = Annotated[str, Field(pattern=f"^(?:{'|'.join(LANGUAGES)})$")]
_Link = Annotated[str, Field(pattern=r'^(?:https?://[^\s<>"]+)?/plan/[^\s<>"]*$')]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a quote says in the asker's language, and whether that is official text."""

    text: str
    language: str
    official: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place in a document: the number a statement cites it by, the quote and where it opens.

    `verbatim` says that the answer already shows the quote word for word; `document` names the
    document where there are several, in the document's own language; `reference` is the footnote
    that a writer pastes, and `permalink` the link in it.
    """

    number: int
    quote: str
    language: str
    place: str
    url: _Link
    verbatim: bool
    reference: str
    permalink: _Link
    document: str = ""
    reading: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A statement as it is shown: its words, its citations and what it says to the asker."""

    text: str
    citations: tuple[int, ...]
    reading: Reading | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer ready to show.

    `id` is the answer's; `language` is that of its own words, `statement_language` that of its
    statements; `understood` is the question that was searched, where it is not the one that was
    asked.
    """

    id: str
    found: bool
    language: _Spoken
    statement_language: _Spoken
    introduction: str
    understood: str | None
    statements: tuple[Said, ...]
    sources: tuple[Source, ...]
    nearest: tuple[Source, ...]
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and its reply; without one it is at `stage`.

    `told` is what a language model has worded so far, as Markdown.
    """

    question: str
    reply: Reply | None = None
    stage: Stage = Stage.UNDERSTAND
    told: str = ""


def turns_of(exchanges: Sequence[Exchange]) -> tuple[Turn, ...]:
    """Return the latest exchanges as the history of a question."""
    turns = [
        turn
        for exchange in exchanges
        if exchange.reply is not None
        for turn in (
            Turn(role=Role.USER, content=exchange.question),
            Turn(role=Role.ASSISTANT, content=exchange.reply.markdown),
        )
    ]
    return tuple(turns[-MAX_HISTORY_TURNS:])

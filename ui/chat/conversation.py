"""What is said in a chat: questions, replies ready to show, and the turns they make."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import (
    MAX_HISTORY_TURNS,
    Answer,
    Generator,
    Passage,
    Role,
    Stage,
    Statement,
    Status,
    Turn,
)
from ui.links import plan_url

if TYPE_CHECKING:
    from assistant import Assistant


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A place in a document: the number a statement cites it by, the quote and where it opens.

    `verbatim` says that the answer already shows the quote word for word.
    """

    number: int
    quote: str
    language: str
    place: str
    url: str
    verbatim: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """An answer ready to show.

    `language` is that of its own words, `statement_language` that of its statements; `understood`
    is the question that was searched, where it is not the one that was asked.
    """

    found: bool
    language: str
    statement_language: str
    introduction: str
    understood: str | None
    statements: tuple[Statement, ...]
    sources: tuple[Source, ...]
    nearest: tuple[Source, ...]
    markdown: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A question and its reply; without one it is at `stage`."""

    question: str
    reply: Reply | None = None
    stage: Stage = Stage.UNDERSTAND


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


def reply_of(answer: Answer, asked: str, assistant: "Assistant", public_url: str) -> Reply:
    """Return an answer with its places in words and its links."""
    shown = [_plain(statement.text) for statement in answer.statements]
    language = answer.language

    def source(number: int, passage: Passage, quote: str, start: int, end: int) -> Source:
        url = plan_url(public_url, passage.document, passage.address, start, end)
        return Source(
            number=number,
            quote=quote,
            language=assistant.document(passage.document).document.language,
            place=assistant.label(passage, language),
            url=_in_language(url, language),
            verbatim=any(_plain(quote) in text for text in shown),
        )

    sources = tuple(
        source(c.number, c.passage, c.quote, c.char_start, c.char_end) for c in answer.citations
    )
    extractive = answer.generator is Generator.EXTRACTIVE and sources
    return Reply(
        found=answer.status is Status.ANSWERED,
        language=language,
        statement_language=sources[0].language if extractive else language,
        introduction=answer.introduction,
        understood=None if _plain(answer.question) == _plain(asked) else answer.question,
        statements=answer.statements,
        sources=sources,
        nearest=tuple(
            source(h.rank, h.passage, h.passage.text, h.passage.char_start, h.passage.char_end)
            for h in answer.nearest
        ),
        markdown=answer.markdown,
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _in_language(url: str, language: str) -> str:
    """Let the reader page speak the language of the answer that points to it."""
    path, hash_mark, address = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={language}{hash_mark}{address}"

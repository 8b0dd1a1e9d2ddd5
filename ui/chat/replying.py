"""From an answer to the reply that the chat shows."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from assistant import (
    Answer,
    Citation,
    Generator,
    Hit,
    Passage,
    Standing,
    Statement,
    Status,
    Version,
)
from ui.chat.conversation import Reading, Reply, Said, Source
from ui.links import plan_url

if TYPE_CHECKING:
    from assistant import Assistant


def reply_of(answer: Answer, asked: str, assistant: "Assistant", public_url: str) -> Reply:
    """Return an answer with its places in words and its links."""
    sources = _Sources(answer, assistant, public_url)
    cited = tuple(sources.cited(citation) for citation in answer.citations)
    quoted = answer.generator is Generator.EXTRACTIVE and bool(cited)
    return Reply(
        found=answer.status is Status.ANSWERED,
        language=answer.language,
        statement_language=cited[0].language if quoted else answer.language,
        introduction=answer.introduction,
        understood=None if _plain(answer.question) == _plain(asked) else answer.question,
        statements=tuple(_said(s, answer.citations, quoted) for s in answer.statements),
        sources=cited,
        nearest=tuple(sources.near(hit) for hit in answer.nearest),
        markdown=answer.markdown,
    )


class _Sources:
    """Makes the sources of one answer."""

    def __init__(self, answer: Answer, assistant: "Assistant", public_url: str) -> None:
        self._language = answer.language
        self._shown = [_plain(statement.text) for statement in answer.statements]
        self._assistant = assistant
        self._public_url = public_url

    def cited(self, cited: Citation) -> Source:
        where = (cited.char_start, cited.char_end)
        return self._source(cited.number, cited.passage, cited.quote, where, cited.version)

    def near(self, hit: Hit) -> Source:
        passage = hit.passage
        where = (passage.char_start, passage.char_end)
        version = self._assistant.version(passage, self._language)
        return self._source(hit.rank, passage, passage.text, where, version)

    def _source(
        self,
        number: int,
        passage: Passage,
        quote: str,
        where: tuple[int, int],
        version: Version | None,
    ) -> Source:
        document = self._assistant.document(passage.document).document
        url = plan_url(self._public_url, passage.document, passage.address, *where)
        return Source(
            number=number,
            quote=quote,
            language=document.language,
            place=self._assistant.label(passage, self._language),
            url=_in_language(url, self._language),
            verbatim=any(_plain(quote) in text for text in self._shown),
            document=document.title if len(self._assistant.texts) > 1 else "",
            reading=_reading([version]),
        )


def _said(statement: Statement, citations: Sequence[Citation], quoted: bool) -> Said:
    """Return a statement; one that is not made of quotes is in the asker's language already."""
    versions = [c.version for c in citations if quoted and c.number in statement.citations]
    return Said(text=statement.text, citations=statement.citations, reading=_reading(versions))


def _reading(versions: Sequence[Version | None]) -> Reading | None:
    """Return versions read one after the other; half a reading would be a wrong one."""
    there = [version for version in versions if version is not None]
    if not there or len(there) < len(versions):
        return None
    return Reading(
        text=" ".join(dict.fromkeys(version.text for version in there)),
        language=there[0].language,
        official=all(version.standing is Standing.OFFICIAL for version in there),
    )


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()


def _in_language(url: str, language: str) -> str:
    """Let the reader page speak the language of the answer that points to it."""
    path, hash_mark, address = url.partition("#")
    return f"{path}{'&' if '?' in path else '?'}lang={language}{hash_mark}{address}"

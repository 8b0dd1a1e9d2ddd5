"""From an answer to the reply that the chat shows."""

from collections.abc import Sequence
from datetime import date
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
from ui.citations.note import note
from ui.citations.reference import Reference, reference_to
from ui.links import plan_url

if TYPE_CHECKING:
    from assistant import Assistant


def reply_of(
    answer: Answer, asked: str, assistant: "Assistant", public_url: str, base: str = ""
) -> Reply:
    """Return an answer with its places in words, its links and its footnotes.

    Args:
        answer: The answer.
        asked: The question as it was typed.
        assistant: Who answered.
        public_url: Where users reach the server; empty gives links relative to the page.
        base: Where this visitor reached it; footnotes leave the page, so they need one of the two.
    """
    sources = _Sources(answer, assistant, public_url, base)
    cited = tuple(sources.cited(citation) for citation in answer.citations)
    quoted = answer.generator is Generator.EXTRACTIVE and bool(cited)
    return Reply(
        id=answer.id,
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

    def __init__(self, answer: Answer, assistant: "Assistant", public_url: str, base: str) -> None:
        self._language = answer.language
        self._shown = [_plain(statement.text) for statement in answer.statements]
        self._assistant = assistant
        self._public_url = public_url
        self._base = base

    def cited(self, cited: Citation) -> Source:
        quoted = (cited.start, cited.end)
        return self._source(cited.number, cited.passage, cited.quote, quoted, cited.version)

    def near(self, hit: Hit) -> Source:
        passage = hit.passage
        whole = (0, len(passage.text))
        version = self._assistant.version(passage, self._language)
        return self._source(hit.rank, passage, passage.text, whole, version)

    def _source(
        self,
        number: int,
        passage: Passage,
        quote: str,
        quoted: tuple[int, int],
        version: Version | None,
    ) -> Source:
        document = self._assistant.document(passage.document).document
        reference = self._reference(passage, quoted)
        where = self._assistant.source_range(passage, *quoted)
        url = plan_url(self._public_url, passage.document, passage.address, *where)
        return Source(
            number=number,
            quote=quote,
            language=document.language,
            place=self._assistant.label(passage, self._language),
            url=_in_language(url, self._language),
            verbatim=any(_plain(quote) in text for text in self._shown),
            reference=note(reference),
            permalink=reference.url,
            document=document.title if len(self._assistant.texts) > 1 else "",
            reading=_reading([version]),
        )

    def _reference(self, passage: Passage, quoted: tuple[int, int]) -> Reference:
        return reference_to(
            self._assistant,
            passage,
            quoted,
            language=self._language,
            public_url=self._public_url or self._base,
            consulted=date.today(),
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

"""The documents an assistant answers from, by id and by place."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from itertools import dropwhile, islice, takewhile

from assistant.verify.folded import range_of
from corpus import (
    DocumentStatus,
    NotFoundError,
    Passage,
    ReadDocument,
    Version,
    label,
    place,
    sentences,
    source_range,
)
from corpus.kiv import CrossWalk, cross_walk


class Library:
    """Documents and their passages, for looking up and reading."""

    def __init__(self, documents: Sequence[ReadDocument]) -> None:
        self.documents = tuple(documents)
        self._documents = {d.document.id: d for d in self.documents}
        self._passages = {p.id: (p, i) for d in self.documents for i, p in enumerate(d.passages)}
        self.kiv: CrossWalk = cross_walk(self.documents)
        self._versions = {
            (v.document, v.address, v.language): v for d in self.documents for v in d.versions
        }

    @property
    def texts(self) -> tuple[ReadDocument, ...]:
        """The documents but for context notes, which only tell about others."""
        return tuple(
            read
            for read in self.documents
            if read.document.status is not DocumentStatus.CONTEXT_NOTE
        )

    @cached_property
    def digest(self) -> str:
        """A digest of all that the documents say, in every language."""
        said = sha256()
        for read in self.documents:
            said.update(f"\n{read.document.id} {read.document.sha256}".encode())
            texts = [(v.address, v.language, v.text) for v in read.versions]
            texts += [(q.address, q.language, q.text) for q in read.questions]
            said.update(repr(texts).encode())
        return said.hexdigest()

    def document(self, document_id: str) -> ReadDocument:
        """Return a document.

        Raises:
            NotFoundError: There is none of this id.
        """
        if document_id not in self._documents:
            known = ", ".join(self._documents)
            raise NotFoundError(f"There is no document {document_id!r}.", f"Use one of: {known}.")
        return self._documents[document_id]

    def passage(self, passage_id: str) -> Passage:
        """Return a passage.

        Raises:
            NotFoundError: There is none of this id.
        """
        if passage_id not in self._passages:
            raise NotFoundError(
                f"There is no passage {passage_id!r}.",
                "Use a passage_id as returned by a search or an answer.",
            )
        return self._passages[passage_id][0]

    def neighbours(self, passage_id: str) -> tuple[Passage | None, Passage | None]:
        """Return the passages just before and after one in its document.

        Raises:
            NotFoundError: There is none of this id.
        """
        passage = self.passage(passage_id)
        index = self._passages[passage_id][1]
        around = self.document(passage.document).passages
        before = around[index - 1] if index else None
        after = around[index + 1] if index + 1 < len(around) else None
        return before, after

    def siblings(self, passage: Passage) -> tuple[Passage, ...]:
        """Return the passages directly under the same heading, in order, itself included."""
        around = self.document(passage.document).passages
        return tuple(p for p in around if p.section == passage.section)

    def led_in_by(self, passage: Passage) -> tuple[Passage, ...]:
        """Return the items of the list that the end of a passage leads in, if any."""
        if not passage.text.endswith(":"):
            return ()
        around = self.document(passage.document).passages
        after = dropwhile(lambda p: p.address != passage.address, around)
        rest = islice(after, 1, None)
        return tuple(takewhile(lambda p: p.lead and passage.text.endswith(p.lead), rest))

    def version(
        self, passage: Passage, language: str, start: int = 0, end: int | None = None
    ) -> Version | None:
        """Return what a range of a passage says in another language, None where nobody wrote it.

        The range is cut out of the version where its sentences match the passage's one by one;
        otherwise the version is that of the whole passage.
        """
        whole = self._versions.get((passage.document, passage.address, language))
        if whole is None:
            return None
        stop = len(passage.text) if end is None else end
        low, high = matching_range(passage.text, whole.text, start, stop)
        return replace(whole, text=whole.text[low:high])

    def mentions(self, word: str) -> bool:
        """Return whether a word stands in one of the documents, written so or in capitals."""
        form = re.compile(rf"\b(?:{re.escape(word)}|{re.escape(word.upper())})\b")
        return any(form.search(read.source) for read in self.documents)

    def source_range(self, passage: Passage, start: int, end: int) -> tuple[int, int]:
        """Return the offsets in the document's text of a range of a passage's text."""
        spans = source_range(passage.spans, start, end)
        return spans[0].start, spans[-1].end

    def quoted_range(self, passage: Passage, quote: str) -> tuple[int, int] | None:
        """Return where a passage's text has a quotation, but for typography; None without it."""
        return range_of(quote, passage.text)

    def label(self, passage: Passage, language: str) -> str:
        """Return where a passage stands, in words of a language (nl, fr, de or en)."""
        return label(self.document(passage.document).document, passage, language)

    def place(self, passage: Passage, language: str) -> str:
        """Return where a passage stands within its document, as `label` words it."""
        return place(passage, language)

    def title(self, document_id: str) -> str:
        """Return the title of a document.

        Raises:
            NotFoundError: There is none of this id.
        """
        return self.document(document_id).document.title


def matching_range(original: str, version: str, start: int, end: int) -> tuple[int, int]:
    """Return the range of a version that says what `original[start:end]` says.

    Where the sentences of the two do not match one by one, that is the whole version.
    """
    ours, theirs = sentences(original), sentences(version)
    touched = [i for i, (low, high) in enumerate(ours) if low < end and high > start]
    if len(ours) != len(theirs) or not touched or len(touched) == len(ours):
        return 0, len(version)
    return theirs[touched[0]][0], theirs[touched[-1]][1]

"""Translations in the making: kept line by line, so that a stop loses at most one."""

from pathlib import Path

from corpus.document import ReadDocument
from corpus.errors import CorpusError
from corpus.versions import append_line, fresh_lines, originals


class Drafts:
    """The translations of one document to one language, beside the document folders of a store."""

    def __init__(self, store: Path, read: ReadDocument, language: str) -> None:
        """Open the drafts; there may be none yet.

        Raises:
            CorpusError: The document is written in this language, or the drafts are damaged.
        """
        if read.document.language == language:
            raise CorpusError(
                f"The document {read.document.id} is written in this language.",
                "Choose another language.",
            )
        self.language = language
        self._path = store / f"{read.document.id}.{language}.drafts"
        self._texts = originals(read)
        self._done = {v.address: v.text for v in read.versions if v.language == language}
        self._done |= fresh_lines(self._path, self._texts)

    def missing(self) -> dict[str, str]:
        """Return the originals that have no translation yet, by address."""
        return {a: text for a, text in self._texts.items() if a not in self._done}

    def keep(self, address: str, text: str) -> None:
        """Keep a translation for good."""
        append_line(self._path, address, self._texts[address], text)
        self._done[address] = text

    def all(self) -> tuple[tuple[str, str], ...]:
        """Return every translation as (address, text), in the order of the document."""
        return tuple((a, self._done[a]) for a in self._texts if a in self._done)

    def remove(self) -> None:
        """Remove the drafts, once they stand in a side-car."""
        self._path.unlink(missing_ok=True)

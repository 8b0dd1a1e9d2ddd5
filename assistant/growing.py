"""An answer told piece by piece while it is worded; what was told is never taken back."""

from collections.abc import Callable

from assistant.answer import markdown
from assistant.draft import Draft
from assistant.introduce import introduce_written
from corpus import Document

OnText = Callable[[str], None]
"""Told of the next piece of an answer's Markdown; joined, the pieces are the answer's."""


class Growing:
    """Tells what a draft has more than the one before it."""

    def __init__(
        self, on_text: OnText, document_of: Callable[[str], Document], language: str
    ) -> None:
        """Tell of an answer in a language; `document_of` returns a document by its id."""
        self._on_text = on_text
        self._document_of = document_of
        self._language = language
        self._told = 0

    def grow(self, draft: Draft) -> None:
        """Tell what is new of a draft that begins with all statements of the one before."""
        if not draft.statements:
            return
        best = self._document_of(draft.citations[0].passage.document)
        whole = markdown(introduce_written(best, self._language), draft.statements)
        self._on_text(whole[self._told :])
        self._told = len(whole)

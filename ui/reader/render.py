"""Reader pages as HTML, made once per document, language and version beside it."""

from collections.abc import Sequence
from threading import Lock

from assistant import Document, DocumentStatus, Library, ReadDocument, Standing
from ui.reader import columns
from ui.reader.beside import (
    LEVELS,
    NOTHING,
    beside_of,
    has_levels,
    languages_beside,
    sets_apart,
    standing_of,
)
from ui.reader.frame import TEMPLATES, frame
from ui.reader.highlight import highlights
from ui.reader.occurrences import MAX_TERM_CHARACTERS
from ui.reader.page import Page, number_of, page_of
from ui.reader.view import View
from ui.wording import words

_KEPT = 32
"""How many pages are kept ready, each of half a megabyte or so."""

_LIBRARIES = 4
"""Of how many libraries pages are kept."""

_FROM_A_DOCUMENT = "../"
"""The way from `/plan/{document}` to the server's root; from `/plan` there is none to go."""


class Pages:
    """Renders the documents of one library.

    A page without a highlight is kept, one with a highlight is made anew.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._laid_out: dict[str, Page] = {}
        self._plain: dict[tuple[str, View], str] = {}
        self._keeping = Lock()

    def plan(self, read: ReadDocument, view: View) -> str:
        """Return the page of a document as a visitor asks for it."""
        if highlights(read.passages, view.start, view.end):
            return self._rendered(read, view)
        key = (read.document.id, view.plain)
        kept = self._plain.get(key)
        if kept is None:
            kept = self._rendered(read, view.plain)
            with self._keeping:
                while len(self._plain) >= _KEPT:
                    del self._plain[next(iter(self._plain))]
                self._plain[key] = kept
        return kept

    def _rendered(self, read: ReadDocument, view: View) -> str:
        language = view.language
        marked = highlights(read.passages, view.start, view.end)
        beside = beside_of(read, view.beside, language)
        other = None
        if beside not in (NOTHING, LEVELS):
            other = columns.version(read, beside, marked, language)
        return TEMPLATES.get_template("plan.html.j2").render(
            **frame(view, _FROM_A_DOCUMENT),
            page=self._page(read),
            document=read.document,
            text=columns.original(read, marked, language),
            other=other,
            # The contents are for finding the way: in the visitor's language, where there is one.
            contents=other if other and beside == language else None,
            choices=_choices(read, view, beside),
            original=read.original if read.original and read.original.is_pdf else None,
            levels=beside == LEVELS,
            sets_apart=sets_apart,
            quoted=bool(marked),
            several=len(self.library.documents) > 1,
            is_note=read.document.status is DocumentStatus.CONTEXT_NOTE,
            longest_term=MAX_TERM_CHARACTERS,
            styles=words(language).citation.styles,
            copied=words(language).chat.copied,
            name_of=lambda code: words(code).name,
            label=lambda passage: self.library.label(passage, language),
            number_of=number_of,
            note_number=lambda passage: number_of(passage).lstrip("n"),
        )

    def _page(self, read: ReadDocument) -> Page:
        document = read.document.id
        if document not in self._laid_out:
            self._laid_out[document] = page_of(read)
        return self._laid_out[document]


class LatestPages:
    """The pages of the libraries in use, one per set of documents that somebody may read."""

    def __init__(self) -> None:
        self._kept: tuple[Pages, ...] = ()

    def of(self, library: Library) -> Pages:
        """Return the pages of a library; those of one that was not used for long are let go."""
        for pages in self._kept:
            if pages.library.documents is library.documents:
                return pages
        pages = Pages(library)
        self._kept = (pages, *self._kept[: _LIBRARIES - 1])
        return pages


def listing(language: str, documents: Sequence[ReadDocument]) -> str:
    """Return the page that lists the documents."""
    return TEMPLATES.get_template("documents.html.j2").render(
        **frame(View(language=language), ""),
        documents=[(read.document, _also_in(read)) for read in documents],
        name_of=lambda code: words(code).name,
        note_status=DocumentStatus.CONTEXT_NOTE,
    )


def notice(
    language: str,
    heading: str,
    lines: Sequence[str],
    documents: Sequence[Document] = (),
    root: str = _FROM_A_DOCUMENT,
) -> str:
    """Return a page that says what is the matter and where to go instead.

    `root` is the way from the page's address to the server's root.
    """
    return TEMPLATES.get_template("notice.html.j2").render(
        **frame(View(language=language), root), heading=heading, lines=lines, documents=documents
    )


def _choices(read: ReadDocument, view: View, beside: str) -> list[tuple[str, str, str, bool]]:
    """Return what can stand beside a document: its code, name and link, and whether it does."""
    w = words(view.language).reader
    there = [(code, words(code).name) for code in languages_beside(read)]
    if has_levels(read):
        there.append((LEVELS, w.levels))
    if not there:
        return []
    return [
        (code, name, view.with_beside(code).query, code == beside)
        for code, name in ((NOTHING, w.beside_nothing), *there)
    ]


def _also_in(read: ReadDocument) -> list[tuple[Standing, str]]:
    """Return the names of the languages a document can be read in, by what that text is worth."""
    named = [(standing_of(read, code), words(code).name) for code in languages_beside(read)]
    return [
        (standing, ", ".join(name for worth, name in named if worth is standing))
        for standing in dict.fromkeys(standing for standing, _ in named)
    ]

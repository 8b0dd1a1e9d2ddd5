"""From the bytes of a PDF to its text: this module reads top to bottom."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from pypdf import PdfReader, apply_configuration

from corpus.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.lists import OpenLists
from corpus.readers.pdf.about import date_of, language_of, title_of
from corpus.readers.pdf.bookmarks import bookmarks_of
from corpus.readers.pdf.columns import Flow, flows_of
from corpus.readers.pdf.furniture import Sheet, without_furniture
from corpus.readers.pdf.measure import Measure
from corpus.readers.pdf.notes import notes_of, parted
from corpus.readers.pdf.opening import opened
from corpus.readers.pdf.paragraphs import Paragraphs
from corpus.readers.pdf.pieces import Form, Piece, joined
from corpus.readers.pdf.sheets import Sheets
from corpus.readers.pdf.tables import Tables
from corpus.readers.pdf.writing import written

_PAGES_AHEAD = 6


def extract_pdf(path: Path, content: bytes, limits: Limits) -> Extracted:
    """Return the text of a PDF in light Markdown.

    Raises:
        CorpusError: It is broken, protected, without a text layer, or over a limit.
    """
    # pypdf would go on silently with what it can save of a damaged stream: half a page is no page.
    with apply_configuration(zlib_maximum_recovery_input_length=0):
        return _extract(path, opened(path, content), limits)


def _extract(path: Path, reader: PdfReader, limits: Limits) -> Extracted:
    sheets = Sheets(path, reader, limits)
    bookmarks = bookmarks_of(reader)
    pages = _Pages()
    pieces = list(pages.pieces(without_furniture(sheets)))
    sheets.check()
    text, starts = written(pieces, bookmarks, pages.measure.body, sheets.numbers)
    return Extracted(
        text=text,
        pages=starts,
        title=title_of(reader),
        language=language_of(reader),
        date=date_of(reader),
    )


@dataclass(slots=True)
class _Pages:
    """Reads page after page, with what is open from one to the next."""

    measure: Measure = field(default_factory=Measure)
    lists: OpenLists = field(default_factory=OpenLists)
    tables: Tables = field(default_factory=Tables)
    unfinished: bool = False

    def pieces(self, sheets: Iterable[Sheet]) -> Iterator[Piece]:
        """Yield the pieces of all pages, each page's footnotes after its text."""
        last: Piece | None = None
        for sheet, flows in self._measured(sheets):
            for piece in self._page(sheet, flows):
                last = piece
                yield piece
            ended = last is None or last.form is not Form.NOTE or last.text.endswith((".", ")"))
            self.unfinished = not ended

    def _measured(self, sheets: Iterable[Sheet]) -> Iterator[tuple[Sheet, list[Flow]]]:
        """Yield pages with their flows once some pages ahead have been measured too."""
        ahead: deque[tuple[Sheet, list[Flow]]] = deque()
        for sheet in sheets:
            flows = flows_of(sheet.rows)
            self.measure.read(flows)
            ahead.append((sheet, flows))
            if len(ahead) > _PAGES_AHEAD:
                yield ahead.popleft()
        yield from ahead

    def _page(self, sheet: Sheet, flows: Sequence[Flow]) -> Iterator[Piece]:
        notes: list[Piece] = []
        for flow in flows:
            parts = parted(flow.rows, self.measure.body, unfinished=self.unfinished)
            if parts.continued:
                more = ""
                for row in parts.continued:
                    more = joined(more, row.text)
                notes.append(Piece(form=Form.NOTE, text=more.strip(), page=sheet.number))
                self.unfinished = False
            notes += notes_of(parts.notes, sheet.number)
            paragraphs = Paragraphs(
                measure=self.measure,
                lists=self.lists,
                left=flow.left,
                right=self.measure.right(flow),
                page=sheet.number,
                reference=sheet.reference,
            )
            running = Flow(
                rows=tuple(parts.running), left=flow.left, right=flow.right, column=flow.column
            )
            yield from paragraphs.pieces(self.tables.elements(running))
        yield from notes

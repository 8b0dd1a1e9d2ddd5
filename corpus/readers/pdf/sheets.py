"""The pages of a PDF as rows of text, and the refusals that only reading them can tell."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from pypdf import PdfReader

from corpus.errors import CorpusError
from corpus.readers.limits import Limits
from corpus.readers.pdf.about import labels_of, page_number
from corpus.readers.pdf.content import PageText
from corpus.readers.pdf.fonts import Fonts
from corpus.readers.pdf.furniture import Sheet
from corpus.readers.pdf.page_tree import Leaf, leaves
from corpus.readers.pdf.ruled_tables import page_rows
from corpus.readers.pdf.runs import Run
from corpus.readers.refusals import SAVE_AGAIN, megabytes, refused, too_large

_MAX_UNREADABLE = 0.3
_MAX_PICTURED = 0.5
_OCR = "Run OCR first, for example `ocrmypdf in.pdf out.pdf`, and add the result."


class Sheets:
    """Iterates over the pages once; afterwards `numbers` are those printed on them, in order."""

    def __init__(self, path: Path, reader: PdfReader, limits: Limits) -> None:
        self.numbers: list[int] = []
        self._path = path
        self._reader = reader
        self._limits = limits
        self._unpacked = 0
        self._characters = 0
        self._unreadable = 0
        self._pictured = 0

    def __iter__(self) -> Iterator[Sheet]:
        """Yield the pages in order.

        Raises:
            CorpusError: A page is damaged, or the file is over a limit.
        """
        fonts = Fonts()
        for leaf, label in zip(self._leaves(), labels_of(self._reader), strict=False):
            if leaf.number >= self._limits.max_pages:
                allowed = f"max_pages is {self._limits.max_pages}"
                raise too_large(self._path, "has too many pages", allowed)
            yield self._sheet(leaf, page_number(label, leaf.number), fonts)

    def check(self) -> None:
        """Refuse what turned out to have no text that can be read.

        Raises:
            CorpusError: The pages are pictures, or their fonts do not say which letters they print.
        """
        pages = len(self.numbers)
        if pages == 0:
            raise refused(self._path, "is a broken PDF: it has no pages", SAVE_AGAIN)
        if self._characters == 0 or self._pictured > _MAX_PICTURED * pages:
            raise refused(self._path, "has no text layer: its pages are pictures", _OCR)
        if self._unreadable > _MAX_UNREADABLE * self._characters:
            reason = "has a text layer that cannot be read: its fonts do not name their letters"
            raise refused(self._path, reason, _OCR)

    def _leaves(self) -> Iterator[Leaf]:
        try:
            yield from leaves(self._reader)
        except CorpusError:
            raise
        except Exception as error:
            raise self._damaged(len(self.numbers)) from error

    def _sheet(self, leaf: Leaf, number: int, fonts: Fonts) -> Sheet:
        page = PageText(self._reader, fonts)
        try:
            page.show(leaf.content, leaf.resources, leaf.upright)
            page.shown.close()
            rows = tuple(page_rows(_visible(page.shown.found, leaf), page.rules.found))
        except MemoryError:
            raise
        except Exception as error:
            raise self._damaged(leaf.number) from error
        self._count(page, empty=not rows)
        self.numbers.append(number)
        return Sheet(
            number=leaf.number,
            label=number,
            reference=leaf.reference,
            width=leaf.width,
            height=leaf.height,
            rows=rows,
        )

    def _count(self, page: PageText, *, empty: bool) -> None:
        self._unpacked += page.unpacked
        if self._unpacked > self._limits.max_unpacked:
            allowed = f"max_unpacked is {megabytes(self._limits.max_unpacked)}"
            raise too_large(self._path, "unpacks to too much", allowed)
        self._pictured += empty and page.pictures > 0
        for run in page.shown.found:
            self._characters += len(run.text)
            self._unreadable += sum(not _readable(character) for character in run.text)

    def _damaged(self, index: int) -> CorpusError:
        return refused(self._path, f"is damaged on page {index + 1}", SAVE_AGAIN)


def _visible(runs: Sequence[Run], leaf: Leaf) -> list[Run]:
    """Return the runs that stand on the page, not beside it."""
    return [
        run
        for run in runs
        if -1 <= run.x0 <= leaf.width + 1 and -1 <= run.y <= leaf.height + 1 and run.size > 0.5
    ]


def _readable(character: str) -> bool:
    return character >= " " and character != "\ufffd" and not "\ue000" <= character <= "\uf8ff"

"""On which page a passage or section starts, for texts whose pages are known."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from corpus.document import ReadDocument
from corpus.extracted import PageStart


def with_pages(read: ReadDocument, pages: Sequence[PageStart]) -> ReadDocument:
    """Return the document with the page each section and passage starts on.

    Real pages go before those that a table of contents prints.
    """
    if not pages:
        return read
    offsets = [page.offset for page in pages]

    def page_at(offset: int) -> int:
        return pages[max(0, bisect_right(offsets, offset) - 1)].number

    return replace(
        read,
        sections=tuple(replace(s, first_page=page_at(s.char_start)) for s in read.sections),
        passages=tuple(replace(p, page=page_at(p.char_start)) for p in read.passages),
    )

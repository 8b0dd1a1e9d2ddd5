"""Pages as sections, for a text that has pages and no headings."""

from collections.abc import Sequence

from corpus.contents import Contents
from corpus.document import Document, SectionKind
from corpus.extracted import PageStart
from corpus.flow import is_cut
from corpus.headings import Heading
from corpus.labels import page_in_words
from corpus.markers import Block, Form
from corpus.outline import Placed, Writer


def page_sections(
    document: Document,
    blocks: Sequence[Block],
    pages: Sequence[PageStart],
    extent: tuple[int, int],
) -> tuple[Placed, ...]:
    """Return a section per page, each with the blocks that begin on it.

    A paragraph that runs over the page's end belongs to the page where it begins.

    Args:
        document: The document.
        blocks: The blocks of its text without its footnotes.
        pages: Where its pages start, in order; there is at least one.
        extent: From where to where in the source the text reaches.
    """
    writer = Writer(document=document.id, contents=Contents(()))
    writer.start(Heading(kind=SectionKind.DOCUMENT, title=document.title), extent[0])
    current = following = -1
    before: Block | None = None
    for block in blocks:
        while following + 1 < len(pages) and pages[following + 1].offset <= block.start:
            following += 1
        page = max(following, 0)
        goes_on = before is not None and is_cut(before, block)
        if page != current and not goes_on:
            writer.start(
                _heading(document, pages[page]), block.start if current >= 0 else extent[0]
            )
            current = page
        writer.add(block)
        before = None if block.form is Form.TABLE_ROW else block
    return writer.finished(extent[1])


def _heading(document: Document, page: PageStart) -> Heading:
    return Heading(
        kind=SectionKind.PAGE,
        title="",
        number=str(page.number),
        printed=page_in_words(page.number, document.language),
    )

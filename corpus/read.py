"""How a text becomes passages: lines, blocks, sections, passages.

This is the first of the project's three streets; it reads top to bottom.
"""

from collections.abc import Sequence

from corpus.blocks import blocks_of
from corpus.document import Document, ReadDocument, SectionKind
from corpus.errors import CorpusError
from corpus.extracted import PageStart
from corpus.markers import Form
from corpus.outline import outline
from corpus.page_sections import page_sections
from corpus.pages import with_pages
from corpus.passages import passages_of
from corpus.source import lines_of


def read_text(document: Document, source: str, pages: Sequence[PageStart] = ()) -> ReadDocument:
    """Return a document's sections and passages, every non-blank line of the source in a section.

    Args:
        document: What the manifest says of the text.
        source: The text; offsets in the result are code points of it.
        pages: Where its pages start, empty when that is not known.

    Raises:
        CorpusError: The text is empty.
    """
    blocks = tuple(blocks_of(lines_of(source)))
    if not blocks:
        raise CorpusError(
            f"The text of document {document.id} is empty.",
            "Add the document again from a file that has text.",
        )
    footnotes = tuple(block for block in blocks if block.form is Form.FOOTNOTE)
    running = tuple(block for block in blocks if block.form is not Form.FOOTNOTE)
    extent = blocks[0].start, blocks[-1].end
    placed = outline(document.id, document.title, running, extent)
    if pages and all(p.section.kind is SectionKind.DOCUMENT for p in placed):
        placed = page_sections(document, running, pages, extent)
    return with_pages(
        ReadDocument(
            document=document,
            source=source,
            sections=tuple(p.section for p in placed),
            passages=passages_of(source, placed, footnotes),
        ),
        pages,
    )

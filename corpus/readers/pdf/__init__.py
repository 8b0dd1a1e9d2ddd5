"""PDF to light Markdown: runs, rows, flows, pieces, blocks.

Pages are read one after another; what is kept of a page is its text.
"""

from corpus.readers.pdf.extraction import extract_pdf

__all__ = ["extract_pdf"]

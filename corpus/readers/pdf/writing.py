"""Pieces to light Markdown, once the whole document is known."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from corpus.extracted import PageStart
from corpus.readers.light_markdown import LightMarkdown
from corpus.readers.pdf.bookmarks import Bookmark
from corpus.readers.pdf.headings import heading_levels
from corpus.readers.pdf.hyphens import Words
from corpus.readers.pdf.pieces import Form, Piece, joined


def written(
    pieces: Sequence[Piece],
    bookmarks: Mapping[str, Sequence[Bookmark]],
    body: float,
    numbers: Sequence[int],
) -> tuple[str, tuple[PageStart, ...]]:
    """Return the text of a document and where its pages start.

    Args:
        pieces: All pieces in order.
        bookmarks: The document's outline.
        body: The type size of running text.
        numbers: The numbers printed on the pages, in order.
    """
    mended = _mended(_whole_words(_whole_notes(pieces)))
    levels = heading_levels(mended, bookmarks, body)
    text = LightMarkdown()
    page = 0
    for index, piece in enumerate(mended):
        for number in numbers[page : piece.page + 1]:
            text.page(number)
        page = max(page, piece.page + 1)
        _write(text, piece, levels.get(index))
    for number in numbers[page:]:
        text.page(number)
    return text.text(), text.pages()


def _write(text: LightMarkdown, piece: Piece, level: int | None) -> None:
    if level is not None:
        text.heading(level, piece.printed)
        return
    match piece.form:
        case Form.ITEM:
            text.item(piece.marker, piece.text, piece.level)
        case Form.CONTINUATION:
            text.continuation(piece.text)
        case Form.NOTE:
            text.note(piece.marker, piece.text)
        case Form.ROW | Form.HEAD_ROW:
            text.row(piece.cells, first=piece.opens)
            if piece.form is Form.HEAD_ROW:
                text.rule(len(piece.cells))
        case Form.TEXT:
            text.paragraph(piece.text)


def _whole_notes(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with a note that runs over to the next page made one."""
    whole: list[Piece] = []
    open_note: int | None = None
    for piece in pieces:
        if piece.form is Form.NOTE and not piece.marker and open_note is not None:
            note = whole[open_note]
            whole[open_note] = replace(note, text=f"{note.text} {piece.text}")
            continue
        if piece.form is Form.NOTE:
            open_note = len(whole)
        whole.append(piece)
    return whole


def _whole_words(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the rest of a word that the end of a page or column cut."""
    whole = list(pieces)
    running = [i for i, piece in enumerate(whole) if piece.form in (Form.TEXT, Form.ITEM)]
    for before, after in pairwise(running):
        cut, rest = whole[before], whole[after]
        word, _, others = rest.text.partition(" ")
        if (
            rest.form is Form.TEXT
            and cut.text[-2:-1].isalpha()
            and cut.text.endswith("-")
            and word[:1].islower()
            and others
            and len(cut.text.split()) > 1
        ):
            whole[before] = replace(cut, text=joined(cut.text, word))
            whole[after] = replace(rest, text=others)
    return whole


def _mended(pieces: Sequence[Piece]) -> list[Piece]:
    """Return the pieces with the words that line ends broke made whole."""
    words = Words()
    for piece in pieces:
        for text in (piece.text, *piece.cells):
            words.read(text)
    return [
        replace(
            piece,
            text=words.mended(piece.text),
            cells=tuple(words.mended(cell) for cell in piece.cells),
        )
        for piece in pieces
    ]

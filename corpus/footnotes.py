"""Footnotes: which passage carries a note's mark, wherever the note itself was printed."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.blocks import FOOTNOTE_MARK, Block, footnote_number
from corpus.document import FootnoteMark, Passage


def home_of(note: Block, running: Sequence[Passage]) -> Passage:
    """Return the passage that carries a note's mark: the last one before the note, if any.

    A note whose mark is nowhere belongs to the text just before it.
    """
    number = footnote_number(note.marker or "")
    marked = [
        passage
        for passage in running
        if any(footnote_number(m.group()) == number for m in FOOTNOTE_MARK.finditer(passage.text))
    ]
    before = [passage for passage in marked if passage.char_start < note.start]
    return (before or marked or [p for p in running if p.char_start < note.start] or running)[-1]


def with_footnotes(passage: Passage, notes: Sequence[Passage]) -> Passage:
    """Attach to a passage the footnotes whose marks stand in it."""
    numbered = {note.address.rsplit("/n", 1)[1].split("-")[0]: note for note in notes}
    marks = tuple(
        FootnoteMark(number=number, offset=m.start(), passage=numbered[str(number)].id)
        for m in FOOTNOTE_MARK.finditer(passage.text)
        if str(number := footnote_number(m.group())) in numbered
    )
    return replace(passage, footnotes=marks) if marks else passage

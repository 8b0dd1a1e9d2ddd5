"""Footnotes: the small type at the foot of a page, from the first raised mark on."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.readers.light_markdown import SUPERSCRIPT_DIGITS
from corpus.readers.pdf.lines import Row
from corpus.readers.pdf.pieces import Form, Piece, joined

_SMALLER = 0.94
_PLAIN_MARK = re.compile(r"^[(\[]?(\d{1,3})[)\]]?\s+(?=\S)")
_RAISED_MARK = re.compile(rf"^[{SUPERSCRIPT_DIGITS}]{{1,3}}\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Parted:
    """The rows of a flow: running text, the rest of a note from the page before, own footnotes."""

    running: Sequence[Row]
    continued: Sequence[Row]
    notes: Sequence[Row]


def parted(rows: Sequence[Row], body: float, *, unfinished: bool) -> Parted:
    """Part running text from footnotes.

    Args:
        rows: The rows of one flow of a page.
        body: The type size of running text.
        unfinished: Whether the last note of the page before has no end yet.
    """
    small = len(rows)
    while small > 0 and rows[small - 1].size < _SMALLER * body and not rows[small - 1].cells:
        small -= 1
    below = range(small, len(rows))
    marked = next((i for i in below if _mark(rows[i], raised=True)), len(rows))
    if marked == len(rows) and small > 0:
        marked = next((i for i in below if _mark(rows[i], raised=False)), len(rows))
    start = small if unfinished and small > 0 else marked
    return Parted(running=rows[:start], continued=rows[start:marked], notes=rows[marked:])


def notes_of(rows: Sequence[Row], page: int) -> list[Piece]:
    """Return the footnotes that some rows print."""
    raised = any(_mark(row, raised=True) for row in rows)
    texts: list[tuple[str, str]] = []
    for row in rows:
        mark = _mark(row, raised=raised)
        if mark:
            pattern = _RAISED_MARK if raised else _PLAIN_MARK
            texts.append((mark, pattern.sub("", row.text, count=1)))
        elif texts:
            texts[-1] = (texts[-1][0], joined(texts[-1][1], row.text))
    return [
        Piece(form=Form.NOTE, text=text, marker=mark, page=page, size=rows[0].size)
        for mark, text in texts
    ]


def _mark(row: Row, *, raised: bool) -> str:
    if raised:
        return row.parts[0].note
    match = _PLAIN_MARK.match(row.text)
    return match.group(1) if match else ""

"""Emphasis marks: which asterisks and underscores are marks, and which are text.

Only marks that come in pairs are marks: `**so**`, `*so*`, `__so__`, `_so_`. An asterisk between
spaces or digits, and an underscore inside a word, is text.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_RUN = re.compile(r"\*+|_+")
_LONGEST = 3
_OPENS_WORD = frozenset(" \t\n\u00a0\u202f([{\"'“‘„«‚*–—-/|")
_CLOSES_WORD = frozenset(" \t\n\u00a0\u202f)]}\"'”’“»*.,;:!?…–—-|⁰¹²³⁴⁵⁶⁷⁸⁹[")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two marks of `width` characters each, around `text[opening + width : closing]`."""

    opening: int
    closing: int
    width: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    position: int
    text: str
    opens: bool
    closes: bool


def pairs_in(text: str) -> tuple[Pair, ...]:
    """Return the pairs of emphasis marks in a text, in the order in which they close."""
    if "*" not in text and "_" not in text:
        return ()
    pending: dict[str, int] = {}
    found: list[Pair] = []
    for mark in _marks(text):
        if mark.closes and mark.text in pending:
            opening = pending.pop(mark.text)
            found.append(Pair(opening=opening, closing=mark.position, width=len(mark.text)))
        elif mark.opens:
            pending[mark.text] = mark.position
    return tuple(found)


def without_marks(text: str) -> str:
    """Return a text without its emphasis marks."""
    cuts = sorted(
        (at, pair.width) for pair in pairs_in(text) for at in (pair.opening, pair.closing)
    )
    kept: list[str] = []
    position = 0
    for at, width in cuts:
        kept.append(text[position:at])
        position = at + width
    return "".join([*kept, text[position:]])


def _marks(text: str) -> Iterator[_Mark]:
    for run in _RUN.finditer(text):
        start, end = run.span()
        before = text[start - 1] if start else " "
        after = text[end] if end < len(text) else " "
        if end - start > _LONGEST or before == "\\":
            continue
        opens, closes = not after.isspace(), not before.isspace()
        if run.group()[0] == "_":
            opens = opens and before in _OPENS_WORD
            file_name = after == "." and text[end + 1 : end + 2].isalnum()
            closes = closes and after in _CLOSES_WORD and not file_name
        elif before.isdecimal() and after.isdecimal():
            continue
        for offset, width in _split(end - start, opening=opens and not closes):
            piece = run.group()[:width]
            yield _Mark(position=start + offset, text=piece, opens=opens, closes=closes)


def _split(length: int, *, opening: bool) -> tuple[tuple[int, int], ...]:
    """Return the marks in a run of marks: a run of three is a double one and a single one."""
    if length < _LONGEST:
        return ((0, length),)
    return ((0, 2), (2, 1)) if opening else ((0, 1), (1, 2))

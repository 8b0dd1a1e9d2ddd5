"""Footnotes: which passage carries a note's mark, wherever the note itself was printed.

A mark is superscript digits (¹) or Markdown's ([^1], [^name]).
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from corpus.document import FootnoteMark, Passage
from corpus.markers import Block

_MARK = re.compile(r"(?<![⁰¹²³⁴-⁹])([⁰¹²³⁴-⁹]{1,4})(?![⁰¹²³⁴-⁹])|\[\^([^\]\s]{1,60})\]")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote: its key, the number it goes by, the block that holds it and its passage."""

    key: str
    number: int
    block: Block
    passage: Passage


@dataclass(slots=True)
class Homes:
    """Where the marks of a document's footnotes stand, by key."""

    running: Sequence[Passage]
    marked: dict[str, list[Passage]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.running = sorted(self.running, key=lambda p: p.char_start)
        for passage in self.running:
            for key, _ in _marks(passage.text):
                self.marked.setdefault(key, []).append(passage)

    def of(self, note: Block) -> Passage | None:
        """Return the passage that carries a note's mark: the last one before the note, if any.

        A note whose mark is nowhere belongs to the text just before it; None where no text is.
        """
        marked = self.marked.get(key_of(note), [])
        found = _last_before(marked, note.start) or (marked[-1] if marked else None)
        first = self.running[0] if self.running else None
        return found or _last_before(self.running, note.start) or first


def key_of(note: Block) -> str:
    """Return what a note and its marks are matched by: its number in digits, or its name."""
    return (note.marker or "").translate(_SUPERSCRIPTS)


def with_footnotes(passages: Sequence[Passage], notes: Sequence[Note]) -> Iterator[Passage]:
    """Yield the passages with the footnotes whose marks stand in them.

    Where several notes have one number, as in a text that numbers them by page or chapter, a mark
    belongs to the next of them.
    """
    by_key: dict[str, list[Note]] = {}
    for note in notes:
        by_key.setdefault(note.key, []).append(note)
    for passage in passages:
        marks = tuple(
            FootnoteMark(number=note.number, offset=offset, passage=note.passage.id)
            for key, offset in _marks(passage.text)
            for note in _next(by_key.get(key, ()), passage.char_start)
        )
        yield replace(passage, footnotes=marks) if marks else passage


def _next(notes: Sequence[Note], position: int) -> Sequence[Note]:
    """Return the first of some notes after a position, the last where none is; none of none."""
    index = bisect_left(notes, position, key=lambda note: note.block.start)
    return notes[index : index + 1] or notes[-1:]


def _last_before(passages: Sequence[Passage], position: int) -> Passage | None:
    index = bisect_left(passages, position, key=lambda p: p.char_start)
    return passages[index - 1] if index else None


def _marks(text: str) -> Iterator[tuple[str, int]]:
    """Yield the key of each mark in a text, and the offset of its number or name."""
    for match in _MARK.finditer(text):
        printed = match.group(1) or match.group(2)
        yield printed.translate(_SUPERSCRIPTS), match.start(1 if match.group(1) else 2)

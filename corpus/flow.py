"""Running blocks to entries: what a page break cut is rejoined, list items get their bodies."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.blocks import Block, Form
from corpus.document import Span

_ENDS_SENTENCE = re.compile(r"[.;!?][)\]\"”’']*$")


class Join(Enum):
    """How a block follows the one before it in the same entry."""

    FIRST = auto()
    LINE = auto()
    CUT = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A block inside an entry and how it was joined to it."""

    block: Block
    join: Join


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A paragraph or list item with everything that belongs to it."""

    parts: tuple[Part, ...]

    @property
    def form(self) -> Form:
        return self.parts[0].block.form

    @property
    def marker(self) -> str | None:
        return self.parts[0].block.marker

    @property
    def last_line(self) -> str:
        return self.parts[-1].block.last_line

    @property
    def opens_list(self) -> bool:
        """Whether it ends by announcing a list."""
        return self.last_line.endswith(":")

    @property
    def cuts(self) -> int:
        """How many page breaks cut it."""
        return sum(part.join is Join.CUT for part in self.parts)

    def joined(self, other: "Entry") -> "Entry":
        """Return this entry with another one's blocks as further lines."""
        first, *rest = other.parts
        return Entry(parts=(*self.parts, replace(first, join=Join.LINE), *rest))

    def spans(self) -> tuple[Span, ...]:
        """Return the source runs of the entry: its own marker left out, inner markers kept."""
        spans: list[Span] = []
        for part in self.parts:
            block = part.block
            if spans:
                newline = spans[-1].end
                spans.append(
                    Span(start=newline, end=newline + 1, line_break=part.join is Join.LINE)
                )
            for line in block.lines:
                indent = len(line.text) - len(line.text.lstrip())
                start = line.start + indent
                if line is block.lines[0] and part.join is not Join.LINE:
                    start = block.text_start
                elif line is not block.lines[0]:
                    spans.append(Span(start=spans[-1].end, end=spans[-1].end + 1, line_break=True))
                spans.append(Span(start=start, end=line.start + len(line.text.rstrip())))
        return tuple(spans)


def entries_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Return the entries that the running blocks of one section make, in order."""
    entries: list[Entry] = []
    for index, block in enumerate(blocks):
        join = _join(entries[-1], blocks, index) if entries else Join.FIRST
        if join is Join.FIRST:
            entries.append(Entry(parts=(Part(block=block, join=join),)))
        else:
            entries[-1] = Entry(parts=(*entries[-1].parts, Part(block=block, join=join)))
    return tuple(entries)


def _join(entry: Entry, blocks: Sequence[Block], index: int) -> Join:
    """Decide whether a block continues the entry before it, and how."""
    block = blocks[index]
    if block.form is Form.TEXT:
        if _is_cut(entry, block):
            return Join.CUT
        listed = entry.form in (Form.NUMBERED, Form.BULLET)
        if listed and (_is_title(entry) or _list_resumes(entry, blocks, index)):
            return Join.LINE
    if block.form is Form.BULLET and entry.form is Form.NUMBERED and _nests(entry, block):
        return Join.LINE
    return Join.FIRST


def _is_cut(entry: Entry, block: Block) -> bool:
    """Whether a page break cut a sentence between the two: no end before, lower case after."""
    ended = _ENDS_SENTENCE.search(entry.last_line) or entry.opens_list
    return not ended and block.first_line[:1].islower()


def _is_title(entry: Entry) -> bool:
    """Whether a numbered item is only the title of the paragraphs after it."""
    first = entry.parts[0].block
    alone = entry.form is Form.NUMBERED and len(first.lines) == 1
    listed = any(part.block.form is Form.BULLET for part in entry.parts)
    return alone and not listed and not _ENDS_SENTENCE.search(first.first_line)


def _list_resumes(entry: Entry, blocks: Sequence[Block], index: int) -> bool:
    """Whether the entry's list goes on after the paragraphs that start at `index`."""
    for block in blocks[index:]:
        if block.form is Form.TEXT:
            if block.last_line.endswith(":"):
                return False
            continue
        if entry.form is Form.BULLET:
            return block.form is Form.BULLET
        return block.form is Form.NUMBERED and block.marker == str(int(entry.marker or 0) + 1)
    return False


def _nests(entry: Entry, bullet: Block) -> bool:
    """Whether a bullet belongs to the numbered item before it, also after a page break."""
    deeper = bullet.indent > entry.parts[0].block.indent
    listed = any(part.block.form is Form.BULLET for part in entry.parts)
    return deeper or listed or entry.opens_list

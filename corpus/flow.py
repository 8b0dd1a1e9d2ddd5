"""Running blocks to entries: what a page break cut is rejoined, list items get their bodies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from itertools import pairwise

from corpus.document import Span
from corpus.markers import LISTED, Block, Form
from corpus.source import Line, bare
from corpus.vocabulary import AND_OR

MAX_ITEM_WORDS = 300
"""An item takes no more lines of its own, and no more of its list, once it has so many words."""

_ENDS_SENTENCE = re.compile(r"[.;!?][)\]\"”’']*$")
_ENDS_LINE = re.compile(r"[.;:!?][)\]\"”’']*$")
_CUT_WORD = re.compile(r"[^\W\d_][-\u00ad]$")
_RULE = re.compile(r"[\s=_*~-]+")
_WRAPPED_WIDTHS = range(50, 121)
_DEEPER = 2
_MAX_BODY = 8


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
    def opens_list(self) -> bool:
        """Whether it ends by announcing a list."""
        return self.parts[-1].block.last_line.endswith(":")

    def with_lines(self, others: Sequence["Entry"]) -> "Entry":
        """Return this entry with others' blocks as further lines."""
        parts = list(self.parts)
        for other in others:
            first, *rest = other.parts
            parts += [replace(first, join=Join.LINE), *rest]
        return Entry(parts=tuple(parts))

    def spans(self) -> tuple[Span, ...]:
        """Return the source runs of the entry: its own marker left out, inner markers kept."""
        spans: list[Span] = []
        before: Line | None = None
        for part in self.parts:
            wraps = _wraps(part.block)
            for index, line in enumerate(part.block.lines):
                if index and _RULE.fullmatch(line.text):
                    continue
                start = line.start + len(line.text) - len(line.text.lstrip())
                if not index and part.join is not Join.LINE:
                    start = part.block.text_start
                if before is not None:
                    wrapped = index in wraps if index else part.join is Join.CUT
                    spans += _line_end(before, line, wrapped=wrapped)
                spans.append(Span(start=start, end=line.start + len(line.text.rstrip())))
                before = line
        return tuple(spans)


def entries_of(blocks: Sequence[Block]) -> tuple[Entry, ...]:
    """Return the entries that the running blocks of one section make, in order."""
    entries: list[_Growing] = []
    for index, block in enumerate(blocks):
        join = entries[-1].join(blocks, index) if entries else Join.FIRST
        if join is Join.FIRST:
            entries.append(_Growing(first=block))
        entries[-1].add(Part(block=block, join=join))
    return tuple(Entry(parts=tuple(entry.parts)) for entry in entries)


def is_cut(before: Block, after: Block) -> bool:
    """Whether a page break cut a sentence between two blocks.

    It did where no sentence ended before and the text goes on in lower case, or where a word was
    left with its hyphen.
    """
    last, first = before.last_line, after.first_line
    if after.form is not Form.TEXT or after.level or _ENDS_SENTENCE.search(last):
        return False
    hyphened = _CUT_WORD.search(last) is not None and first[:1].isalpha()
    return hyphened or (not last.endswith(":") and first[:1].islower())


@dataclass(slots=True, kw_only=True)
class _Growing:
    """An entry that may take more blocks."""

    first: Block
    parts: list[Part] = field(default_factory=list)
    words: int = 0
    forms: set[Form] = field(default_factory=set)

    def add(self, part: Part) -> None:
        self.parts.append(part)
        self.words += sum(len(line.text.split()) for line in part.block.lines)
        self.forms.add(part.block.form)

    def join(self, blocks: Sequence[Block], index: int) -> Join:
        """Decide whether a block continues this entry, and how."""
        block = blocks[index]
        if is_cut(self.parts[-1].block, block):
            return Join.CUT
        if self.first.form not in LISTED or self.words > MAX_ITEM_WORDS:
            return Join.FIRST
        if block.form is Form.TEXT:
            own = self._is_title() or self._is_indented(block) or self._resumes(blocks, index)
            return Join.LINE if own else Join.FIRST
        return Join.LINE if block.form in LISTED and self._nests(block) else Join.FIRST

    def _is_title(self) -> bool:
        """Whether a numbered item is only the title of the paragraphs after it."""
        alone = self.first.form is Form.NUMBERED and len(self.first.lines) == 1
        ended = _ENDS_SENTENCE.search(self.first.first_line)
        return alone and Form.BULLET not in self.forms and not ended

    def _is_indented(self, block: Block) -> bool:
        """Whether a paragraph stands under the text of the item, not under its marker."""
        return block.after_blank and block.indent >= self.first.indent + _DEEPER

    def _resumes(self, blocks: Sequence[Block], index: int) -> bool:
        """Whether the entry's list goes on after the few paragraphs that start at `index`."""
        for block in blocks[index : index + _MAX_BODY]:
            if block.form is Form.TEXT:
                if block.last_line.endswith(":"):
                    return False
                continue
            if block.form is not self.first.form:
                return False
            return block.form is not Form.NUMBERED or self._continued_by(block)
        return False

    def _continued_by(self, block: Block) -> bool:
        return block.marker == str(int(self.first.marker or 0) + 1)

    def _nests(self, block: Block) -> bool:
        """Whether an item belongs to the item before it, also after a page break."""
        deeper = block.indent - self.first.indent
        if self.first.form is Form.NUMBERED and block.form is not Form.NUMBERED:
            opens_list = self.parts[-1].block.last_line.endswith(":")
            return deeper > 0 or block.form in self.forms or opens_list
        if self.first.form is Form.NUMBERED and self._continued_by(block):
            return False
        return deeper >= _DEEPER


def _wraps(block: Block) -> frozenset[int]:
    """Return the lines of a block that only go on where the one before was full.

    A line was full when the first word of the next would not have fitted on it; and one that ends
    no sentence goes on in lower case.
    """
    lines = [line.text.strip() for line in block.lines]
    width = max(len(line.text.rstrip()) for line in block.lines)
    wrapped = width in _WRAPPED_WIDTHS
    return frozenset(
        index
        for index, (before, after) in enumerate(pairwise(lines), start=1)
        if (wrapped and _is_full(block.lines[index - 1], after, width))
        or (after[:1].islower() and not _ENDS_LINE.search(bare(before)))
    )


def _is_full(line: Line, after: str, width: int) -> bool:
    return len(line.text.rstrip()) + 1 + len(after.split(maxsplit=1)[0]) > width


def _line_end(before: Line, after: Line, *, wrapped: bool) -> Iterator[Span]:
    """Yield the newline between two lines, none where it cut a word at its hyphen."""
    word = after.text.split(maxsplit=1)[0]
    hyphened = wrapped and _CUT_WORD.search(before.text.rstrip()) and word[:1].islower()
    if not hyphened or bare(word) in AND_OR:
        yield Span(start=before.end, end=before.end + 1, line_break=not wrapped)

"""Lines to blocks: paragraphs, list items, footnotes, table rows and marked headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto

from corpus.source import Line, plain

_NUMBERED = re.compile(r"^(\s*)(\d{1,3})\.\s+(?=\S)")
_BULLET = re.compile(r"^(\s*)(?:[-–•*]\s+(?:o\s+)?|o\s+)(?=\S)")
_DOTTED = re.compile(r"^(\d{1,2}(?:\.\d{1,2})+)\.?\s+(?=\S)")
_BLOCK_HEADING = re.compile(r"^[»›▪■►]+\s*(?=\S)")
_FOOTNOTE = re.compile(r"^([⁰¹²³⁴-⁹]+)\s+(?=\S)")
_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
FOOTNOTE_MARK = re.compile(r"[⁰¹²³⁴-⁹]+")


class Form(Enum):
    """The form a block has on the page."""

    TEXT = auto()
    NUMBERED = auto()
    DOTTED = auto()
    BULLET = auto()
    FOOTNOTE = auto()
    BLOCK_HEADING = auto()
    TABLE_ROW = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Consecutive lines that belong together; `marker` is the number a marker carries, if any.

    `text_start` is the offset in the source just past the marker.
    """

    form: Form
    lines: tuple[Line, ...]
    text_start: int
    marker: str | None = None
    indent: int = 0
    after_blank: bool = True

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def first_line(self) -> str:
        """The first line without its marker and emphasis."""
        return plain(self.lines[0].text[self.text_start - self.start :])

    @property
    def last_line(self) -> str:
        return self.first_line if len(self.lines) == 1 else plain(self.lines[-1].text)


def footnote_number(mark: str) -> int:
    """Return the number that superscript digits print."""
    return int(mark.translate(_SUPERSCRIPTS))


def blocks_of(lines: Iterable[Line]) -> Iterator[Block]:
    """Yield the blocks of a text in order; every non-blank line is in exactly one."""
    block: Block | None = None
    after_blank = True
    for line in lines:
        if line.blank:
            after_blank = True
            continue
        opened = replace(_open(line), after_blank=after_blank)
        continues = block is not None and not after_blank and opened.form is Form.TEXT
        if block is not None and continues and block.form is not Form.TABLE_ROW:
            block = replace(block, lines=(*block.lines, line))
        else:
            if block is not None:
                yield block
            block = opened
        after_blank = False
    if block is not None:
        yield block


def _open(line: Line) -> Block:
    """Return the block a line would open, judged by its marker."""
    if line.text.lstrip().startswith("|"):
        return Block(form=Form.TABLE_ROW, lines=(line,), text_start=line.start)
    for form, pattern in (
        (Form.BLOCK_HEADING, _BLOCK_HEADING),
        (Form.FOOTNOTE, _FOOTNOTE),
        (Form.DOTTED, _DOTTED),
        (Form.NUMBERED, _NUMBERED),
        (Form.BULLET, _BULLET),
    ):
        match = pattern.match(line.text)
        if match is None:
            continue
        marker = {Form.FOOTNOTE: 1, Form.DOTTED: 1, Form.NUMBERED: 2}.get(form)
        listed = form in (Form.NUMBERED, Form.BULLET)
        return Block(
            form=form,
            lines=(line,),
            text_start=line.start + match.end(),
            marker=match.group(marker) if marker else None,
            indent=len(match.group(1)) if listed else 0,
        )
    return Block(form=Form.TEXT, lines=(line,), text_start=line.start)

"""Lines to blocks: paragraphs, list items, footnotes, table rows and headings."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from corpus.divisions import article_in, division_in
from corpus.markers import Block, Form, Opener
from corpus.source import Line, bare

_UNDERLINE = re.compile(r"^ {0,3}(=+|-{3,})\s*$")
_UNDERLINED = frozenset({Form.TEXT, Form.NUMBERED, Form.DOTTED})
_ENDS_SENTENCE = re.compile(r"[.;:!?][)\]\"”’']*$")


def blocks_of(lines: Iterable[Line]) -> Iterator[Block]:
    """Yield the blocks of a text in order; every non-blank line is in exactly one."""
    growing: _Growing | None = None
    opener = Opener()
    after_blank = True
    for line in lines:
        if line.blank:
            after_blank = True
            continue
        if growing is not None and not after_blank and growing.underlined_by(line):
            growing.lines.append(line)
            growing.level = 1 if "=" in line.text else 2
            continue
        opened = opener.open(line)
        if growing is None or after_blank or not growing.takes(opened):
            if growing is not None:
                yield growing.finished()
            growing = _Growing(block=opened, level=opened.level, after_blank=after_blank)
        growing.lines.append(line)
        after_blank = False
    if growing is not None:
        yield growing.finished()


@dataclass(slots=True, kw_only=True)
class _Growing:
    """A block whose last line has not been read yet."""

    block: Block
    level: int
    after_blank: bool
    lines: list[Line] = field(default_factory=list)

    def finished(self) -> Block:
        return replace(
            self.block, lines=tuple(self.lines), level=self.level, after_blank=self.after_blank
        )

    def underlined_by(self, line: Line) -> bool:
        """Whether a line only draws the rule that makes a heading of the line before it."""
        single = len(self.lines) == 1 and self.level == 0 and self.block.form in _UNDERLINED
        return single and self.block.has_words and _UNDERLINE.match(line.text) is not None

    def takes(self, opened: Block) -> bool:
        """Whether the next line goes on with this block."""
        closed = self.level or self.block.form in (Form.TABLE_ROW, Form.BLOCK_HEADING)
        if closed or opened.form is not Form.TEXT or opened.level:
            return False
        if self._names_division() and not opened.first_line[:1].islower():
            return False
        # An article opens a block of its own, except where a sentence runs on into "artikel 12".
        article = article_in(opened.lines[0].text)
        return article is None or not _ENDS_SENTENCE.search(bare(self.lines[-1].text))

    def _names_division(self) -> bool:
        """Whether it is a line such as "Hoofdstuk 2", which ends a block where it stands alone."""
        return (
            len(self.lines) == 1
            and self.after_blank
            and self.block.form is Form.TEXT
            and (
                division_in(self.block.first_line) is not None
                or _is_bare_article(self.lines[0].text)
            )
        )


def _is_bare_article(text: str) -> bool:
    article = article_in(text)
    return article is not None and not article.rest

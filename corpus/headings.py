"""Which blocks are headings, and where in the hierarchy they stand.

Recognition goes by form (chapter words, numbers that continue a sequence, "»" marks, short
labels before a list), by the text's own table of contents, and by nothing else.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus import vocabulary
from corpus.blocks import Block, Form
from corpus.document import SectionKind

_MAX_HEADING_WORDS = 14
_MAX_LABEL_WORDS = 6
_ENDS_SENTENCE = re.compile(r"[.;:,!?]$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A recognised heading; `depth` is its place among the numbered headings of a chapter."""

    kind: SectionKind
    number: str | None
    title: str
    word: str = ""
    blocks: int = 1
    depth: int = 0

    @property
    def text(self) -> str:
        """The heading as a reader names the place: "Hoofdstuk 2: …", "1. …", "1.3 …"."""
        if self.kind is SectionKind.CHAPTER:
            return f"{self.word} {self.number}: {self.title}".rstrip(" :")
        if self.number is None:
            return self.title
        return f"{self.number}{'' if '.' in self.number else '.'} {self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What has been read just before: open numbers, block and list.

    `numbers` are the open single numbers of this chapter, outermost first; `list_number` is the
    last item of a numbered list that is still open.
    """

    numbers: tuple[int, ...] = ()
    in_block: bool = False
    list_number: int | None = None


def heading_at(
    blocks: Sequence[Block], index: int, context: Context, plain_titles: frozenset[str]
) -> Heading | None:
    """Return the heading that `blocks[index]` is, or None when it is running text.

    Args:
        blocks: The blocks of the text without its footnotes.
        index: The block in question.
        context: What is open before it.
        plain_titles: Slugs of the unnumbered headings that the table of contents announces.
    """
    block = blocks[index]
    if block.form is Form.BLOCK_HEADING:
        return Heading(kind=SectionKind.BLOCK, number=None, title=block.first_line.rstrip(" :"))
    if len(block.lines) > 1:
        return None
    if block.form is Form.DOTTED and _short(block):
        return Heading(
            kind=SectionKind.NUMBERED, number=block.marker, title=block.first_line, depth=1
        )
    if block.form is Form.NUMBERED:
        return _numbered(blocks, index, context)
    if block.form is Form.TEXT:
        return _textual(blocks, index, context, plain_titles)
    return None


def _textual(
    blocks: Sequence[Block], index: int, context: Context, plain_titles: frozenset[str]
) -> Heading | None:
    title = blocks[index].first_line
    if match := vocabulary.CHAPTER.match(title):
        return _chapter(blocks, index, match)
    if vocabulary.CONTENTS.match(title):
        return Heading(kind=SectionKind.CONTENTS, number=None, title=title)
    if vocabulary.slug(title) in plain_titles:
        return Heading(kind=SectionKind.PLAIN, number=None, title=title)
    if context.in_block and _labels_a_list(blocks, index):
        return Heading(kind=SectionKind.GROUP, number=None, title=title.rstrip(" :"))
    return None


def _chapter(blocks: Sequence[Block], index: int, match: re.Match[str]) -> Heading | None:
    word, number, title = match.group(1), match.group(2), match.group(3).strip()
    if title:
        short = len(title.split()) <= _MAX_HEADING_WORDS and not _ENDS_SENTENCE.search(title)
        chapter = Heading(kind=SectionKind.CHAPTER, number=number, title=title, word=word)
        return chapter if short else None
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if following is None or following.form is not Form.TEXT or not _short(following):
        return Heading(kind=SectionKind.CHAPTER, number=number, title="", word=word)
    title = following.first_line
    return Heading(kind=SectionKind.CHAPTER, number=number, title=title, word=word, blocks=2)


def _numbered(blocks: Sequence[Block], index: int, context: Context) -> Heading | None:
    """Tell a numbered heading from a numbered list item.

    Both look alike. A heading stands alone, is short and continues the numbering of an open
    level; where it could as well go on with an open list, or start one inside a block, it is an
    item.
    """
    block = blocks[index]
    if not _short(block) or not _stands_alone(blocks, index) or block.marker is None:
        return None
    number = int(block.marker)
    levels = context.numbers
    depth = next((d for d in reversed(range(len(levels))) if levels[d] + 1 == number), None)
    continues_list = context.list_number is not None and context.list_number + 1 == number
    if context.in_block and (continues_list or depth is None):
        return None
    if depth is None:
        if number != 1:
            return None
        depth = len(levels)
    return Heading(
        kind=SectionKind.NUMBERED, number=block.marker, title=block.first_line, depth=depth
    )


def _labels_a_list(blocks: Sequence[Block], index: int) -> bool:
    title = blocks[index].first_line
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    starts_list = (
        following is not None and following.form is Form.NUMBERED and following.marker == "1"
    )
    label = title.endswith(":") or vocabulary.named_audience(title) is not None
    return starts_list and label and len(title.split()) <= _MAX_LABEL_WORDS


def _short(block: Block) -> bool:
    text = block.first_line
    return (
        len(block.lines) == 1
        and len(text.split()) <= _MAX_HEADING_WORDS
        and not _ENDS_SENTENCE.search(text)
    )


def _stands_alone(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return blocks[index].after_blank and (following is None or following.after_blank)

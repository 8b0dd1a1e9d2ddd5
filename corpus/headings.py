"""What a heading is, and what has to be known to recognise one."""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus import vocabulary
from corpus.document import SectionKind
from corpus.markers import Block
from corpus.numbering import Numeral

_BLOCKS = frozenset({SectionKind.BLOCK, SectionKind.HEADING})


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A recognised heading.

    `printed` is the name that stands before the title ("Hoofdstuk 2", "Art. 12"), `word` its word;
    `level` is that of its mark, 0 when it has none; `depth` its place among the open numbered
    headings; `blocks` how many blocks it takes; `rest` the text on the same line after it.
    `titles_text` says that it opens the text and is above all others, as a title is.
    """

    kind: SectionKind
    title: str
    number: str | None = None
    printed: str = ""
    word: str = ""
    level: int = 0
    depth: int = 0
    numeral: Numeral | None = None
    blocks: int = 1
    rest: Block | None = None
    titles_text: bool = False

    @property
    def text(self) -> str:
        """The heading as a reader names the place: "Hoofdstuk 2: …", "1. …", "1.3 …"."""
        if self.printed:
            return f"{self.printed}: {self.title}".rstrip(" :")
        if self.number is None:
            return self.title
        return f"{self.number}{'' if '.' in self.number else '.'} {self.title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What has been read just before: open numbers, block and list.

    `numbers` are the open numbered headings, outermost first, None for one such as "1.3";
    `list_number` is the last item of a numbered list that is still open.
    """

    numbers: tuple[Numeral | None, ...] = ()
    in_block: bool = False
    in_article: bool = False
    list_number: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """What is known of the whole text: front and back matter, and how it marks its headings.

    `plain_titles` are slugs of the unnumbered headings that the table of contents announces;
    `marks_numbers` says that numbered headings have heading marks; `beginnings` are the blocks
    that begin a sequence of lettered or Roman headings; `has_title` says that the first block is a
    heading above all others.
    """

    plain_titles: frozenset[str] = frozenset()
    marks_numbers: bool = False
    beginnings: frozenset[int] = frozenset()
    has_title: bool = False


def sets_goals(kind: SectionKind, title: str) -> bool:
    """Whether numbered items under a heading are goals."""
    return kind in _BLOCKS and vocabulary.GOALS.search(title) is not None


def lists_frameworks(kind: SectionKind, title: str) -> bool:
    """Whether bullets under a heading are a list of frameworks."""
    return kind in _BLOCKS and vocabulary.FRAMEWORKS.search(title) is not None


def opens_block(kind: SectionKind, title: str) -> bool:
    """Whether numbered lines under a heading are items rather than headings."""
    named = sets_goals(kind, title) or lists_frameworks(kind, title)
    return kind in (SectionKind.BLOCK, SectionKind.GROUP) or named


def stands_alone(blocks: Sequence[Block], index: int) -> bool:
    """Whether blank lines set a block of one line apart."""
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return (
        len(block.lines) == 1 and block.after_blank and (following is None or following.after_blank)
    )

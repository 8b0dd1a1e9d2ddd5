"""Blocks to sections: every block is placed under the heading it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus import vocabulary
from corpus.blocks import Block, Form
from corpus.contents import Announced, announced, chapter_page, section_page
from corpus.document import Audience, Section, SectionKind
from corpus.headings import Context, Heading, heading_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A section with the running blocks that stand directly under its heading, in order."""

    section: Section
    blocks: tuple[Block, ...]


@dataclass(slots=True, kw_only=True)
class _Writer:
    """The reading position: which sections are open, and what has been collected."""

    document: str
    contents: tuple[Announced, ...]
    placed: list[tuple[Section, list[Block]]] = field(default_factory=list)
    open: list[Section] = field(default_factory=list)
    context: Context = field(default_factory=Context)

    def start(self, heading: Heading, block: Block, audience: Audience, segment: str) -> None:
        """Open a section; the one before it ends here."""
        while len(self.open) > 1 and self._closes(self.open[-1], heading):
            self.open.pop()
        parent = self.open[-1] if self.open else None
        section = Section(
            document=self.document,
            address=self._address(heading, parent, segment),
            kind=heading.kind,
            number=heading.number,
            title=heading.title,
            heading=heading.text,
            parent=parent.address if parent else None,
            level=parent.level + 1 if parent else 0,
            audience=audience,
            first_page=self._first_page(heading, parent),
            char_start=block.start,
            char_end=block.end,
        )
        self.open.append(section)
        self.placed.append((section, []))
        self._enter(heading)

    def add(self, block: Block) -> None:
        """Put a running block under the open section."""
        self.placed[-1][1].append(block)
        number = self.context.list_number
        if block.form is Form.NUMBERED and block.marker is not None:
            number = int(block.marker)
        self.context = replace(self.context, list_number=number)

    def _enter(self, heading: Heading) -> None:
        numbers = self.context.numbers
        if heading.kind in (SectionKind.CHAPTER, SectionKind.PLAIN, SectionKind.CONTENTS):
            numbers = ()
        elif heading.kind is SectionKind.NUMBERED and heading.number and "." not in heading.number:
            numbers = (*numbers[: heading.depth], int(heading.number))
        in_block = heading.kind in (SectionKind.BLOCK, SectionKind.GROUP)
        self.context = Context(numbers=numbers, in_block=in_block)

    def _closes(self, section: Section, heading: Heading) -> bool:
        """Whether an open section ends where a heading begins."""
        if section.kind in (SectionKind.PLAIN, SectionKind.CONTENTS):
            return True
        ranks = [SectionKind.CHAPTER, SectionKind.NUMBERED, SectionKind.BLOCK, SectionKind.GROUP]
        rank = ranks.index(heading.kind) if heading.kind in ranks else 0
        if ranks.index(section.kind) != rank or section.kind is not SectionKind.NUMBERED:
            return ranks.index(section.kind) >= rank
        return _depth(section, self.open) >= heading.depth

    def _first_page(self, heading: Heading, parent: Section | None) -> int | None:
        if heading.kind is SectionKind.CHAPTER:
            return chapter_page(self.contents, heading.number or "")
        nested = parent is not None and parent.kind is SectionKind.NUMBERED
        if nested and "." not in (heading.number or ""):
            return None
        chapter = next((s.number for s in self.open if s.kind is SectionKind.CHAPTER), None)
        return section_page(
            self.contents, chapter=chapter, number=heading.number, title=heading.title
        )

    def _address(self, heading: Heading, parent: Section | None, segment: str) -> str:
        if parent is None:
            return segment
        base = parent.address
        if heading.number and "." in heading.number:
            # "1.3" carries its parent's number, so it hangs under the chapter: 2/1.3, not 2/1/1.3.
            base = next(
                s.address for s in reversed(self.open) if s.kind is not SectionKind.NUMBERED
            )
        stem = segment if base == self.open[0].address else f"{base}/{segment}"
        taken = {section.address for section, _ in self.placed}
        address, n = stem, 2
        while address in taken:
            address, n = f"{stem}-{n}", n + 1
        return address


def _depth(section: Section, opened: Sequence[Section]) -> int:
    if section.number and "." in section.number:
        return section.number.count(".")
    numbered = [s for s in opened if s.kind is SectionKind.NUMBERED]
    return numbered.index(section)


def outline(document: str, title: str, blocks: Sequence[Block]) -> tuple[Placed, ...]:
    """Return the sections of a text in order, each with the blocks directly under it.

    Args:
        document: Id of the document.
        title: Title of the root section, which holds what stands before the first heading.
        blocks: The blocks of the text without its footnotes.
    """
    contents = announced(blocks)
    plain_titles = frozenset(
        vocabulary.slug(entry.title)
        for entry in contents
        if entry.number is None and entry.chapter is None
    )
    writer = _Writer(document=document, contents=contents)
    root = Heading(kind=SectionKind.DOCUMENT, number=None, title=title)
    writer.start(root, blocks[0], Audience.BOTH, "top")
    index = 0
    while index < len(blocks):
        block = blocks[index]
        heading = heading_at(blocks, index, writer.context, plain_titles)
        if heading is not None:
            writer.start(heading, block, *_audience_and_segment(heading))
            index += heading.blocks
            continue
        if (implied := _implied_group(writer, blocks, index)) is not None:
            writer.start(implied, block, *_audience_and_segment(implied))
        writer.add(block)
        index += 1
    return _with_extents(writer, blocks[-1].end)


def _audience_and_segment(heading: Heading) -> tuple[Audience, str]:
    if heading.kind is SectionKind.GROUP and (named := vocabulary.named_audience(heading.title)):
        return named[0], vocabulary.slug(named[1])
    if heading.number is not None:
        return Audience.BOTH, heading.number.lower()
    return Audience.BOTH, vocabulary.slug(heading.title)


def _implied_group(writer: _Writer, blocks: Sequence[Block], index: int) -> Heading | None:
    """Return the group that a sentence opens when it names one police level and starts a list.

    Some texts write "The Local Police contributes …:" where others print a heading.
    """
    block = blocks[index]
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if (
        not writer.context.in_block
        or block.form is not Form.TEXT
        or not block.last_line.endswith(":")
        or following is None
        or following.form is not Form.NUMBERED
        or following.marker != "1"
    ):
        return None
    named = vocabulary.named_audience(" ".join(line.text for line in block.lines))
    return Heading(kind=SectionKind.GROUP, number=None, title=named[1]) if named else None


def _with_extents(writer: _Writer, end: int) -> tuple[Placed, ...]:
    """Let each section reach to where the next one starts, so that no line is left out."""
    starts = [section.char_start for section, _ in writer.placed]
    # The root opens at the first block; when a heading stands there the root is empty.
    ends = [*starts[1:], end]
    return tuple(
        Placed(section=replace(section, char_end=max(stop, section.char_start)), blocks=tuple(own))
        for (section, own), stop in zip(writer.placed, ends, strict=True)
    )

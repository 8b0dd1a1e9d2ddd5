"""Blocks to sections: every block is placed under the heading it belongs to."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from corpus import vocabulary
from corpus.addresses import Addresses
from corpus.contents import Contents
from corpus.document import Audience, Section, SectionKind
from corpus.headings import Context, Heading, opens_block, sets_goals
from corpus.markers import Block, Form
from corpus.nesting import Opened, kept
from corpus.recognition import heading_at, survey_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A section with the running blocks that stand directly under its heading, in order."""

    section: Section
    blocks: tuple[Block, ...]


@dataclass(slots=True, kw_only=True)
class Writer:
    """The reading position: which sections are open, and what has been collected."""

    document: str
    contents: Contents
    placed: list[tuple[Section, list[Block]]] = field(default_factory=list)
    open: list[Opened] = field(default_factory=list)
    context: Context = field(default_factory=Context)
    addresses: Addresses = field(default_factory=Addresses)

    def start(self, heading: Heading, position: int) -> None:
        """Open a section at a position in the source; the one before it ends here."""
        del self.open[kept(self.open, heading) :]
        above = [opened.section for opened in self.open]
        parent = above[-1] if above else None
        section = Section(
            document=self.document,
            address=self.addresses.of_section(heading, above),
            kind=heading.kind,
            number=heading.number,
            title=heading.title,
            heading=heading.text,
            parent=parent.address if parent else None,
            level=parent.level + 1 if parent else 0,
            audience=_audience(heading, parent),
            first_page=self._first_page(heading, parent),
            char_start=position,
            char_end=position,
        )
        self.open.append(Opened(section=section, heading=heading))
        self.placed.append((section, []))
        self.context = self._context()
        if heading.rest is not None:
            self.add(heading.rest)

    def add(self, block: Block) -> None:
        """Put a running block under the open section."""
        self.placed[-1][1].append(block)
        if block.form is Form.NUMBERED and block.marker is not None:
            self.context = replace(self.context, list_number=int(block.marker))

    def finished(self, end: int) -> tuple[Placed, ...]:
        """Return the sections, each reaching to where the next one starts: no line is left out."""
        starts = [section.char_start for section, _ in self.placed]
        # The root opens at the first block; when a heading stands there the root is empty.
        ends = [*starts[1:], end]
        return tuple(
            Placed(section=replace(section, char_end=stop), blocks=tuple(own))
            for (section, own), stop in zip(self.placed, ends, strict=True)
        )

    def _context(self) -> Context:
        headings = [opened.heading for opened in self.open]
        return Context(
            numbers=tuple(h.numeral for h in headings if h.kind is SectionKind.NUMBERED),
            in_block=any(opens_block(h.kind, h.title) for h in headings),
            in_article=any(h.kind is SectionKind.ARTICLE for h in headings),
        )

    def _first_page(self, heading: Heading, parent: Section | None) -> int | None:
        if heading.kind is SectionKind.CHAPTER:
            return self.contents.chapter_page(heading.number or "")
        nested = parent is not None and parent.kind is SectionKind.NUMBERED
        if nested and "." not in (heading.number or ""):
            return None
        number = vocabulary.slug(heading.printed) if heading.word else heading.number
        open_sections = (opened.section for opened in self.open)
        chapter = next((s.number for s in open_sections if s.kind is SectionKind.CHAPTER), None)
        return self.contents.section_page(
            chapter=chapter.lower() if chapter else None, number=number, title=heading.title
        )


def outline(
    document: str, title: str, blocks: Sequence[Block], extent: tuple[int, int]
) -> tuple[Placed, ...]:
    """Return the sections of a text in order, each with the blocks directly under it.

    Args:
        document: Id of the document.
        title: Title of the root section, which holds what stands before the first heading.
        blocks: The blocks of the text without its footnotes.
        extent: From where to where in the source the text reaches, its footnotes too.
    """
    contents = Contents(blocks)
    survey = survey_of(blocks, contents.plain_titles)
    writer = Writer(document=document, contents=contents)
    writer.start(Heading(kind=SectionKind.DOCUMENT, title=title), extent[0])
    index = 0
    while index < len(blocks):
        block = blocks[index]
        heading = heading_at(blocks, index, writer.context, survey)
        if heading is not None and index == 0 and _is_title(heading, title):
            heading, block = None, replace(block, lines=block.lines[:1], level=0)
        if heading is not None:
            writer.start(heading, block.start)
            index += heading.blocks
            continue
        if (implied := _implied_group(writer, blocks, index)) is not None:
            writer.start(implied, block.start)
        writer.add(block)
        index += 1
    return writer.finished(extent[1])


def _is_title(heading: Heading, title: str) -> bool:
    """Whether a heading only prints the title of the document, which the root section has."""
    return heading.kind is SectionKind.HEADING and _letters(heading.title) == _letters(title)


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _audience(heading: Heading, parent: Section | None) -> Audience:
    """Return whom a section is addressed to: as its heading says, or the goals it is among."""
    if heading.kind is SectionKind.GROUP or (
        heading.kind is SectionKind.HEADING and sets_goals(heading.kind, heading.title)
    ):
        named = vocabulary.named_audience(heading.title)
        return named[0] if named else Audience.BOTH
    inside = heading.kind in (SectionKind.HEADING, SectionKind.NUMBERED)
    return parent.audience if inside and parent is not None else Audience.BOTH


def _implied_group(writer: Writer, blocks: Sequence[Block], index: int) -> Heading | None:
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
    return Heading(kind=SectionKind.GROUP, title=named[1]) if named else None

"""The table of contents: which headings a text announces, and on which printed page they start."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import vocabulary
from corpus.blocks import Block, Form
from corpus.rows import cells_of, is_rule
from corpus.source import plain

_NUMBER = re.compile(r"^(\d{1,2}(?:\.\d{1,2})*)\.?\s+(.+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """One line of a table of contents: a heading, its number, its chapter and its page if given."""

    chapter: str | None
    number: str | None
    title: str
    page: int | None
    opens_chapter: bool = False


def announced(blocks: Sequence[Block]) -> tuple[Announced, ...]:
    """Return what the text's own table of contents announces; empty when it has none."""
    return tuple(_announced(blocks))


def _announced(blocks: Sequence[Block]) -> Iterator[Announced]:
    chapter: str | None = None
    inside = False
    for block in blocks:
        if block.form is not Form.TABLE_ROW:
            if inside:
                return
            continue
        inside = inside or _under_contents_heading(blocks, block)
        row = block.lines[0].text
        if not inside or is_rule(row):
            continue
        title, page = _title_and_page(cells_of(row))
        if match := vocabulary.CHAPTER.match(title):
            chapter = match.group(2)
            yield Announced(
                chapter=chapter,
                number=None,
                title=match.group(3),
                page=page,
                opens_chapter=True,
            )
        elif numbered := _NUMBER.match(title):
            number, title = numbered.groups()
            yield Announced(chapter=chapter, number=number, title=title, page=page)
        else:
            # An unnumbered line with a page of its own is front or back matter.
            chapter = None if page is not None else chapter
            yield Announced(chapter=chapter, number=None, title=title, page=page)


def _title_and_page(cells: Sequence[str]) -> tuple[str, int | None]:
    last = cells[-1]
    page = int(last) if last.isdigit() else None
    return plain(cells[0]), page


def _under_contents_heading(blocks: Sequence[Block], row: Block) -> bool:
    index = blocks.index(row)
    return index > 0 and vocabulary.CONTENTS.match(blocks[index - 1].first_line) is not None


def chapter_page(contents: Sequence[Announced], chapter: str) -> int | None:
    """Return the printed page on which a chapter starts, if the table of contents prints it."""
    return next((e.page for e in contents if e.opens_chapter and e.chapter == chapter), None)


def section_page(
    contents: Sequence[Announced], *, chapter: str | None, number: str | None, title: str
) -> int | None:
    """Return the printed page on which a section starts, if the table of contents prints it.

    Sections are matched by number where both have one, else by title: the spelling of titles
    often differs between a table of contents and its text.
    """
    wanted = vocabulary.slug(title)
    for entry in contents:
        if entry.chapter != chapter or entry.opens_chapter:
            continue
        if number is not None and entry.number is not None:
            if entry.number == number:
                return entry.page
        elif vocabulary.slug(entry.title) == wanted:
            return entry.page
    return None

"""The table of contents: which headings a text announces, and on which printed page they start."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import vocabulary
from corpus.divisions import division_in
from corpus.document import SectionKind
from corpus.markers import Block, Form
from corpus.rows import cells_of, is_rule
from corpus.source import plain

_NUMBER = re.compile(r"^([0-9]{1,2}(?:\.[0-9]{1,2})*)\.?\s+(.+)$")
_PAGE = re.compile(r"[0-9]{1,4}")
_MIN_LEADERS = 3
_LEADERS = " \t\u00a0.…·_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Announced:
    """One line of a table of contents: a heading, its number, its chapter and its page if given."""

    chapter: str | None
    number: str | None
    title: str
    page: int | None
    opens_chapter: bool = False


class Contents:
    """What the text's own table of contents announces; nothing when it has none."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._entries = tuple(_announced(blocks))
        self._chapters: dict[str | None, int | None] = {}
        self._numbers: dict[tuple[str | None, str], int] = {}
        self._titles: dict[tuple[str | None, str], int] = {}
        self._unnumbered: dict[tuple[str | None, str], int] = {}
        for index, entry in enumerate(self._entries):
            title = vocabulary.slug(entry.title)
            if entry.opens_chapter:
                self._chapters.setdefault(entry.chapter, entry.page)
                continue
            self._titles.setdefault((entry.chapter, title), index)
            if entry.number is None:
                self._unnumbered.setdefault((entry.chapter, title), index)
            else:
                self._numbers.setdefault((entry.chapter, entry.number), index)

    @property
    def plain_titles(self) -> frozenset[str]:
        """Slugs of the unnumbered headings outside any chapter: front and back matter."""
        return frozenset(title for chapter, title in self._unnumbered if chapter is None and title)

    def chapter_page(self, chapter: str) -> int | None:
        """Return the printed page on which a chapter starts, if the table prints it."""
        return self._chapters.get(chapter.lower())

    def section_page(self, *, chapter: str | None, number: str | None, title: str) -> int | None:
        """Return the printed page on which a section starts, if the table prints it.

        Sections are matched by number where both have one, else by title: the spelling of titles
        often differs between a table of contents and its text.
        """
        by_title = self._titles if number is None else self._unnumbered
        found = [
            index
            for index in (
                by_title.get((chapter, vocabulary.slug(title))),
                None if number is None else self._numbers.get((chapter, number)),
            )
            if index is not None
        ]
        return self._entries[min(found)].page if found else None


def is_announcement(line: str) -> bool:
    """Whether a line is one of a table of contents: a title, leaders and a page number."""
    return _announced_page(line) is not None


def _announced(blocks: Sequence[Block]) -> Iterator[Announced]:
    chapter: str | None = None
    for title, page in _lines(blocks):
        division = division_in(title)
        if division is not None and division.kind is SectionKind.CHAPTER:
            chapter = division.number.lower()
            yield Announced(
                chapter=chapter,
                number=None,
                title=division.title,
                page=page,
                opens_chapter=True,
            )
        elif division is not None:
            chapter = None
            number = vocabulary.slug(division.printed)
            yield Announced(chapter=None, number=number, title=division.title, page=page)
        elif numbered := _NUMBER.match(title):
            number, title = numbered.groups()
            yield Announced(chapter=chapter, number=number, title=title, page=page)
        else:
            # An unnumbered line with a page of its own is front or back matter.
            chapter = None if page is not None else chapter
            yield Announced(chapter=chapter, number=None, title=title, page=page)


def _lines(blocks: Sequence[Block]) -> Iterator[tuple[str, int | None]]:
    """Yield the lines of the first table of contents: its rows, or its lines with leaders."""
    inside = False
    for index, block in enumerate(blocks):
        found = list(_announcing(block))
        if not found and block.form is not Form.TABLE_ROW:
            if inside:
                return
            continue
        before = blocks[index - 1] if index else None
        inside = inside or (before is not None and names_contents(before))
        if inside:
            yield from found


def names_contents(block: Block) -> bool:
    """Whether a block is the heading of a table of contents."""
    return len(block.first_line) < 40 and vocabulary.CONTENTS.match(block.first_line) is not None


def _announcing(block: Block) -> Iterator[tuple[str, int | None]]:
    if block.form is Form.TABLE_ROW:
        row = block.lines[0].text
        if not is_rule(row):
            cells = cells_of(row)
            printed = cells[-1]
            page = int(printed) if _PAGE.fullmatch(printed) else None
            yield plain(cells[0]), page
        return
    for line in block.lines:
        if found := _announced_page(line.text):
            yield found


def _announced_page(line: str) -> tuple[str, int] | None:
    """Return the title and page of a line whose page number stands apart or after leaders."""
    text = line.rstrip()
    stem = text.rstrip("0123456789")
    title = stem.rstrip(_LEADERS)
    leaders, page = stem[len(title) :], text[len(stem) :]
    if not title.strip() or not _PAGE.fullmatch(page):
        return None
    apart = "\t" in leaders or "…" in leaders or len(leaders) >= _MIN_LEADERS
    return (plain(title), int(page)) if apart else None

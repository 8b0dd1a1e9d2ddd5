"""A document as the reader page shows it: places in a tree, and what stands in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from assistant import Kind, Passage, ReadDocument, Section, SectionKind
from ui.reader.notes import reference_id


class Form(StrEnum):
    """How a run of passages is laid out."""

    TEXT = "text"
    NUMBERED = "numbered"
    BULLETS = "bullets"
    ROWS = "rows"
    GLOSSARY = "glossary"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Passages that follow each other in one form."""

    form: Form
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A section with its own runs and footnotes, and the places under it.

    `implied` says that the heading is not printed in the text; `whole` that it is a place by
    itself in the contents, where a block or group is a part of one.
    """

    section: Section
    implied: bool
    whole: bool
    runs: tuple[Run, ...]
    notes: tuple[Passage, ...]
    children: tuple["Place", ...]

    @property
    def is_contents(self) -> bool:
        """Whether it is the document's own table of contents."""
        return self.section.kind is SectionKind.CONTENTS


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A whole document: its places, and where its footnotes are referred to from.

    `title` is the passage that prints the document's title, where one does; `turned` holds, by
    passage id, the printed page that begins at a passage.
    """

    read: ReadDocument
    title: Passage | None
    root: Place
    references: dict[str, tuple[str, ...]]
    turned: dict[str, int]


def page_of(read: ReadDocument) -> Page:
    """Return a document laid out for reading."""
    notes = [p.id for p in read.passages if p.kind is Kind.FOOTNOTE]
    references = {
        note: tuple(
            reference_id(passage, mark.number)
            for passage in read.passages
            for mark in passage.footnotes
            if mark.passage == note
        )
        for note in notes
    }
    title = _title(read)
    return Page(
        read=read,
        title=title,
        root=_root(read, title),
        references=references,
        turned=dict(_turned(read)),
    )


def number_of(passage: Passage) -> str:
    """Return the printed number of a numbered item, the last part of its address."""
    return passage.address.rsplit("/", 1)[-1].partition("-")[0]


def _turned(read: ReadDocument) -> Iterator[tuple[str, int]]:
    """Yield the passages on another page than what stands before them.

    A heading says its page itself. A footnote stands where its text is printed, not where the
    page shows it, so that it turns no page.
    """
    headings = [(s.char_start, 0, "", s.first_page) for s in read.sections]
    passages = [
        (p.char_start, 1, p.id, p.page) for p in read.passages if p.kind is not Kind.FOOTNOTE
    ]
    before: int | None = None
    for _, _, passage, page in sorted(headings + passages, key=lambda place: place[:2]):
        if page is not None and page != before:
            before = page
            if passage:
                yield passage, page


def _title(read: ReadDocument) -> Passage | None:
    first = read.passages[0] if read.passages else None
    if first is None or _letters(first.text) != _letters(read.document.title):
        return None
    return first


def _letters(text: str) -> str:
    return "".join(character for character in text.casefold() if character.isalnum())


def _root(read: ReadDocument, title: Passage | None) -> Place:
    own: dict[str, list[Passage]] = {}
    for passage in read.passages:
        if passage is title:
            continue
        own.setdefault(passage.section, []).append(passage)
    children: dict[str | None, list[Section]] = {}
    for section in read.sections:
        children.setdefault(section.parent, []).append(section)

    def place(section: Section) -> Place:
        passages = own.get(section.address, [])
        return Place(
            section=section,
            implied=_is_implied(section, passages, read.source),
            whole=section.kind not in (SectionKind.BLOCK, SectionKind.GROUP),
            runs=tuple(_runs([p for p in passages if p.kind is not Kind.FOOTNOTE])),
            notes=tuple(p for p in passages if p.kind is Kind.FOOTNOTE),
            children=tuple(place(child) for child in children.get(section.address, [])),
        )

    return place(children[None][0])


def _is_implied(section: Section, passages: Sequence[Passage], source: str) -> bool:
    if section.kind is SectionKind.DOCUMENT or not passages:
        return False
    before = source[section.char_start : min(p.char_start for p in passages)]
    return not any(character.isalnum() for character in before)


def _runs(passages: Sequence[Passage]) -> Iterator[Run]:
    for form, group in groupby(passages, key=_form):
        yield Run(form=form, passages=tuple(group))


def _form(passage: Passage) -> Form:
    match passage.kind:
        case Kind.GOAL | Kind.LIST_ITEM if number_of(passage).isdecimal():
            return Form.NUMBERED
        case Kind.GOAL | Kind.LIST_ITEM:
            return Form.BULLETS
        case Kind.TABLE_ROW:
            return Form.ROWS
        case Kind.ABBREVIATION:
            return Form.GLOSSARY
        case _:
            return Form.TEXT

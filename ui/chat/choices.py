"""Where a visitor can have the chat search: a police level, a theme, a document."""

from collections.abc import Iterator, Mapping

from assistant import Audience, Filters, Library, ReadDocument, Section, SectionKind
from ui.wording import words

ALL = "all"
"""The value of a choice that restricts nothing."""

Choices = list[tuple[str, str]]
"""What is shown, and the value it stands for."""


def audiences(language: str) -> Choices:
    """Return the police levels."""
    w = words(language).chat
    return [
        (w.audience_all, ALL),
        (w.audience_federal, Audience.FEDERAL.value),
        (w.audience_local, Audience.LOCAL.value),
    ]


def themes(library: Library | None, language: str) -> Choices:
    """Return the themes of the documents by number, titled in a language where they can be."""
    titles: dict[str, str] = {}
    for read in library.texts if library else ():
        for number, title in _themes_of(read, language):
            titles.setdefault(number, title)
    named = [(f"{number}. {title}", number) for number, title in titles.items()]
    return [(words(language).chat.theme_all, ALL), *named]


def documents(library: Library | None, language: str) -> Choices:
    """Return the documents."""
    named = [(read.document.title, read.document.id) for read in library.texts] if library else []
    return [(words(language).chat.document_all, ALL), *named]


def filters_of(audience: str, theme: str, document: str) -> Filters:
    """Return the restriction that was chosen."""
    return Filters(
        documents=frozenset({document} - {ALL}),
        themes=frozenset({theme} - {ALL}),
        audience=None if audience == ALL else Audience(audience),
    )


def _themes_of(read: ReadDocument, language: str) -> Iterator[tuple[str, str]]:
    """Yield the number and title of each theme and of each part of one, in the text's order."""
    sections = {section.address: section for section in read.sections}
    titles = {v.address: v.text for v in read.versions if v.language == language}
    numbers = {(p.section, p.theme) for p in read.passages if p.theme}
    there = {
        place.address: str(place.number)
        for address, number in numbers
        for place in _with_those_above(sections, address)
        if place.kind is SectionKind.NUMBERED and f"{number}.".startswith(f"{place.number}.")
    }
    for section in read.sections:
        if section.address in there:
            yield there[section.address], titles.get(section.address, section.title)


def _with_those_above(sections: Mapping[str, Section], address: str | None) -> Iterator[Section]:
    while address is not None:
        yield sections[address]
        address = sections[address].parent

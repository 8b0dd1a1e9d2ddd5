"""What is embedded of a passage: the whole of it, and each of its sentences or list items.

A question usually meets one sentence, so a passage is found by its best unit; the whole passage
is a unit too, because some questions meet its gist. A version in another language is a unit of the
passage it translates.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Kind, Passage, ReadDocument, Version, sentences

FOOTNOTE_MARKS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MIN_WORDS = 3
"""A sentence shorter than this says too little to be found by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A range of a passage's text that has a vector of its own.

    `text` is what is embedded, in `language`; `title` is the context it is embedded with: the
    headings above it, and the sentence that introduces its list. A unit in another language than
    the document's stands for its whole passage.
    """

    passage: int
    start: int
    end: int
    language: str
    title: str
    text: str


def passages_in(documents: Sequence[ReadDocument]) -> tuple[Passage, ...]:
    """Return all passages that are searched, document after document."""
    return tuple(passage for document in documents for passage in searched(document))


def searched(document: ReadDocument) -> tuple[Passage, ...]:
    """Return the passages of a document that are found under its own name."""
    return tuple(p for p in document.passages if p.address not in document.mirrored)


def units_of(document: ReadDocument, first: int = 0) -> Iterator[Unit]:
    """Yield the units of a document; its passages are numbered from `first`."""
    versions = versions_by_address(document)
    titles = _Titles(document, versions)
    for number, passage in enumerate(searched(document), start=first):
        title = context(passage)
        ranges = [(0, len(passage.text)), *_parts(passage)]
        for start, end in dict.fromkeys(ranges):
            yield Unit(
                passage=number,
                start=start,
                end=end,
                language=document.document.language,
                title=title,
                text=passage.text[start:end].translate(FOOTNOTE_MARKS),
            )
        for version in versions.get(passage.address, ()):
            yield Unit(
                passage=number,
                start=0,
                end=len(passage.text),
                language=version.language,
                title=titles.above(passage, version.language),
                text=version.text.translate(FOOTNOTE_MARKS),
            )


def versions_by_address(document: ReadDocument) -> dict[str, list[Version]]:
    """Return the versions of each place of a document."""
    found: dict[str, list[Version]] = {}
    for version in document.versions:
        found.setdefault(version.address, []).append(version)
    return found


def context(passage: Passage) -> str:
    """Return the headings above a passage within its chapter, and the sentence that leads to it."""
    path = passage.section_path[1:] if len(passage.section_path) > 1 else passage.section_path
    return " – ".join((*path, passage.lead) if passage.lead else path)


class _Titles:
    """The titles of a document's sections in other languages."""

    def __init__(self, document: ReadDocument, versions: dict[str, list[Version]]) -> None:
        self._parents = {section.address: section.parent for section in document.sections}
        self._versions = versions

    def above(self, passage: Passage, language: str) -> str:
        """Return the titles above a passage within its chapter, outermost first."""
        titles: list[str] = []
        address: str | None = passage.section
        while address is not None:
            versions = self._versions.get(address, ())
            titles += [v.text for v in versions if v.language == language]
            address = self._parents[address]
        return " – ".join(reversed(titles[:-1] or titles))


def _parts(passage: Passage) -> Iterator[tuple[int, int]]:
    if passage.kind in (Kind.ABBREVIATION, Kind.TABLE_ROW):
        return
    for start, end in sentences(passage.text):
        if len(passage.text[start:end].split()) >= _MIN_WORDS or passage.kind is (
            Kind.FRAMEWORK_LIST
        ):
            yield start, end

"""The two columns of a page: the document as it stands, and its version in another language."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from assistant import (
    Kind,
    Passage,
    ReadDocument,
    Section,
    SectionKind,
    Standing,
    Version,
    matching_range,
)
from ui.reader.abbreviations import Abbreviations, Meaning, abbreviations
from ui.reader.beside import standing_of
from ui.reader.highlight import Ranges
from ui.reader.notes import notes_in, notes_in_version
from ui.reader.prose import Printed
from ui.wording import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """What is printed at each place, in one language.

    `texts` are by passage id, `headings` by address; `official` are the addresses whose text is
    official, and `standing` is that of the column as a whole.
    """

    language: str
    texts: Mapping[str, Printed]
    headings: Mapping[str, str]
    official: frozenset[str]
    standing: Standing

    def block(self, passage: Passage) -> Markup:
        """Return a passage's paragraphs and lists, nothing where it has no text here."""
        text = self.texts.get(passage.id)
        return text.block() if text else Markup("")

    def cells(self, passage: Passage) -> tuple[Markup, ...]:
        """Return a row's cells, none where it has no text here."""
        text = self.texts.get(passage.id)
        return text.cells() if text else ()

    def stands_out(self, address: str) -> bool:
        """Whether a place is official in a column that is not."""
        return self.standing is not Standing.OFFICIAL and address in self.official


def original(read: ReadDocument, marked: Mapping[str, Ranges], language: str) -> Column:
    """Return the document as it stands, explained in the visitor's language."""
    own = read.document.language
    short = abbreviations(read, own, language)
    said = {p.id: p for p in read.passages}
    texts = {
        p.id: Printed(
            text=p.text,
            language=own,
            listed=p.kind is Kind.FRAMEWORK_LIST,
            emphasis=p.emphasis,
            marked=marked.get(p.id, ()),
            notes=notes_in(p, said, own),
            short=_short(p, p.text, short),
        )
        for p in read.passages
    }
    return Column(
        language=own,
        texts=texts,
        headings={s.address: s.heading for s in read.sections},
        official=frozenset(),
        standing=Standing.OFFICIAL,
    )


def version(read: ReadDocument, beside: str, marked: Mapping[str, Ranges], language: str) -> Column:
    """Return the document's version in a language, explained in the visitor's."""
    versions = {v.address: v for v in read.versions if v.language == beside}
    short = abbreviations(read, beside, language)
    said = {p.id: p for p in read.passages}
    texts = {
        p.id: Printed(
            text=(text := versions[p.address].text),
            language=beside,
            listed=p.kind is Kind.FRAMEWORK_LIST,
            marked=tuple(matching_range(p.text, text, *r) for r in marked.get(p.id, ())),
            notes=notes_in_version(p, versions[p.address], said, versions),
            short=_short(p, text, short),
        )
        for p in read.passages
        if p.address in versions
    }
    official = frozenset(a for a, v in versions.items() if v.standing is Standing.OFFICIAL)
    return Column(
        language=beside,
        texts=texts,
        headings={s.address: _heading(s, versions, beside) for s in read.sections},
        official=official,
        standing=standing_of(read, beside),
    )


def _short(
    passage: Passage, text: str, short: Abbreviations
) -> tuple[tuple[int, int, Meaning], ...]:
    # The list of abbreviations explains them itself.
    return () if passage.kind is Kind.ABBREVIATION else tuple(short.first_uses(text))


def _heading(section: Section, versions: Mapping[str, Version], language: str) -> str:
    """Return a heading in a language, with the number that the original prints before it."""
    if section.address not in versions:
        return ""
    title = versions[section.address].text
    if section.kind is SectionKind.CHAPTER and section.number:
        return words(language).reader.chapter.format(number=section.number, title=title)
    printed = section.heading.removesuffix(section.title)
    return printed + title if printed != section.heading else title

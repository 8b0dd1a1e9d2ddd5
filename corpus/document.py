"""What a text is made of: documents, sections and passages, each at an address.

An address is a place in the document's own structure (`2/1.3/strategische-doelstellingen/
lokale-politie/1`). It names the place, not a chunk, so it survives re-indexing.
"""

from bisect import bisect_right
from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

EVERYONE = "everyone"
"""The group that everybody is in."""


class Kind(StrEnum):
    """What sort of text a passage is."""

    PARAGRAPH = "paragraph"
    GOAL = "goal"
    LIST_ITEM = "list_item"
    FOOTNOTE = "footnote"
    ABBREVIATION = "abbreviation"
    TABLE_ROW = "table_row"
    FRAMEWORK_LIST = "framework_list"


class Audience(StrEnum):
    """Whom a passage is addressed to; `BOTH` where the text singles out neither."""

    FEDERAL = "federal"
    LOCAL = "local"
    BOTH = "both"


class SectionKind(StrEnum):
    """What sort of heading opens a section."""

    DOCUMENT = "document"
    PART = "part"
    TITLE = "title"
    CHAPTER = "chapter"
    DIVISION = "division"
    SUBDIVISION = "subdivision"
    ANNEX = "annex"
    ARTICLE = "article"
    NUMBERED = "numbered"
    HEADING = "heading"
    BLOCK = "block"
    GROUP = "group"
    PLAIN = "plain"
    CONTENTS = "contents"
    PAGE = "page"


class Standing(StrEnum):
    """What a version in another language is worth."""

    OFFICIAL = "official"
    WORKING_TRANSLATION = "working_translation"


class DocumentStatus(StrEnum):
    """What a document is, and so what its words are worth."""

    BINDING_PLAN = "binding plan"
    FRAMEWORK_NOTE = "framework note"
    ZONAL_PLAN = "zonal plan"
    CIRCULAR = "circular"
    LAW = "law"
    ANNEX = "annex"
    REPORT = "report"
    CONTEXT_NOTE = "context note"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """One text and where it comes from, as its manifest states it.

    `source_file` is the text that offsets refer to, and `sha256` its digest; `original_file` is the
    file it was extracted from, empty where the text is the file itself. `translation_of` is the id
    of the document that this one officially translates. A document that `stands_in_for` a status
    is left out as soon as one of that status is there that all may read. `groups` are those who may
    read it; without any, or with `EVERYONE`, that is everybody.
    """

    id: str
    title: str
    short_title: str
    edition: str
    language: str
    publishers: tuple[str, ...]
    status: DocumentStatus
    dates: tuple[str, ...]
    provenance: str
    source_file: str
    sha256: str
    original_file: str = ""
    original_sha256: str = ""
    translation_of: str = ""
    stands_in_for: DocumentStatus | None = None
    groups: tuple[str, ...] = ()

    @property
    def for_everyone(self) -> bool:
        """Whether everybody may read it."""
        return not self.groups or EVERYONE in self.groups

    def readable_by(self, groups: Collection[str]) -> bool:
        """Whether who is in some groups may read it."""
        return self.for_everyone or not set(self.groups).isdisjoint(groups)

    def readable_wherever(self, other: "Document") -> bool:
        """Whether everybody who may read another document may read this one."""
        if self.for_everyone:
            return True
        return not other.for_everyone and set(other.groups) <= set(self.groups)


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its own lines; children are sections whose `parent` is this address.

    `char_start:char_end` covers the heading and the lines up to the next heading, in code points
    of the source. `first_page` is the printed page the table of contents gives, where it gives one;
    `heading` is the title with its number, as a reader names the place.
    """

    document: str
    address: str
    kind: SectionKind
    number: str | None
    title: str
    heading: str
    parent: str | None
    level: int
    audience: Audience
    first_page: int | None
    char_start: int
    char_end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A run of source text, `source[start:end]`.

    Newlines inside it are line wraps and read as spaces, except where `line_break` says that the
    run is a newline that stands.
    """

    start: int
    end: int
    line_break: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Emphasis:
    """A range of a passage's text that the source prints bold (`strong`) or italic."""

    start: int
    end: int
    strong: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FootnoteMark:
    """A footnote's mark at `offset` in a passage's text, and the passage that holds the note."""

    number: int
    offset: int
    passage: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of text that can be found, read and cited on its own.

    `text` is the source, character for character, at `spans` (emphasis marks left out, line wraps
    read as spaces), so any range of `text` maps back to the source. `dimensions` are those of the
    framework note that the passage belongs to.
    """

    id: str
    document: str
    address: str
    section: str
    kind: Kind
    audience: Audience
    theme: str | None
    section_path: tuple[str, ...]
    lead: str | None
    text: str
    spans: tuple[Span, ...]
    emphasis: tuple[Emphasis, ...]
    page: int | None
    footnotes: tuple[FootnoteMark, ...]
    dimensions: tuple[str, ...] = ()

    @property
    def char_start(self) -> int:
        """Offset in the source of the first character."""
        return self.spans[0].start

    @property
    def char_end(self) -> int:
        """Offset in the source just past the last character."""
        return self.spans[-1].end

    @property
    def short_form(self) -> str:
        """The abbreviation that this entry of a list explains, nothing for other passages."""
        return self.text.partition(" | ")[0] if self.kind is Kind.ABBREVIATION else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What stands at an address, in another language: a passage's text or a section's title."""

    document: str
    address: str
    language: str
    text: str
    standing: Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownQuestion:
    """A question about the passage at an address, and whether the document answers it there."""

    address: str
    language: str
    text: str
    answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """The file that a text was extracted from.

    `starts` are the offsets in the text at which its pages start, in order; empty where its format
    has no pages.
    """

    path: Path
    starts: tuple[int, ...]

    @property
    def is_pdf(self) -> bool:
        """Whether it is a PDF, the one kind of file that a browser opens at a page."""
        return self.path.suffix.lower() == ".pdf"

    def sheet_at(self, offset: int) -> int:
        """Return the page that has an offset, counted from 1 whatever number it prints."""
        return max(1, bisect_right(self.starts, offset))


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadDocument:
    """A document read whole: its source, sections and passages, both in source order.

    `versions` are in the order of languages and, within one, in that of the source. `mirrored`
    are the addresses that are found through the document that this one officially translates.
    `questions` are known to be answered, or not, by its passages. `original` is the file it was
    extracted from, None where the text is the file itself or that file is not kept.
    """

    document: Document
    source: str
    sections: tuple[Section, ...]
    passages: tuple[Passage, ...]
    versions: tuple[Version, ...] = ()
    mirrored: frozenset[str] = frozenset()
    questions: tuple[KnownQuestion, ...] = ()
    original: Original | None = field(default=None, compare=False)

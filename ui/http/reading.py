"""What callers get back when they read the corpus."""

from pydantic import Field

from assistant import Audience, SectionKind
from ui.http.replies import PassageReply, Reply


class ReadPassageReply(PassageReply):
    """A passage with the passages just before and after it."""

    previous: PassageReply | None = Field(description="The passage before it.")
    next: PassageReply | None = Field(description="The passage after it.")


class SectionReply(Reply):
    """A heading and the sections under it."""

    address: str = Field(description="The place in the document's own structure.")
    kind: SectionKind = Field(description="What sort of heading it is.")
    number: str | None = Field(description="Its number, where it has one.")
    title: str = Field(description="Its title.")
    heading: str = Field(description="The title with its number, as a reader names the place.")
    level: int = Field(description="Depth; 0 is the document itself.")
    audience: Audience = Field(description="Whom it is addressed to.")
    first_page: int | None = Field(description="Printed page, where the contents give it.")
    char_start: int = Field(description="Offset of its first character in the document.")
    char_end: int = Field(description="Offset just past its own lines.")
    url: str = Field(description="Permalink.")
    sections: list["SectionReply"] = Field(description="Sections directly under it.")


class DocumentReply(Reply):
    """A document and where it comes from."""

    id: str = Field(description="Id of the document.")
    title: str = Field(description="Its title.")
    short_title: str = Field(description="Its title as references abbreviate it.")
    edition: str = Field(description="Its edition.")
    language: str = Field(description="Its language.")
    publishers: list[str] = Field(description="Who published it.")
    status: str = Field(description="Its standing: binding plan, framework note, annex, law …")
    dates: list[str] = Field(description="Its dates, each with what happened.")
    provenance: str = Field(description="Where the text comes from.")
    sha256: str = Field(description="Digest of the source text.")
    passages: int = Field(description="How many passages it has.")
    url: str = Field(description="Link to the readable page.")


class DocumentsReply(Reply):
    """The documents the assistant answers from."""

    documents: list[DocumentReply] = Field(description="All of them.")


class ReadDocumentReply(DocumentReply):
    """A document with its section tree."""

    sections: list[SectionReply] = Field(description="The tree, outermost sections first.")

"""A document's metadata and its sections as a tree."""

from collections import defaultdict

from assistant import ReadDocument, Section
from ui.http.reading import DocumentReply, ReadDocumentReply, SectionReply
from ui.links import place_url


def document_reply(read: ReadDocument, public_url: str) -> DocumentReply:
    """Return the metadata of a document."""
    document = read.document
    return DocumentReply(
        id=document.id,
        title=document.title,
        short_title=document.short_title,
        edition=document.edition,
        language=document.language,
        publishers=list(document.publishers),
        status=document.status,
        dates=list(document.dates),
        provenance=document.provenance,
        sha256=document.sha256,
        passages=len(read.passages),
        url=place_url(public_url, document.id),
    )


def read_document_reply(read: ReadDocument, public_url: str) -> ReadDocumentReply:
    """Return the metadata of a document and its section tree."""
    children: defaultdict[str | None, list[Section]] = defaultdict(list)
    for section in read.sections:
        children[section.parent].append(section)

    def branch(parent: str | None) -> list[SectionReply]:
        return [
            _section(section, branch(section.address), public_url) for section in children[parent]
        ]

    return ReadDocumentReply(**dict(document_reply(read, public_url)), sections=branch(None))


def _section(section: Section, under: list[SectionReply], public_url: str) -> SectionReply:
    return SectionReply(
        address=section.address,
        kind=section.kind,
        number=section.number,
        title=section.title,
        heading=section.heading,
        level=section.level,
        audience=section.audience,
        first_page=section.first_page,
        char_start=section.char_start,
        char_end=section.char_end,
        url=place_url(public_url, section.document, section.address),
        sections=under,
    )

"""What a citation states, whatever its style."""

import re
from dataclasses import dataclass
from datetime import date

from assistant import Document, DocumentStatus, Library, NotFoundError, Passage, Version
from ui.links import plan_url

_ISO_DAY = re.compile(r"(\d{4})(?:-\d{2}){0,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """A quote and its place, worded in `language`.

    `place` is where it stands within the document, `label` that with the document's short title.
    `year` is empty where the document does not state when it was published; `version` is the quote
    in `language`, where there is one; `consulted` is the day on which it was looked up.
    """

    document: Document
    address: str
    language: str
    label: str
    place: str
    page: int | None
    quote: str
    version: Version | None
    url: str
    consulted: date

    @property
    def authors(self) -> tuple[str, ...]:
        return self.document.publishers

    @property
    def year(self) -> str:
        # A date with a remark tells of something else than the publication.
        stated = self.document.dates[0].strip() if self.document.dates else ""
        match = _ISO_DAY.fullmatch(stated)
        return match.group(1) if match else ""

    @property
    def is_note(self) -> bool:
        """Whether it is of a note that only tells about the official text."""
        return self.document.status is DocumentStatus.CONTEXT_NOTE

    @property
    def key(self) -> str:
        """A key that reference managers take: letters, digits and hyphens."""
        return re.sub(r"[^A-Za-z0-9]+", "-", f"{self.document.id}-{self.address}").strip("-")


def reference_to(
    library: Library,
    passage: Passage,
    quoted: tuple[int, int] | None,
    *,
    language: str,
    public_url: str,
    consulted: date,
) -> Reference:
    """Return what a citation of a passage states.

    Args:
        library: The documents.
        passage: What is cited.
        quoted: The range of the passage's text that is quoted; all of it when None.
        language: The language of the words around it: nl, fr, de or en.
        public_url: Where users reach the server.
        consulted: The day of today, as the reader has it.
    """
    start, end = quoted or (0, len(passage.text))
    document = library.document(passage.document).document
    low, high = library.source_range(passage, start, end)
    return Reference(
        document=document,
        address=passage.address,
        language=language,
        label=library.label(passage, language),
        place=library.place(passage, language),
        page=passage.page,
        quote=passage.text[start:end],
        version=library.version(passage, language, start, end),
        url=plan_url(public_url, passage.document, passage.address, low, high),
        consulted=consulted,
    )


def range_quoted(library: Library, passage: Passage, quote: str) -> tuple[int, int] | None:
    """Return the range of a passage that a quote is, None for an empty quote.

    Raises:
        NotFoundError: The passage does not say that.
    """
    if not quote:
        return None
    found = library.quoted_range(passage, quote)
    if found is None:
        raise NotFoundError(
            "This passage does not have that quote.",
            "Quote it word for word, or leave the quote out to cite the whole passage.",
        )
    return found

"""How drafts name the documents: by title, short title, or its abbreviation in each language."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import ReadDocument
from corpus.glossary import glossary

_YEARS = re.compile(r"\s*\(?\d{4}\s*[-–/]\s*(?:\d{4}|\d{2})\)?\s*$")
_ACRONYM = re.compile(r"^[A-ZÀ-Þ]{2,}\b")
# A Dutch plan may be called "het NVP" in any language; the years stand behind the name, if at all.
_STATED_YEARS = r"(?:\s*\(?\d{4}\s*[-–/]\s*\d{2,4}\)?)?"


@dataclass(frozen=True, slots=True)
class Named:
    """A name of a document at `start:end` of a draft."""

    start: int
    end: int
    documents: tuple[ReadDocument, ...]


class DocumentNames:
    """Finds the names of some documents in running text."""

    def __init__(self, documents: Sequence[ReadDocument]) -> None:
        self._named: dict[str, list[ReadDocument]] = {}
        for read in documents:
            for name in set(_names(read)):
                self._named.setdefault(name.casefold(), []).append(read)
        forms = sorted(self._named, key=len, reverse=True)
        alternatives = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        pattern = rf"(?<!\w)({alternatives})(?!\w){_STATED_YEARS}" if forms else r"(?!)"
        self._pattern = re.compile(pattern, re.IGNORECASE)

    def found_in(self, draft: str) -> Iterator[Named]:
        """Yield the names in a draft, in order."""
        for match in self._pattern.finditer(draft):
            form = " ".join(match.group(1).casefold().split())
            yield Named(match.start(), match.end(), tuple(self._named[form]))


def _names(read: ReadDocument) -> Iterator[str]:
    document = read.document
    titles = [document.title, document.short_title]
    for title in titles:
        yield title
        yield _YEARS.sub("", title)
    bare = {_YEARS.sub("", title).casefold() for title in titles}
    acronyms = {found.group() for title in titles if (found := _ACRONYM.match(title))}
    yield from acronyms
    for term in glossary().terms:
        if term.nl.casefold() in bare or term.abbreviation.get("nl") in acronyms:
            yield from (term.nl, term.fr, term.de, term.en, *term.abbreviation.values())

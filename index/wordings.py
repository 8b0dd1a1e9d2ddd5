"""What a passage can be found by in words: its text, and its versions, each in its language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from corpus import Passage, ReadDocument
from index.units import context, searched, versions_by_address


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """A passage in one language; `passage` is its number, `context` the headings above it."""

    passage: int
    context: str
    text: str


def wordings_of(documents: Sequence[ReadDocument]) -> Mapping[str, Sequence[Wording]]:
    """Return the wordings of all searched passages by language, in the order of the passages."""
    found: dict[str, list[Wording]] = {}
    number = 0
    for document in documents:
        versions = versions_by_address(document)
        for passage in searched(document):
            own = found.setdefault(document.document.language, [])
            own.append(Wording(passage=number, context=context(passage), text=passage.text))
            for version in versions.get(passage.address, ()):
                others = found.setdefault(version.language, [])
                others.append(Wording(passage=number, context=_titles(passage), text=version.text))
            number += 1
    return dict(sorted(found.items()))


def _titles(passage: Passage) -> str:
    # A reader of another language may still name a heading as it is printed.
    return context(passage)

"""What is embedded of a passage: the whole of it, and each of its sentences or list items.

A question usually meets one sentence, so a passage is found by its best unit; the whole passage
is a unit too, because some questions meet its gist.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus import Kind, Passage, ReadDocument, sentences

_FOOTNOTE_MARKS = str.maketrans("", "", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_MIN_WORDS = 3
"""A sentence shorter than this says too little to be found by."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """A range of a passage's text that has a vector of its own.

    `title` is the context it is embedded with: the headings above it, and the sentence that
    introduces its list.
    """

    passage: int
    start: int
    end: int
    title: str
    text: str


def passages_in(documents: Sequence[ReadDocument]) -> tuple[Passage, ...]:
    """Return all passages, document after document."""
    return tuple(passage for document in documents for passage in document.passages)


def units_of(passages: Sequence[Passage]) -> Iterator[Unit]:
    """Yield the units of all passages; `passage` is the index in `passages`."""
    for number, passage in enumerate(passages):
        title = context(passage)
        ranges = [(0, len(passage.text)), *_parts(passage)]
        for start, end in dict.fromkeys(ranges):
            text = passage.text[start:end].translate(_FOOTNOTE_MARKS)
            yield Unit(passage=number, start=start, end=end, title=title, text=text)


def context(passage: Passage) -> str:
    """Return the headings above a passage within its chapter, and the sentence that leads to it."""
    path = passage.section_path[1:] if len(passage.section_path) > 1 else passage.section_path
    return " – ".join((*path, passage.lead) if passage.lead else path)


def _parts(passage: Passage) -> Iterator[tuple[int, int]]:
    if passage.kind in (Kind.ABBREVIATION, Kind.TABLE_ROW):
        return
    for start, end in sentences(passage.text):
        if len(passage.text[start:end].split()) >= _MIN_WORDS or passage.kind is (
            Kind.FRAMEWORK_LIST
        ):
            yield start, end

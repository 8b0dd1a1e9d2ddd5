"""The addresses of sections and passages: unique in their document, short enough for a URL."""

from collections.abc import Iterable, Sequence

from corpus import vocabulary
from corpus.document import Section, SectionKind
from corpus.headings import Heading
from corpus.markers import Form

MAX_SEGMENT = 50
MAX_ADDRESS = 90
ROOT = "top"
_UNNAMED = "h"
_OWN_NUMBERING = frozenset({SectionKind.DOCUMENT, SectionKind.ANNEX})


class Addresses:
    """The addresses that are taken; one asked for twice gets "-2", "-3" and so on."""

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self._taken = set(taken)
        self._counts: dict[str, int] = {}

    def unique(self, address: str) -> str:
        """Return an address, numbered where it is taken, and take it."""
        candidate = address
        while candidate in self._taken:
            count = self._counts.get(address, 1) + 1
            self._counts[address] = count
            candidate = f"{address}-{count}"
        self._taken.add(candidate)
        return candidate

    def of_section(self, heading: Heading, opened: Sequence[Section]) -> str:
        """Return the address of a section that opens under the open ones, outermost first."""
        segment = segment_of(heading)
        if not opened:
            return self.unique(segment)
        root, base = opened[0].address, _base(heading, opened)
        if (
            heading.kind is SectionKind.ARTICLE
            and _under(root, base.address, segment) in self._taken
        ):
            base = opened[-1]
        holders = [base.address, *(s.address for s in reversed(opened[: opened.index(base)]))]
        stems = [_under(root, holder, segment) for holder in holders]
        return self.unique(next((s for s in stems if len(s) <= MAX_ADDRESS), stems[-1]))


def short_slug(text: str) -> str:
    """Return a text as an address segment, cut at a word where it is long."""
    whole = vocabulary.slug(text)
    if len(whole) <= MAX_SEGMENT:
        return whole
    return whole[: MAX_SEGMENT + 1].rpartition("-")[0] or whole[:MAX_SEGMENT]


def segment_of(heading: Heading) -> str:
    """Return the last part of a section's address."""
    number = (heading.number or "").lower()
    if heading.kind is SectionKind.DOCUMENT:
        return ROOT
    if heading.kind is SectionKind.GROUP:
        named = vocabulary.named_audience(heading.title)
        return short_slug(named[1] if named else heading.title) or _UNNAMED
    if heading.kind is SectionKind.ARTICLE:
        return f"art-{number}"
    if heading.kind is SectionKind.PAGE:
        return f"page-{number}"
    if heading.word and heading.kind is not SectionKind.CHAPTER:
        return short_slug(f"{heading.word} {number}")
    return number or short_slug(heading.title) or _UNNAMED


def _base(heading: Heading, opened: Sequence[Section]) -> Section:
    """Return the section under which an address hangs."""
    if heading.kind is SectionKind.ARTICLE:
        # Articles are numbered through a whole text; an annex has its own.
        return next(s for s in reversed(opened) if s.kind in _OWN_NUMBERING)
    if heading.number and "." in heading.number:
        # "1.3" carries its parent's number, so it hangs under the chapter: 2/1.3, not 2/1/1.3.
        return next(s for s in reversed(opened) if s.kind is not SectionKind.NUMBERED)
    return opened[-1]


def _under(root: str, base: str, segment: str) -> str:
    return segment if base == root else f"{base}/{segment}"


class Segments:
    """Numbers the entries of one section: p1, b1, 1, a, par-2, and par-2/1 under a "§ 2."."""

    def __init__(self) -> None:
        self._above = ""
        self._counts: dict[str, int] = {}

    def of(self, form: Form, marker: str | None) -> str:
        """Return the address of the next entry within its section."""
        match form:
            case Form.PARAGRAPH:
                segment = f"par-{vocabulary.slug(marker or '')}"
                self._above, self._counts = f"{segment}/", {}
                return segment
            case Form.TEXT | Form.BULLET:
                letter = "p" if form is Form.TEXT else "b"
                self._counts[letter] = self._counts.get(letter, 0) + 1
                return f"{self._above}{letter}{self._counts[letter]}"
            case _:
                return f"{self._above}{marker}"

"""Headings that a query may name, in every language in which the documents have them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Self

from rapidfuzz import fuzz, process

from corpus import ReadDocument, Section, SectionKind, slug
from index.heading_words import JOINING, HeadingWords, consists_of, own_words, telling
from index.units import searched, versions_by_address

_TYPED = 90.0
"""Similarity (`ratio` of RapidFuzz) from which a heading was meant but mistyped."""

_TYPED_FROM = 7
"""Letters from which a mistyped heading is recognised."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """One heading: its names as slugs, and the numbers of the passages below it, in order.

    `within` are the names of the heading above it, where it has a number there, and `above` those
    of each heading above it, nearest first.
    """

    names: frozenset[str]
    number: str | None
    within: frozenset[str]
    passages: tuple[int, ...]
    above: tuple[frozenset[str], ...] = ()


class Headings:
    """All headings with text below them."""

    def __init__(self, headings: Sequence[Named]) -> None:
        self._headings = headings
        self._named: dict[str, list[Named]] = {}
        self._by_name: dict[str, set[int]] = {}
        for heading in headings:
            for name in heading.names:
                self._named.setdefault(name, []).append(heading)
                self._by_name.setdefault(name, set()).update(heading.passages)
        self._words = HeadingWords(self._by_name)

    @classmethod
    def of(cls, documents: Sequence[ReadDocument]) -> Self:
        """Return the headings of some documents, whose passages are numbered one after another."""
        return cls(list(_headings(documents)))

    def among(self, numbers: Mapping[int, int]) -> Self:
        """Return the headings above some passages; `numbers` maps their numbers to new ones."""
        kept = [
            replace(one, passages=tuple(numbers[n] for n in one.passages if n in numbers))
            for one in self._headings
        ]
        return type(self)([one for one in kept if one.passages])

    def below(self, name: str) -> frozenset[int]:
        """Return the numbers of the passages below the heading that a name means, if any.

        Args:
            name: The slug of a heading's own words, of the words that matter in it, of its number
                and what it is one of ("randvoorwaarde-8"), or of its words and those of a heading
                above it ("aandachtspunten-drugshandel"); it may be slightly mistyped.
        """
        if not name:
            return frozenset()
        found = (
            self._by_name.get(name)
            or self._numbered(name)
            or self._shortened(name)
            or self._nested(name)
        )
        # A number is not mistyped for another: "randvoorwaarde 88" is nowhere.
        if not found and len(name) >= _TYPED_FROM and not any(c.isdigit() for c in name):
            meant = process.extractOne(
                name, list(self._by_name), scorer=fuzz.ratio, score_cutoff=_TYPED
            )
            found = self._by_name[meant[0]] if meant else set()
        return frozenset(found)

    def below_within(self, name: str, numbers: frozenset[int]) -> frozenset[int]:
        """Return the same of the headings that have text among some passages only.

        There a single word of it is enough to know a heading by.
        """
        words = telling(name)
        inside = [one for one in self._headings if numbers.issuperset(one.passages)]
        meant = [(one, n) for one in inside for n in one.names if words and consists_of(name, n)]
        # "Seksueel geweld" is all of one heading and part of the one above it.
        whole = [one for one, full in meant if consists_of(full, name)]
        narrower = [one for one, _ in meant if len(one.passages) < len(numbers)]
        return frozenset(
            self._one_of(iter(whole or narrower)) or self._one_of(one for one, _ in meant)
        )

    def within(self, name: str, numbers: frozenset[int]) -> frozenset[int]:
        """Return what is below all headings of a name that have text among some passages only."""
        found = [
            one.passages
            for one in self._headings
            if numbers.issuperset(one.passages) and any(consists_of(name, n) for n in one.names)
        ]
        return frozenset().union(*found)

    def likeliest(self, name: str) -> frozenset[int]:
        """Return what is below the heading that most words of a slug, also cut short, belong to.

        At least half of its words must, so it is for what surely names a place.
        """
        words = own_words(name)
        hits: Counter[str] = Counter()
        for word in words:
            hits.update(self._words.names_beginning(word))
        most = max(hits.values(), default=0)
        if 2 * most < len(words):
            return frozenset()
        shares = {full: 1 / len(own_words(full)) for full in hits if hits[full] == most}
        best = max(shares.values(), default=0)
        found = {
            id(one): one for full in shares if shares[full] == best for one in self._named[full]
        }
        return frozenset(self._one_of(iter(found.values())))

    def _nested(self, name: str) -> set[int]:
        """Return what is below a heading known by a word of its own and half of one above it."""
        words = own_words(name)
        # Numbers alone say nothing: "1 op 3".
        if len(words) < 2 or not any(word.isalpha() for word in words):
            return set()
        said_of: dict[str, set[str]] = {}
        for word in words:
            for full in self._words.names_having(word):
                said_of.setdefault(full, set()).add(word)

        def distance(heading: Named) -> int | None:
            """Return how far above the heading the other one is; None where it is not meant."""
            own = [said_of[full] for full in heading.names if full in said_of]
            for steps, names in enumerate(heading.above):
                for full in names:
                    theirs = said_of.get(full, set())
                    if 2 * len(theirs) >= max(1, len(telling(full))) and any(
                        mine - theirs and mine | theirs == words for mine in own
                    ):
                        return steps
            return None

        having = {id(one): one for full in said_of for one in self._named[full]}.values()
        far = [(steps, one) for one in having if (steps := distance(one)) is not None]
        nearest = min((steps for steps, _ in far), default=0)
        return self._one_of(one for steps, one in far if steps == nearest)

    def _numbered(self, name: str) -> set[int]:
        said, _, number = name.rpartition("-")
        if not telling(said) or not number.isdigit():
            return set()
        return self._one_of(
            heading
            for heading in self._headings
            if heading.number == number
            and any(consists_of(said, above) for above in heading.within)
        )

    def _shortened(self, name: str) -> set[int]:
        words = len([word for word in telling(name) if word not in JOINING])
        if not words:
            return set()
        meant = [
            (heading, full)
            for full in self._words.names_having_all(name)
            if 2 * words >= len(telling(full))
            for heading in self._named[full]
        ]
        # "Sociale fraude" is all of one heading and part of another.
        whole = [heading for heading, full in meant if consists_of(full, name)]
        return self._one_of(iter(whole or [heading for heading, _ in meant]))

    def _one_of(self, headings: Iterator[Named]) -> set[int]:
        """Return the passages of the widest heading if all others are part of it, else none."""
        found = [set(heading.passages) for heading in headings]
        widest = max(found, key=len, default=set())
        return widest if all(passages <= widest for passages in found) else set()


def _headings(documents: Sequence[ReadDocument]) -> Iterator[Named]:
    first = 0
    for read in documents:
        sections = {section.address: section for section in read.sections}
        below: dict[str, list[int]] = {}
        for number, passage in enumerate(searched(read), start=first):
            above: str | None = passage.section
            while above is not None:
                below.setdefault(above, []).append(number)
                above = sections[above].parent
        versions = versions_by_address(read)
        names = {
            address: _names(section, [version.text for version in versions.get(address, ())])
            for address, section in sections.items()
        }
        for address, passages in below.items():
            section = sections[address]
            if section.kind is not SectionKind.DOCUMENT:
                yield Named(
                    names=names[address],
                    number=section.number,
                    within=names[section.parent] if section.parent else frozenset(),
                    passages=tuple(passages),
                    above=tuple(names[a] for a in _ancestors(section, sections)),
                )
        first += len(searched(read))


def _ancestors(section: Section, sections: Mapping[str, Section]) -> Iterator[str]:
    above = section.parent
    while above is not None and sections[above].kind is not SectionKind.DOCUMENT:
        yield above
        above = sections[above].parent


def _names(section: Section, versions: Sequence[str]) -> frozenset[str]:
    titles = [section.title, section.heading, *versions]
    if section.kind is SectionKind.ARTICLE:
        titles += [f"{word} {section.number}" for word in ("art", "artikel", "article")]
    return frozenset(filter(None, map(slug, titles)))

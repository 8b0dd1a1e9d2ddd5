"""The place that a query names, and what else its words and numbers may mean."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from corpus import named_audience, slug
from index.places.lexicon import Noun
from index.places.parts import Parts, parts_of
from index.places.place import Place
from index.places.titles import numbered_headings, phrases_of, title, trimmed, untaken
from index.places.tokens import Form, Token

_ADDRESS = re.compile(
    r"(?:^|(?<=\s)|(?<=\w/))"
    r"(?P<path>\d{1,2}/\d{1,2}(?:\.\d{1,2})?(?:/(?:\d{1,2}|[a-z][a-z\d-]*))*)(?=[\s?.,;:)]|$)"
)
_LEADS_TO_ADDRESS = re.compile(
    r"(?:\b(?:nvp|pns|nsp|adres|adresse|address|sectie|section|punt)\s+|/)$", re.I
)
_LEADING_NUMBER = re.compile(r"^\W*(\d{1,2})\.?\s+(?=[^\W\d])")
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}\.)*\d{1,2}\.?\s+(?=\D)")
_PAGE = re.compile(r"\b(?:pagina|blz|bladzijde|page|seite)\b", re.I)
_GENERIC = (Noun.SECTION, Noun.POINT, Noun.NUMBER, None)


def place_in(query: str) -> Place:
    """Return the place a query names; an empty one when it names none."""
    address = _address_in(query)
    text = query if address is None else query.replace(address, " ", 1)
    parts = parts_of(text)
    numbers = _Numbers.of(parts)
    named = audience[0] if (audience := named_audience(query)) else None
    [first, *others] = dict.fromkeys(numbers.places(parts))
    found = address is not None or first != Place(block=parts.block, level=parts.level)
    found = found or parts.block is not None
    leads = _LEADING_NUMBER.match(text) if not found else None
    common = Place(
        address=address,
        block=parts.block,
        leading=leads.group(1) if leads else None,
        audience=named,
        level=parts.level,
        titles=_unique(slug(query), slug(_NUMBERING.sub("", query)), title(parts, levels=True)),
        headings=_unique(
            *numbered_headings(parts),
            title(parts, levels=False),
            trimmed(untaken(parts)) if parts.named else "",
        ),
        phrases=phrases_of(parts),
        titled=parts.titled,
        alone=found and parts.is_all,
        page=_PAGE.search(query) is not None,
    )
    return replace(
        _placed(common, first), otherwise=tuple(_placed(common, other) for other in others)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Numbers:
    """The numbers of a place by the level of what they count, from the widest to the narrowest."""

    chapter: str | None
    theme: str | None
    dotted: str | None
    generic: tuple[tuple[Noun | None, str], ...]
    item: str | None
    bullet: int | None
    paragraph: int | None
    footnote: str | None
    container: str | None
    leads: bool

    @classmethod
    def of(cls, parts: Parts) -> "_Numbers":
        """Sort the numbers of a query; one with points is a section's whatever its noun says."""
        surely = len(parts.numbers) + len(parts.opened) > 1 or parts.level is not None
        dotted = [t for _, t in parts.numbers if t.form is Form.DOTTED]
        dotted += [t for _, t in parts.numbers if t.form is Form.DECIMAL and surely]
        for token in dotted:
            token.taken = True
        item = _plain(parts, Noun.GOAL, Noun.GOALS)
        generic = _generic(parts, dotted[0] if dotted and item is not None else None)
        bullet, paragraph = _plain(parts, Noun.BULLET), _plain(parts, Noun.PARAGRAPH)
        numbers = cls(
            chapter=_from_start(_plain(parts, Noun.CHAPTER)),
            theme=_from_start(_plain(parts, Noun.THEME)),
            dotted=dotted[0].dotted if dotted else None,
            generic=tuple((noun, str(token.value)) for noun, token in generic),
            item=_text(item),
            bullet=bullet.value if bullet else _any_bullet(parts),
            paragraph=paragraph.value if paragraph else None,
            footnote=_text(_plain(parts, Noun.FOOTNOTE)),
            container=_text(parts.container),
            leads=parts.leads,
        )
        if parts.container and (generic or numbers.is_inside or parts.block):
            parts.container.taken = True
        if numbers.has_others or len(generic) > 1 or (parts.level and parts.is_all_but_free):
            for _, token in generic:
                token.taken = True
        return numbers

    @property
    def has_others(self) -> bool:
        """Whether there is any number that has its noun or its points."""
        return any((self.chapter, self.theme, self.dotted, self.is_inside))

    @property
    def is_inside(self) -> bool:
        """Whether there is one of an item, a bullet or a paragraph."""
        return self.item is not None or self.bullet is not None or self.paragraph is not None

    def places(self, parts: Parts) -> Iterator[Place]:
        """Yield what the numbers may mean, likeliest first."""
        section, rest = self.dotted or self.theme, list(self.generic)
        if section is None and self.chapter is None and (rest or self.is_inside or parts.block):
            section = self.container
        if section is None and rest and (self.chapter or self._opens_section(parts)):
            section = rest.pop(0)[1]
        if not (section or self.chapter or parts.level or parts.block):
            # A number without a noun is one of an item only where something else is of a place.
            rest = [one for one in rest if one[0] is not None]
        # "4.5 fed" is the fifth goal of the fourth theme where there is no such section.
        for place in self._below(section, rest, least=0 if parts.level else 1):
            yield from self._in_chapter(place)
        if self.footnote and (section or self.chapter):
            yield Place(footnote=self.footnote)
        if self.chapter and self.generic and self.item is None and not self.dotted:
            yield Place(chapter=self.chapter, item=self.generic[0][1])

    def _opens_section(self, parts: Parts) -> bool:
        """Whether the first number without a level of its own is a section's, not an item's."""
        noun = self.generic[0][0]
        inside = self.is_inside or len(self.generic) > 1
        if noun is None:
            near = inside or parts.block is not None
            only = parts.is_all_but_free
            return (self.leads and near) or (only and (near or parts.level is not None))
        return inside or (noun is Noun.SECTION and (parts.is_all or parts.level is not None))

    def _below(
        self, section: str | None, numbers: list[tuple[Noun | None, str]], *, least: int
    ) -> Iterator[Place]:
        """Yield the readings of the numbers below a section.

        One of more points than `least` may have the item's number behind the last.
        """
        place = Place(
            section=section,
            item=self.item,
            bullet=self.bullet,
            paragraph=self.paragraph,
            footnote=self.footnote,
        )
        rest = [number for _, number in numbers]
        if rest and section is not None and numbers[0][0] is Noun.SECTION and len(rest) == 1:
            yield replace(place, section=f"{section}.{rest[0]}")
        if not rest:
            yield place
        elif self.item is not None:
            if section is not None:
                yield replace(place, section=f"{section}.{rest[0]}")
            yield place
        elif len(rest) == 1 or section is None:
            yield replace(place, item=rest[0])
        else:
            yield replace(place, section=f"{section}.{rest[0]}", item=rest[1])
            yield replace(place, item=rest[0], bullet=int(rest[1]))
        dots = section.count(".") if section is not None else 0
        if section is not None and dots > least and place.item is None and not rest:
            above, _, last = section.rpartition(".")
            yield replace(place, section=above, item=last)

    def _in_chapter(self, place: Place) -> Iterator[Place]:
        """Yield a place in the chapter that is named: its sections may be counted from there."""
        if self.chapter is None:
            yield place
        elif place.section is None:
            yield replace(place, chapter=self.chapter)
            yield replace(place, section=self.chapter)
        else:
            printed = replace(place, chapter=self.chapter)
            counted = replace(printed, section=f"{self.chapter}.{place.section}")
            yield from (printed, counted) if self.theme or self.dotted else (counted, printed)


def _placed(common: Place, place: Place) -> Place:
    return replace(
        common,
        chapter=place.chapter,
        section=place.section,
        item=place.item,
        bullet=place.bullet,
        paragraph=place.paragraph,
        footnote=place.footnote,
    )


def _plain(parts: Parts, *nouns: Noun) -> Token | None:
    """Return the first number of some nouns that has no points."""
    return next((t for noun, t in parts.numbers if noun in nouns and not t.dotted), None)


def _generic(parts: Parts, section: Token | None) -> list[tuple[Noun | None, Token]]:
    """Return the numbers of no level of their own, those without a noun only behind a section."""
    start = next((n for n, (_, token) in enumerate(parts.numbers) if token is section), 0)
    return [
        (noun, token)
        for n, (noun, token) in enumerate(parts.numbers)
        if noun in _GENERIC and not token.dotted and (noun is not None or n >= start)
    ]


def _text(token: Token | None) -> str | None:
    return str(token.value) if token is not None else None


def _from_start(token: Token | None) -> str | None:
    """Return a number as it is printed; which the last chapter is, is not known here."""
    return _text(token) if token is not None and token.value > 0 else None


def _any_bullet(parts: Parts) -> int | None:
    asked = any(t.meaning in (Noun.BULLET, Noun.BULLETS) for t in parts.opened)
    return 0 if asked else None


def _unique(*names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, names)))


def _address_in(query: str) -> str | None:
    """Return the address in a query; "2/3" may also be a share or the number of a circular."""
    match = _ADDRESS.search(query)
    if match is None:
        return None
    before, after = query[: match.start()], query[match.end() :]
    if match["path"].count("/") > 1 or _LEADS_TO_ADDRESS.search(before):
        return match["path"]
    rest = parts_of(after)
    named = rest.is_all and rest.level is None
    named = named or rest.first(Noun.GOAL, Noun.POINT) is not None
    return match["path"] if not before.strip() and named else None

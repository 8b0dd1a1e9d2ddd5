"""Places that a query names: "1.4 doelstelling 3 federale politie", "note 5", "Kapitel 4"."""

import re
from dataclasses import dataclass

from corpus import Audience, Kind, Passage, named_audience, slug

_CHAPTER = re.compile(r"\b(?:hoofdstuk|chapitre|kapitel|chapter)\s+(\d{1,2})\b", re.I)
_SECTION = re.compile(
    r"(?:\b(?:thema|thème|theme|punt|titel|titre|section|sectie|abschnitt)\s+)?"
    r"(?<![\d.,/-])(\d{1,2}\.\d{1,2})(?![\d.,%/-])(?!\s*(?:%|euro|mil|uur|h\b))",
    re.I,
)
_THEME = re.compile(r"\b(?:thema|thème|theme)\s+(\d{1,2})\b(?!\.\d)", re.I)
_ITEM = re.compile(
    r"\b(?:doelstelling|objectif|ziel|goal|objective|punt|point|punkt)\s+(?:nr\.?\s*)?(\d{1,2})\b"
    r"(?!\.\d)",
    re.I,
)
_FOOTNOTE = re.compile(
    r"\b(?:voetnoot|note(?:\s+de\s+bas\s+de\s+page)?|fu(?:ß|ss)note|footnote)\s+(\d{1,3})\b", re.I
)
_PAGE = re.compile(r"\b(?:pagina|blz|bladzijde|page|seite)\b", re.I)
_WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as a query names it; what it does not name is None.

    `heading` is the slug of a query that may be a heading's own words; `alone` says that the query
    is nothing but this place; `page` that it asks for a page.
    """

    chapter: str | None = None
    section: str | None = None
    item: str | None = None
    footnote: str | None = None
    audience: Audience | None = None
    heading: str = ""
    alone: bool = False
    page: bool = False

    @property
    def named(self) -> bool:
        """Whether the query names a numbered place at all."""
        return any((self.chapter, self.section, self.item and self.section, self.footnote))

    @property
    def exact(self) -> bool:
        """Whether it names one item or footnote rather than a whole section."""
        return bool(self.footnote or (self.item and (self.section or self.chapter)))

    def holds(self, passage: Passage) -> bool:
        """Whether a passage stands at this place."""
        segments = passage.address.split("/")
        checks = [
            self.chapter is None or segments[0] == self.chapter,
            self.section is None or self.section in (passage.theme, *segments[1:2]),
            self.item is None or self._is_item(passage, segments),
            self.footnote is None
            or (passage.kind is Kind.FOOTNOTE and segments[-1] == f"n{self.footnote}"),
            self.audience is None or passage.audience is self.audience,
        ]
        return all(checks)

    def _is_item(self, passage: Passage, segments: list[str]) -> bool:
        numbered = passage.kind in (Kind.GOAL, Kind.LIST_ITEM) and segments[-1] == self.item
        return numbered or self.item in segments[2:]


def place_in(query: str) -> Place:
    """Return the place a query names; an empty one when it names none."""
    rest = query
    found: dict[str, str] = {}
    for name, pattern in (
        ("footnote", _FOOTNOTE),
        ("chapter", _CHAPTER),
        ("section", _SECTION),
        ("section", _THEME),
        ("item", _ITEM),
    ):
        if name not in found and (match := pattern.search(rest)):
            found[name] = match.group(1)
            rest = rest[: match.start()] + " " + rest[match.end() :]
    named = named_audience(query)
    if named:
        rest = rest.replace(named[1], " ")
    return Place(
        chapter=found.get("chapter"),
        section=found.get("section"),
        item=found.get("item"),
        footnote=found.get("footnote"),
        audience=named[0] if named else None,
        heading=slug(query),
        page=_PAGE.search(query) is not None,
        alone=bool(found) and not _WORD.search(rest),
    )

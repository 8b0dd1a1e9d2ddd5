"""Places that a query names: "1.4 doelstelling 3 federale politie", "note 5", "Kapitel 4"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum

from corpus import ORDINAL, Audience, Kind, Passage, named_audience, number_of, slug
from index.heading_words import JOINING

_NR = r"\s*(?:nr\.?|no\.?|n°|nummer|numéro|number|#|\()?\s*"
_CHAPTER = re.compile(
    rf"\b(?:hoofdstuk|hfd?st\.?|chapitre|chap\.?|kapitel|kap\.?|chapter){_NR}(\d{{1,2}})\b(?!\.\d)",
    re.I,
)
_SECTION = re.compile(
    r"(?:\b(?:thema|thème|theme|punt|titel|titre|section|sectie|abschnitt|hoofdstuk|chapitre|kapitel|"
    r"chapter)\s+)?"
    r"(?<![\d.,/-])(\d{1,2}(?:\.\d{1,2}){1,2})(?![\d.,%/-])(?!\s*(?:%|euro|mil|uur|h\b))",
    re.I,
)
_PART = re.compile(
    rf"\b(?:afdeling|sectie|titel|deel|section|titre|partie|abschnitt|teil|part){_NR}(\d{{1,2}})\b",
    re.I,
)
_THEME = re.compile(rf"\b(?:thema|thème|theme){_NR}(\d{{1,2}})\b(?!\.\d)", re.I)
_ITEM_WORD = (
    r"(?:doelstelling|doelst\.?|doel|objectif|obj\.?|zielsetzung|ziel|goal|objective|punt|point|"
    r"punkt|pijler|pilier|pfeiler|säule|pillar)"
)
_STRATEGIC = r"(?:strat[eé]gi\w*\s+)?"
_ITEM = re.compile(rf"\b{_STRATEGIC}{_ITEM_WORD}{_NR}(\d{{1,2}})\b(?!\.\d)", re.I)
_NTH_ITEM = re.compile(rf"({ORDINAL.pattern})\s+{_STRATEGIC}{_ITEM_WORD}(?!\w)", re.I)
_ADDRESS = re.compile(
    r"(?:^|(?<=\s)|(?<=\w/))"
    r"(?P<path>\d{1,2}/\d{1,2}(?:\.\d{1,2})?(?:/(?:\d{1,2}|[a-z][a-z\d-]*))*)(?=[\s?.,;:)]|$)"
)
_LEADS_TO_ADDRESS = re.compile(
    r"(?:\b(?:nvp|pns|nsp|adres|adresse|address|sectie|section|punt)\s+|/)$", re.I
)
_BARE_NUMBER = re.compile(
    r"(?:^|\s)(?:nr\.?|no\.|n°|nummer|numéro|number|#)\s*(\d{1,2})\b(?!\.\d)", re.I
)
_LEADING_NUMBER = re.compile(r"^\W*(\d{1,2})\.?\s+(?=[^\W\d])")
_NOTHING_BUT_A_NUMBER = re.compile(r"^\W*(\d{1,2})\W*$")
_POINT = re.compile(rf"\b(?:punt|point|punkt){_NR}(\d{{1,2}})\b(?!\.\d)", re.I)
_NOTE_WORD = (
    r"(?:voetnoot|noot|note(?:\s+(?:de|en)\s+bas\s+de\s+page)?|fu(?:ß|ss)note|anmerkung|footnote|"
    r"fn\.?|vtn\.?)"
)
_FOOTNOTE = re.compile(rf"\b{_NOTE_WORD}{_NR}(\d{{1,3}})\b", re.I)
_NTH_FOOTNOTE = re.compile(rf"({ORDINAL.pattern})\s+{_NOTE_WORD}(?!\w)", re.I)
_NUMBERED_FOOTNOTE = re.compile(
    rf"\b(\d{{1,3}})\s*(?:\.|e|de|ste|[eè]me|er|re|th|st|nd|rd)\s+{_NOTE_WORD}(?!\w)", re.I
)
_PAGE = re.compile(r"\b(?:pagina|blz|bladzijde|page|seite)\b", re.I)
_LEVELS = {
    Audience.FEDERAL: re.compile(
        r"\b(?:(?:fed|federa+le?|fédérale?|föderale?[nrs]?)\b\.?(?:\s+pol(?:itie|ice|izei)?\b\.?)?|"
        r"police\s+fédérale|fedpol|fgp)\b",
        re.I,
    ),
    Audience.LOCAL: re.compile(
        r"\b(?:(?:lok|loka+le?[nrs]?|locale?s?)\b\.?(?:\s+pol(?:itie|ice|izei)?\b\.?)?|"
        r"police\s+locale|lokpol|politiezones?|polizeizonen?|police\s+zones?|"
        r"zones?(?:\s+de\s+police)?|pz)\b",
        re.I,
    ),
}
_NUMBERING = re.compile(r"^\s*(?:\d{1,2}\.)*\d{1,2}\.?\s+(?=\D)")
_WORD = re.compile(r"[^\W\d_]+")


class Count(Enum):
    """How sections are numbered: "3.2" as it is printed, or as the second section of chapter 3."""

    PRINTED = "printed"
    FROM_THE_TOP = "from the top"
    FROM_ABOVE = "from above"
    """Counted from any section, not only from a chapter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as a query names it; what it does not name is None.

    `address` is that of a passage or section, as citations give it; `point` is a number that may be
    an item's as well as the section's, `leading` one that may be a section's if a heading follows;
    `audience` is the police level that it names in full and `level` one that it names in any way;
    `headings` are slugs of what may be a heading's own words; `alone` says that the query is
    nothing but this place; `page` that it asks for a page.
    """

    address: str | None = None
    chapter: str | None = None
    section: str | None = None
    item: str | None = None
    point: str | None = None
    leading: str | None = None
    footnote: str | None = None
    audience: Audience | None = None
    level: Audience | None = None
    headings: tuple[str, ...] = ()
    alone: bool = False
    page: bool = False

    @property
    def named(self) -> bool:
        """Whether the query names a numbered place at all."""
        return any(
            (self.address, self.chapter, self.section, self.item and self.section, self.footnote)
        )

    @property
    def exact(self) -> bool:
        """Whether it names one item or footnote rather than a whole section."""
        return bool(self.address or self.footnote or (self.item and (self.section or self.chapter)))

    @property
    def readings(self) -> Iterator["Place"]:
        """What the query may mean, likeliest first: "chapter 4 point 1" is a section or an item."""
        yield self
        if self.point and not self.item:
            yield replace(self, section=None, item=self.point, point=None)

    def is_right_below(self, passage: Passage) -> bool:
        """Whether a passage stands in the section of this number right below the section."""
        if self.section is None or self.item is None:
            return False
        return f"/{self.section}/{self.item}/" in f"/{passage.address}/"

    def holds(self, passage: Passage, count: Count = Count.PRINTED) -> bool:
        """Whether a passage stands at this place, its section numbered in one of the ways."""
        segments = passage.address.split("/")
        checks = [
            self.address is None or f"{passage.address}/".startswith(f"{self.address}/"),
            self.chapter is None or segments[0] == self.chapter,
            self.section is None or self.section in _sections(passage, segments, count),
            self.item is None or self._is_item(passage, segments),
            self.footnote is None
            or (passage.kind is Kind.FOOTNOTE and segments[-1] == f"n{self.footnote}"),
            self.level is None or passage.audience is self.level,
        ]
        return all(checks)

    def _is_item(self, passage: Passage, segments: list[str]) -> bool:
        numbered = passage.kind in (Kind.GOAL, Kind.LIST_ITEM) and segments[-1] == self.item
        return numbered or self.item in segments[2:]


def place_in(query: str) -> Place:
    """Return the place a query names; an empty one when it names none."""
    left = _Left(query)
    if (match := _ADDRESS.search(query)) and _is_address(query, match):
        left.take("address", match)
    for name, pattern in (
        ("footnote", _FOOTNOTE),
        ("footnote", _NTH_FOOTNOTE),
        ("footnote", _NUMBERED_FOOTNOTE),
        ("chapter", _CHAPTER),
        ("section", _SECTION),
        ("section", _THEME),
        ("point", _POINT),
        ("item", _ITEM),
    ):
        left.find(name, pattern)
    found = left.found
    if "chapter" in found and left.find("section", _PART):
        found["section"] = f"{found['chapter']}.{found['section']}"
    left.find("item", _NTH_ITEM)
    if not found.keys() & {"footnote", "chapter", "point", "address"}:
        left.find("item", _BARE_NUMBER)
    if "item" in found and not found.keys() & {"footnote", "chapter", "address"}:
        left.find("section", _LEADING_NUMBER)
    if point := found.pop("point", None):
        if "chapter" in found and "section" not in found:
            found |= {"section": f"{found['chapter']}.{point}", "point": point}
        else:
            found.setdefault("item", point)
    leads = _LEADING_NUMBER.match(left.text) if not found else None
    level, left.text = _level_in(left.text)
    if level and found.keys() == {"section"}:
        left.find("item", _NOTHING_BUT_A_NUMBER)
    audience = named_audience(query)
    telling = _between_joining(left.text)
    whole = slug(_NUMBERING.sub("", query))
    return Place(
        address=found.get("address"),
        chapter=found.get("chapter"),
        section=found.get("section"),
        item=found.get("item"),
        point=found.get("point"),
        leading=leads.group(1) if leads else None,
        footnote=found.get("footnote"),
        audience=audience[0] if audience else None,
        level=level,
        headings=tuple(dict.fromkeys(filter(None, (slug(query), whole, slug(telling))))),
        page=_PAGE.search(query) is not None,
        alone=bool(found) and not telling,
    )


class _Left:
    """What is left of a query as the parts of a place are taken out of it."""

    def __init__(self, query: str) -> None:
        self.text = query
        self.found: dict[str, str] = {}

    def find(self, name: str, pattern: re.Pattern[str]) -> bool:
        """Take a part out, unless one of this name was found before; return whether it was."""
        match = None if name in self.found else pattern.search(self.text)
        if match is not None:
            self.take(name, match)
        return match is not None

    def take(self, name: str, match: re.Match[str]) -> None:
        """Take a part out that was found, a number or an ordinal."""
        by_ordinal = any(match.group(n) for n in match.groupdict() if n != "path")
        self.found[name] = str(number_of(match)) if by_ordinal else match.group(1)
        self.text = self.text[: match.start()] + " " + self.text[match.end() :]


def _is_address(query: str, match: re.Match[str]) -> bool:
    """Whether "2/3" is a place and not a share or the number of a circular."""
    before, after = query[: match.start()], query[match.end() :]
    if match["path"].count("/") > 1 or _LEADS_TO_ADDRESS.search(before):
        return True
    return not before.strip() and (not _between_joining(after) or _ITEM.search(after) is not None)


def _level_in(text: str) -> tuple[Audience | None, str]:
    """Return the one police level that a text names in any way, and the text without it."""
    found = [(level, match) for level, rx in _LEVELS.items() if (match := rx.search(text))]
    if len(found) != 1:
        return None, text
    [(level, match)] = found
    return level, text[: match.start()] + " " + text[match.end() :]


def _between_joining(text: str) -> str:
    """Return a text without the words at its ends that only join a place to others."""
    words = list(_WORD.finditer(text))
    telling = [word for word in words if slug(word.group()) not in JOINING]
    return text[telling[0].start() : telling[-1].end()] if telling else ""


def _sections(passage: Passage, segments: list[str], count: Count) -> Iterable[str | None]:
    if count is Count.PRINTED:
        return (passage.theme, *segments[1:2])
    paths = _paths(segments)
    if count is Count.FROM_THE_TOP:
        return [path for path in paths if path.startswith(f"{segments[0]}.")]
    return paths


def _paths(segments: list[str]) -> Iterator[str]:
    """Yield the numbers of sections right above one another, joined: "2.8", "2.8.4", "8.4"."""
    for start in range(len(segments)):
        for end in range(start + 1, len(segments) + 1):
            if not segments[end - 1].replace(".", "").isdigit():
                break
            if end - start > 1:
                yield ".".join(segments[start:end])

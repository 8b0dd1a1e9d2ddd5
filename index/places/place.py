"""A place as a query names it, and whether a passage stands there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, StrEnum

from corpus import Audience, Kind, Passage

LAST = -1
"""The number of the last item, bullet or paragraph; -2 is that of the one before it."""


class Count(Enum):
    """How sections are numbered: "3.2" as it is printed, or as the second section of chapter 3."""

    PRINTED = "printed"
    FROM_THE_TOP = "from the top"
    FROM_ABOVE = "from above"
    """Counted from any section, not only from a chapter."""


class Block(StrEnum):
    """A part that many sections have: their goals, the points of attention, their own text."""

    GOALS = "goals"
    CROSS = "cross"
    GENERAL = "general"
    FRAMEWORK = "framework"
    INTRO = "intro"


ONE_LIST = (Block.CROSS, Block.GENERAL, Block.FRAMEWORK)
"""Blocks that are one list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A place as a query names it; what it does not name is None.

    `address` is that of a passage or section, as citations give it; `item` is the number of a goal
    or list item, `bullet` and `paragraph` are counted within what the rest names, and 0 is any;
    negative numbers count from the end. `leading` is a number that may be a section's if a heading
    follows; `audience` is the police level that it names in full and `level` one that it names in
    any way. `titles` and `headings` are slugs of what may be a heading's own words, with or without
    those that name a level; `phrases` those of single phrases, which may also describe the place.
    `titled` says that it calls one of them a chapter or the like.
    `alone` says that the query is nothing but this place; `page` that it asks for a page;
    `otherwise` is what the query may mean if nothing stands at this place, likeliest first.
    """

    address: str | None = None
    chapter: str | None = None
    section: str | None = None
    item: str | None = None
    bullet: int | None = None
    paragraph: int | None = None
    block: Block | None = None
    leading: str | None = None
    footnote: str | None = None
    audience: Audience | None = None
    level: Audience | None = None
    titles: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    titled: bool = False
    alone: bool = False
    page: bool = False
    otherwise: tuple["Place", ...] = ()

    @property
    def named(self) -> bool:
        """Whether the query names a numbered place at all."""
        return any((self.address, self.chapter, self.section, self.footnote))

    @property
    def exact(self) -> bool:
        """Whether it names one item, list or footnote rather than a whole section."""
        few = self.block in ONE_LIST or (self.block is Block.GOALS and self.level is not None)
        inside = self.is_inside or few
        return bool(self.address or self.footnote or (inside and (self.section or self.chapter)))

    @property
    def is_inside(self) -> bool:
        """Whether it names one item, bullet or paragraph, wherever that is."""
        return self.item is not None or self.bullet is not None or self.paragraph is not None

    @property
    def readings(self) -> Iterator["Place"]:
        """What the query may mean, likeliest first: "chapter 4 point 1" is a section or an item."""
        yield replace(self, otherwise=())
        yield from self.otherwise

    def depth(self, passage: Passage) -> int:
        """Return how deep below its chapter a passage at this place has the number of the item."""
        inner = passage.address.split("/")[2:]
        return inner.index(self.item) if self.item in inner else len(inner)

    def holds(self, passage: Passage, count: Count = Count.PRINTED) -> bool:
        """Whether a passage stands at this place, its section numbered in one of the ways."""
        segments = passage.address.split("/")
        checks = [
            self.address is None or f"{passage.address}/".startswith(f"{self.address}/"),
            self.chapter is None or segments[0] == self.chapter,
            self.section is None or self.section in _sections(passage, segments, count),
            self.footnote is None or self._is_footnote(passage, segments),
            self.level is None or passage.audience is self.level,
            self.item is None or self._is_item(passage, segments),
        ]
        return all(checks)

    def _is_footnote(self, passage: Passage, segments: list[str]) -> bool:
        wanted = self.footnote in (f"{LAST}", segments[-1].removeprefix("n"))
        return passage.kind is Kind.FOOTNOTE and wanted

    def _is_item(self, passage: Passage, segments: list[str]) -> bool:
        listed = passage.kind in (Kind.GOAL, Kind.LIST_ITEM)
        if self.block is Block.FRAMEWORK:
            return passage.kind is Kind.FRAMEWORK_LIST
        if self.block in (Block.CROSS, Block.GENERAL):
            return listed and segments[-1].startswith("b")
        if self.item is not None and self.item.startswith("-"):
            return listed and segments[-1].isdigit()
        return (listed and segments[-1] == self.item) or self.item in segments[2:]


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

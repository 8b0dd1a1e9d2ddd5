"""Which passages stand at the place that a query names."""

from collections.abc import Collection, Sequence
from dataclasses import replace

import numpy as np

from corpus import Kind, Passage
from index.fusion import Flags
from index.headings import Headings
from index.places import LAST, ONE_LIST, Block, Count, Place
from index.places.lexicon import lexicon

_BULLET = "\n- "


class Standing:
    """Tells which of some passages stand at a place."""

    def __init__(
        self,
        passages: Sequence[Passage],
        headings: Headings,
        counts: Sequence[Count] = tuple(Count),
    ) -> None:
        """Take the passages.

        Args:
            passages: The passages.
            headings: The headings above them, by their numbers.
            counts: How sections may be numbered, likeliest first.
        """
        self._counts = counts
        self._passages = passages
        self._headings = headings
        self._everything = range(len(passages))

    def __call__(self, place: Place) -> tuple[Flags, Flags]:
        """Return which stand at a numbered place, and which below a named heading, (passages,)."""
        at_place = self._holding(place, self._everything if place.named else ())
        under = self._by_title(place, at_place) or self._by_phrase(place, at_place)
        # Of several goals of one number, the heading that is named too tells which.
        if under and set(under) < set(at_place):
            at_place = under
        return self._flags(at_place), self._flags(under)

    def _by_title(self, place: Place, at_place: list[int]) -> list[int]:
        """Return the passages below the heading that all other words of a query name."""
        same: list[int] = []
        numbered = frozenset(self._around(place) if at_place or place.leading else ())
        for name in dict.fromkeys((*place.titles, *place.headings)):
            below = self._headings.below_within(name, numbered)
            # "Drugshandel doelstelling 2 lokale politie" names the heading and what is below it.
            below = below or self._headings.below(name)
            under = below and (self._holding(place, below) or self._beside(place, below))
            if under and set(under) != set(at_place):
                return under
            same = same or list(under)
            # "Middelen van de Federale Politie" is a heading's own words.
            if below and name in place.titles and not place.is_inside:
                whole = replace(place, level=None, block=None, otherwise=())
                if (under := self._holding(whole, below)) and under != at_place:
                    return under
        return same

    def _by_phrase(self, place: Place, at_place: list[int]) -> list[int]:
        """Return the passages below the heading that one phrase names, beside what describes it."""
        if place.is_inside and len(at_place) > 1:
            within = frozenset(self._around(place))
            below = (self._headings.below_within(phrase, within) for phrase in place.phrases)
        elif not at_place and _tells_one(place):
            below = (self._headings.below(p) or self._likeliest(p) for p in place.phrases)
        else:
            return []
        return next(filter(None, (self._holding(place, numbers) for numbers in below)), [])

    def _around(self, place: Place) -> list[int]:
        """Return the passages of the section that a place is in, or that its number may be of."""
        if place.leading:
            return self._holding(replace(place, section=place.leading), self._everything)
        readings = [
            replace(reading, item=None, bullet=None, paragraph=None) for reading in place.readings
        ]
        return self._holding(replace(readings[0], otherwise=tuple(readings[1:])), self._everything)

    def _beside(self, place: Place, below: Collection[int]) -> list[int]:
        """Return what a place names of the theme that a part of it gives: its points of attention.

        "Seksueel geweld" is a part of a theme whose lists stand beside it.
        """
        themes = {self._passages[n].theme for n in below}
        if place.block not in ONE_LIST or len(themes) != 1 or None in themes:
            return []
        around = [n for n, passage in enumerate(self._passages) if passage.theme in themes]
        return self._holding(place, around)

    def _likeliest(self, phrase: str) -> frozenset[int]:
        """Return what is below the heading that a phrase is likely to be of, but no whole chapter.

        A chapter's own text has no theme, what stands below it has.
        """
        below = self._headings.likeliest(phrase)
        themes = {self._passages[n].theme for n in below}
        return frozenset() if None in themes and len(themes) > 1 else below

    def _flags(self, numbers: list[int]) -> Flags:
        flags = np.zeros(len(self._passages), np.bool_)
        flags[numbers] = True
        return flags

    def _holding(self, place: Place, numbers: Collection[int]) -> list[int]:
        """Return the numbers of those of some passages that stand at a place, in order."""
        for reading in place.readings:
            for count in self._counts:
                held = [n for n in sorted(numbers) if reading.holds(self._passages[n], count)]
                if held and (inside := self._inside(reading, held)):
                    return inside
                if reading.section is None:
                    break
        return []

    def _inside(self, place: Place, held: list[int]) -> list[int]:
        """Return those of the passages that stand in the part of a section that a place names."""
        if place.block is not None:
            held = self._in_block(place, place.block, held)
        if place.item is not None and place.block not in ONE_LIST:
            held = self._shallowest(place, held)
        if place.item is not None and held:
            held = self._item(place, held)
        if place.footnote == str(LAST):
            return held[-1:]
        if place.paragraph is not None and held:
            held = _nth(self._own_text(held), place.paragraph)
        if place.bullet is not None and held:
            held = self._with_bullet(place, held)
        return held

    def _in_block(self, place: Place, block: Block, held: list[int]) -> list[int]:
        if block is Block.GOALS:
            return self._of_kind(Kind.GOAL, held) or (
                held if place.named or place.is_inside else []
            )
        if block is Block.INTRO:
            return self._own_text(held)
        if block is Block.FRAMEWORK:
            return self._of_kind(Kind.FRAMEWORK_LIST, held)
        found: set[int] = set()
        for name in lexicon().headings[block]:
            found |= self._headings.within(name, frozenset(held))
        return [n for n in held if n in found]

    def _shallowest(self, place: Place, held: list[int]) -> list[int]:
        """Return the passages that have the number of an item highest in their section.

        "Thema 8 punt 4" is its fourth section, not the fourth item of any of them.
        """
        least: dict[str, int] = {}
        depths = [place.depth(self._passages[n]) for n in held]
        tops = [_top(self._passages[n]) for n in held]
        for top, depth in zip(tops, depths, strict=True):
            least[top] = min(depth, least.get(top, depth))
        kept = zip(held, tops, depths, strict=True)
        return [n for n, top, depth in kept if depth == least[top]]

    def _item(self, place: Place, held: list[int]) -> list[int]:
        """Return the one of a list that is counted from its end, or by place and not by number."""
        number = int(place.item or 0)
        if place.block in (Block.CROSS, Block.GENERAL) or number < 0:
            return _nth(held, number)
        return held

    def _with_bullet(self, place: Place, held: list[int]) -> list[int]:
        """Return the passage of a bullet: one of the list items, or what holds a list."""
        if place.item is not None and len(held) == 1:
            return held
        for list_of in self._lists(held):
            if not place.bullet:
                return list(dict.fromkeys(list_of))
            if found := _nth(list_of, place.bullet):
                return found
        return []

    def _lists(self, held: list[int]) -> list[list[int]]:
        """Return the bulleted lists among some passages, each as the passages of its bullets."""
        lists: list[list[int]] = []
        section = ""
        for n in held:
            passage = self._passages[n]
            if passage.kind is Kind.LIST_ITEM and lists and passage.section == section:
                lists[-1].append(n)
            elif passage.kind is Kind.LIST_ITEM:
                lists.append([n])
            elif inner := passage.text.count(_BULLET):
                lists.append([n] * inner)
            section = passage.section if passage.kind is Kind.LIST_ITEM else ""
        return lists

    def _own_text(self, held: list[int]) -> list[int]:
        """Return the paragraphs of the first section of some passages, without those below it."""
        texts = self._of_kind(Kind.PARAGRAPH, held)
        return [n for n in texts if self._passages[n].section == self._passages[texts[0]].section]

    def _of_kind(self, kind: Kind, held: list[int]) -> list[int]:
        return [n for n in held if self._passages[n].kind is kind]


def _top(passage: Passage) -> str:
    """Return the address of the section right below the chapter that a passage is in."""
    return "/".join(passage.address.split("/")[:2])


def _nth(numbers: list[int], number: int) -> list[int]:
    """Return the one of this number, counted from 1 or, if it is negative, from the end."""
    at = number - 1 if number > 0 else number
    return [numbers[at]] if -len(numbers) <= at < len(numbers) else []


def _tells_one(place: Place) -> bool:
    """Whether a place tells so much that any phrase beside it may name its heading."""
    if place.is_inside or place.block in ONE_LIST:
        return True
    only = len(place.phrases) == 1
    return (place.titled and only) or (
        place.block is Block.GOALS and (place.level is not None or only)
    )

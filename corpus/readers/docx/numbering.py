"""List and heading numbers, counted as Word counts them (ECMA-376, 17.9)."""

import re
from collections import defaultdict
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.docx.package import W
from corpus.readers.docx.styles import Numbered, value
from corpus.readers.numerals import numeral

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_TWIPS = 20
_STEP = 18.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """How one level of a list is numbered, and where it stands, in points."""

    format: str = "bullet"
    text: str = ""
    start: int = 1
    marker_x: float = 0.0
    text_x: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Marker:
    """A list marker as printed ("-" for any bullet) and where it and its text stand."""

    text: str
    marker_x: float
    text_x: float


class Numbering:
    """The numberings of a document and how far each has counted."""

    def __init__(self, root: Element | None) -> None:
        self._levels: dict[str, dict[int, Level]] = {}
        self._lists: dict[str, str] = {}
        self._restarts: dict[str, dict[int, int]] = defaultdict(dict)
        self._counts: dict[str, dict[int, int]] = defaultdict(dict)
        self._met: set[tuple[str, int]] = set()
        if root is not None:
            self._read(root)

    def marker(self, numbered: Numbered) -> Marker | None:
        """Count one paragraph on and return its marker; None when it has no number."""
        levels = self._levels.get(numbered.id)
        level = levels.get(numbered.level) if levels else None
        if levels is None or level is None:
            return None
        counts = self._counts[self._lists[numbered.id]]
        self._count(numbered, level, counts)
        if level.format == "bullet":
            text = "-"
        elif level.format == "none":
            text = _PLACE.sub("", level.text).strip()
        else:
            text = _PLACE.sub(lambda m: self._printed(levels, counts, int(m[1]) - 1), level.text)
        return Marker(text=text.strip(), marker_x=level.marker_x, text_x=level.text_x)

    def _count(self, numbered: Numbered, level: Level, counts: dict[int, int]) -> None:
        place = numbered.level
        restart = self._restarts[numbered.id].get(place)
        if restart is not None and (numbered.id, place) not in self._met:
            counts[place] = restart
        else:
            counts[place] = counts[place] + 1 if place in counts else level.start
        self._met.add((numbered.id, place))
        for deeper in [other for other in counts if other > place]:
            del counts[deeper]

    @staticmethod
    def _printed(levels: dict[int, Level], counts: dict[int, int], place: int) -> str:
        level = levels.get(place, Level())
        number = counts.setdefault(place, level.start)
        if level.format == "decimalZero":
            return f"{number:02d}"
        return numeral(number, _KINDS.get(level.format, "1"))

    def _read(self, root: Element) -> None:
        abstract = {
            element.get(f"{W}abstractNumId", ""): _levels(element)
            for element in root.findall(f"{W}abstractNum")
        }
        for element in root.findall(f"{W}num"):
            identity = element.get(f"{W}numId", "")
            base = value(element, "abstractNumId") or ""
            levels = dict(abstract.get(base, {}))
            for override in element.findall(f"{W}lvlOverride"):
                place = _number(override.get(f"{W}ilvl"), 0)
                own = override.find(f"{W}lvl")
                if own is not None:
                    levels[place] = _level(own)
                start = value(override, "startOverride")
                if start is not None:
                    self._restarts[identity][place] = _number(start, 1)
            self._levels[identity] = levels
            self._lists[identity] = base


def _levels(element: Element) -> dict[int, Level]:
    found = element.findall(f"{W}lvl")[:_LEVELS]
    return {_number(level.get(f"{W}ilvl"), 0): _level(level) for level in found}


def _level(element: Element) -> Level:
    place = _number(element.get(f"{W}ilvl"), 0)
    marker_x, text_x = place * _STEP, (place + 1) * _STEP
    indent = element.find(f"{W}pPr/{W}ind")
    if indent is not None:
        left = indent.get(f"{W}left") or indent.get(f"{W}start")
        text_x = _number(left, int(text_x * _TWIPS)) / _TWIPS
        marker_x = text_x - _number(indent.get(f"{W}hanging"), 0) / _TWIPS
    return Level(
        format=value(element, "numFmt") or "decimal",
        text=value(element, "lvlText") or "",
        start=_number(value(element, "start"), 1),
        marker_x=marker_x,
        text_x=text_x,
    )


def _number(stated: str | None, default: int) -> int:
    try:
        return max(-100_000, min(int(float(stated or "")), 100_000))
    except (ValueError, OverflowError):
        return default

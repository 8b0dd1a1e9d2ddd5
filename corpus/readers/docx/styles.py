"""Paragraph styles: which are headings, and which carry a numbering."""

import re
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from corpus.readers.docx.package import W

_HEADING = re.compile(r"^(?:heading|kop|titre|überschrift)\s*([1-9])$", re.I)
_CONTENTS = re.compile(r"^(?:toc|inhopg|tm|verzeichnis)\s*[1-9]$", re.I)
_BODY_LEVEL = 9
_MAX_CHAIN = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbered:
    """A numbering by its id and level; id "0" switches an inherited one off."""

    id: str
    level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What a style says of its paragraphs; `heading` is 0 for running text."""

    heading: int = 0
    contents: bool = False
    numbered: Numbered | None = None
    bold: bool = False


def value(element: Element | None, name: str) -> str | None:
    """Return the `w:val` of a child, None when there is no such child."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(f"{W}val", "") if child is not None else None


def is_on(element: Element | None, name: str) -> bool:
    """Whether a switch such as bold is on."""
    stated = value(element, name)
    return stated is not None and stated.lower() not in ("0", "false", "none", "off")


def numbered(properties: Element | None) -> Numbered | None:
    """Return the numbering that paragraph properties state."""
    stated = properties.find(f"{W}numPr") if properties is not None else None
    if stated is None:
        return None
    level = value(stated, "ilvl") or "0"
    return Numbered(id=value(stated, "numId") or "", level=int(level) if level.isdigit() else 0)


class Styles:
    """The styles of a document, with what they inherit."""

    def __init__(self, root: Element | None) -> None:
        found = root.findall(f"{W}style") if root is not None else []
        self._elements = {style.get(f"{W}styleId", ""): style for style in found}
        default = [s for s in found if s.get(f"{W}default") in ("1", "true")]
        paragraphs = [s for s in default if s.get(f"{W}type") == "paragraph"]
        self._default = paragraphs[0].get(f"{W}styleId", "") if paragraphs else ""
        self._read: dict[str, Style] = {}

    def style(self, identity: str | None) -> Style:
        """Return a style by its id; without one, the default paragraph style."""
        key = identity if identity is not None else self._default
        if key not in self._read:
            self._read[key] = self._style(key)
        return self._read[key]

    def _style(self, identity: str) -> Style:
        chain = self._chain(identity)
        names = [value(element, "name") or "" for element in chain] or [identity]
        return Style(
            heading=self._heading(chain, names),
            contents=any(_CONTENTS.match(name) for name in names),
            numbered=self._numbered(chain),
            bold=next(
                (
                    is_on(run, "b")
                    for element in chain
                    if (run := element.find(f"{W}rPr")) is not None
                    and run.find(f"{W}b") is not None
                ),
                False,
            ),
        )

    def _chain(self, identity: str) -> list[Element]:
        """Return a style and those it is based on, nearest first."""
        chain: list[Element] = []
        seen: set[str] = set()
        while identity in self._elements and identity not in seen and len(chain) < _MAX_CHAIN:
            seen.add(identity)
            chain.append(self._elements[identity])
            identity = value(chain[-1], "basedOn") or ""
        return chain

    @staticmethod
    def _heading(chain: list[Element], names: list[str]) -> int:
        for element, name in zip(chain, names, strict=False):
            level = value(element.find(f"{W}pPr"), "outlineLvl")
            if level is not None and level.isdigit():
                return int(level) + 1 if int(level) < _BODY_LEVEL else 0
            if match := _HEADING.match(name):
                return int(match.group(1))
            if name.lower() == "title":
                return 1
        if not chain and (match := _HEADING.match(names[0])):
            return int(match.group(1))
        return 0

    @staticmethod
    def _numbered(chain: list[Element]) -> Numbered | None:
        for element in chain:
            stated = numbered(element.find(f"{W}pPr"))
            if stated is not None:
                return stated
        return None

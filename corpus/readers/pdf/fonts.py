"""The fonts of a PDF: which character each code prints, how wide it is, and whether it is bold."""

import re
from dataclasses import dataclass, field

from pypdf.generic import DictionaryObject, IndirectObject

# pypdf offers glyph widths nowhere else; the pinned version keeps this import good.
from pypdf.generic._font import Font

_BOLD = re.compile(r"bold|black|heavy|semibold|demi(?!\w*light)|[,-]bd\b", re.I)
_BOLD_WEIGHT = 600
_FORCE_BOLD = 1 << 18
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
# WinAnsiEncoding prints a bullet for each code that it leaves unused (ISO 32000-1, annex D.2).
_BULLETS = dict.fromkeys("\x7f\x81\x8d\x8f\x90\x9d", "•")
_SPELT = {**_LIGATURES, **_BULLETS, "\xa0": " "}


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One character as shown: its text, its width in font size units, whether it is a space."""

    text: str
    width: float
    space: bool


@dataclass(slots=True)
class Typeface:
    """A font, decoding the strings shown in it."""

    font: Font
    bold: bool
    scale: float
    _glyphs: dict[str, Glyph] = field(default_factory=dict)

    def glyphs(self, shown: bytes) -> list[Glyph]:
        """Return the glyphs of a shown string."""
        return [self._glyphs.get(code) or self._glyph(code) for code in self._codes(shown)]

    def _codes(self, shown: bytes) -> str:
        encoding = self.font.encoding
        if not isinstance(encoding, str):
            return shown.decode("latin-1")
        try:
            return shown.decode(encoding, "surrogatepass")
        except UnicodeDecodeError:
            return shown.decode(encoding, "replace")

    def _glyph(self, code: str) -> Glyph:
        font = self.font
        character = code if isinstance(font.encoding, str) else font.encoding.get(ord(code), code)
        text = str(font.character_map.get(character, character))
        widths = font.character_widths
        width = font.space_width if code == font.space_char else widths.get(code, widths["default"])
        glyph = Glyph(
            text=_SPELT.get(text, text),
            width=float(width) / 1000 * self.scale,
            space=code == " " and not isinstance(font.encoding, str),
        )
        self._glyphs[code] = glyph
        return glyph


class Fonts:
    """The fonts met so far, each read once however many pages use it."""

    def __init__(self) -> None:
        self._by_reference: dict[tuple[int, int], Typeface] = {}

    def named(self, resources: DictionaryObject) -> dict[str, Typeface]:
        """Return the fonts that a page's resources name; an unreadable one is left out."""
        fonts = resources.get("/Font")
        fonts = fonts.get_object() if fonts is not None else None
        if not isinstance(fonts, DictionaryObject):
            return {}
        found = {str(name): self._read(fonts.raw_get(name)) for name in fonts}
        return {name: typeface for name, typeface in found.items() if typeface is not None}

    def _read(self, entry: object) -> Typeface | None:
        reference = (entry.generation, entry.idnum) if isinstance(entry, IndirectObject) else None
        if reference is not None and reference in self._by_reference:
            return self._by_reference[reference]
        resource = entry.get_object() if isinstance(entry, IndirectObject) else entry
        if not isinstance(resource, DictionaryObject):
            return None
        font = Font.from_font_resource(resource)
        typeface = Typeface(font, _is_bold(font), _glyph_scale(resource))
        if reference is not None:
            self._by_reference[reference] = typeface
        return typeface


def _is_bold(font: Font) -> bool:
    descriptor = font.font_descriptor
    named = _BOLD.search(f"{font.name} {descriptor.name}") is not None
    weight = descriptor.weight
    heavy = isinstance(weight, (int, float)) and weight >= _BOLD_WEIGHT
    flags = descriptor.flags
    return named or heavy or (isinstance(flags, int) and bool(flags & _FORCE_BOLD))


def _glyph_scale(resource: DictionaryObject) -> float:
    """Return what a glyph's width is multiplied by; only Type 3 fonts have a scale of their own."""
    matrix = resource.get("/FontMatrix")
    matrix = matrix.get_object() if matrix is not None else None
    if resource.get("/Subtype") != "/Type3" or not isinstance(matrix, list) or not matrix:
        return 1.0
    return abs(float(matrix[0])) * 1000

"""The numbers that headings and list items print: 3, IV, C, c, iv."""

import re
from dataclasses import dataclass
from enum import Enum, auto

_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN = re.compile(r"(c{0,3})(xc|xl|l?x{0,3})(ix|iv|v?i{0,3})")


class Style(Enum):
    """How a number is printed."""

    ARABIC = auto()
    ROMAN = auto()
    LETTER = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Numeral:
    """A printed number, read."""

    style: Style
    value: int

    def follows(self, other: "Numeral | None") -> bool:
        """Whether it is the next one after another."""
        return other is not None and self.style is other.style and self.value == other.value + 1


def readings(printed: str) -> tuple[Numeral, ...]:
    """Return how a printed number can be read, Roman first; "I" is also a letter.

    Empty when it is no number.
    """
    if re.fullmatch("[0-9]{1,4}", printed):
        return (Numeral(style=Style.ARABIC, value=int(printed)),)
    found: list[Numeral] = []
    if value := roman_value(printed):
        found.append(Numeral(style=Style.ROMAN, value=value))
    if re.fullmatch("[A-Za-z]", printed):
        found.append(Numeral(style=Style.LETTER, value=ord(printed.lower()) - ord("a") + 1))
    return tuple(found)


def roman_value(printed: str) -> int:
    """Return the value of a Roman number below 400, 0 when it is none."""
    letters = printed.lower()
    if not letters or not _ROMAN.fullmatch(letters):
        return 0
    values = [_ROMAN_DIGITS[letter] for letter in letters]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))

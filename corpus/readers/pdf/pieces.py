"""The pieces of a page: what becomes a block once the whole document is known."""

from dataclasses import dataclass
from enum import Enum, auto

JOINT = "\x02"
"""Stands in a text where a line ended with a hyphen that may or may not belong to the word."""

# A line may end behind these without a space standing there.
_ATTACHED = ("/", "—")


class Form(Enum):
    """The form a piece has on the page."""

    TEXT = auto()
    ITEM = auto()
    CONTINUATION = auto()
    ROW = auto()
    HEAD_ROW = auto()
    NOTE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Text that belongs together.

    `marker` is a list item's own, or a note's number; `level` an item's nesting from 0; `cells` a
    row's; `opens` says that a row is the first of its table. `apart` says that the page sets the
    piece apart from what follows or comes before.
    """

    form: Form
    text: str = ""
    marker: str = ""
    level: int = 0
    cells: tuple[str, ...] = ()
    opens: bool = False
    size: float = 0.0
    bold: bool = False
    apart: bool = False
    lines: int = 1
    page: int = 0
    reference: int = 0

    @property
    def printed(self) -> str:
        """The text with its marker."""
        return f"{self.marker} {self.text}" if self.marker else self.text


def joined(text: str, more: str) -> str:
    """Return a line with the next line of its paragraph behind it."""
    last, before = text[-1:], text[-2:-1].isalnum()
    if last == "-" and before and more[:1].islower():
        return f"{text}{JOINT}{more}"
    if last == "-" and before and (more[:1].isalnum() or more[:1] == "/"):
        return text + more
    attached = last in _ATTACHED and before and more[:1].isalnum()
    return text + more if attached else f"{text} {more}"

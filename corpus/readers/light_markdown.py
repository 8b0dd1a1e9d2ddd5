"""Writing light Markdown (ADR 6), with the offset at which each page starts.

Characters that light Markdown would misread in running text are written as look-alikes, so that
they never become structure: an asterisk as U+2217 (∗) everywhere, a number sign that opens a line
as U+FF03 (＃), and a bar that opens a line or stands in a table cell as U+2223 (∣).
"""

import re
from collections.abc import Sequence

from corpus.extracted import PageStart

MAX_LEVEL = 6
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUPERSCRIPT_DIGITS = "⁰¹²³⁴⁵⁶⁷⁸⁹"

_INVISIBLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff]"
)
_SPACES = re.compile(r"[^\S\n]+")
_OPENS_LINE = re.compile(r"^[ ]*[#|]", re.M)
_LOOK_ALIKES = str.maketrans({"#": "＃", "|": "∣"})


def literal(text: str) -> str:
    """Return running text with white space folded and nothing in it that reads as a mark.

    Line breaks stay; control characters and soft hyphens go.
    """
    folded = _SPACES.sub(" ", _INVISIBLE.sub("", text.replace("\t", " ")).replace("*", "∗"))
    lines = "\n".join(line.strip() for line in folded.split("\n"))
    return _OPENS_LINE.sub(lambda match: match.group().translate(_LOOK_ALIKES), lines).strip()


def superscript(digits: str) -> str:
    """Return digits as superscript characters."""
    return digits.translate(SUPERSCRIPTS)


class LightMarkdown:
    """A text in the making: blocks in reading order, and where each page starts.

    Every method that adds a block leaves out one without text.
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._pages: list[PageStart] = []
        self._pending: list[int] = []
        self._in_list = False

    def page(self, number: int) -> None:
        """Start a page, by the number printed on it; it begins at the next block."""
        self._pending.append(number)

    def heading(self, level: int, text: str) -> None:
        """Add a heading, on one line, at level 1 to 6."""
        line = " ".join(literal(text).split("\n"))
        if line:
            self._add(f"{'#' * min(max(level, 1), MAX_LEVEL)} {line}")

    def paragraph(self, text: str) -> None:
        """Add a paragraph; line breaks in it stay."""
        self._add(_lines(text))

    def continuation(self, text: str) -> None:
        """Add further lines to the block before."""
        self._add(_lines(text), tight=True, keeps_list=True)

    def item(self, marker: str, text: str, level: int = 0) -> None:
        """Add a list item with its marker as printed; items of one list stand without a gap."""
        content = _lines(text)
        if content:
            self._add(f"{'  ' * level}{marker} {content}", tight=self._in_list, keeps_list=True)
            self._in_list = True

    def row(self, cells: Sequence[str], *, first: bool) -> None:
        """Add a table row; the first one of a table stands apart from what is before."""
        written = [" ".join(literal(cell).split()).replace("|", "∣") for cell in cells]
        if any(written):
            self._add(f"| {' | '.join(written)} |", tight=not first)

    def rule(self, columns: int) -> None:
        """Add the rule that closes a table's head."""
        self._add(f"|{'---|' * columns}", tight=True)

    def note(self, mark: str, text: str) -> None:
        """Add a footnote under its mark, given in digits."""
        content = " ".join(literal(text).split("\n"))
        if content:
            self._add(f"{superscript(mark)} {content}")

    def text(self) -> str:
        """Return the text so far, closed by a newline."""
        return "".join(self._parts) + ("\n" if self._parts else "")

    def pages(self) -> tuple[PageStart, ...]:
        """Return where the pages start; pages after the last block start at the end."""
        rest = tuple(PageStart(offset=self._length, number=number) for number in self._pending)
        return (*self._pages, *rest)

    def _add(self, block: str, *, tight: bool = False, keeps_list: bool = False) -> None:
        if not block:
            return
        gap = "" if not self._parts else "\n" if tight else "\n\n"
        start = self._length + len(gap)
        self._pages += [PageStart(offset=start, number=number) for number in self._pending]
        self._pending.clear()
        self._parts += [gap, block]
        self._length = start + len(block)
        self._in_list = keeps_list and self._in_list


def _lines(text: str) -> str:
    return "\n".join(line for line in literal(text).split("\n") if line)

"""Text as quotations are compared: what a word processor changes by itself is made alike.

Kinds of quotation marks, apostrophes and dashes, white space, ligatures, soft hyphens, marks of
footnotes and of lists do not count; letters, capitals, digits and other punctuation do.
"""

import re
import unicodedata
from dataclasses import dataclass

ENDS = " .,;:!?…-\"'"
"""What, at the ends of a folded quotation, belongs to the sentence that quotes."""

_ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»‹›″", '"')
    | dict.fromkeys("‘’‚‛′´`", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff⁰¹²³⁴⁵⁶⁷⁸⁹*", "")
)
_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_LIST_MARK = re.compile(r"(?:(?<=\n)|\A)[ \t]*(?:[-–—•▪◦*>]|o(?=[ \t]))[ \t]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """A text as it is compared, and the range of the original behind each of its characters."""

    text: str
    origins: tuple[tuple[int, int], ...]

    def find(self, other: "Folded", start: int = 0) -> tuple[int, int] | None:
        """Return the range of the original text that says what another says, None without one."""
        at = self.text.find(other.text, start) if other.text else -1
        return None if at < 0 else self.range(at, at + len(other.text))

    def range(self, start: int, end: int) -> tuple[int, int]:
        """Return the range of the original text behind a range of the folded one, not empty."""
        return self.origins[start][0], self.origins[end - 1][1]


def folded(text: str) -> Folded:
    """Return a text as it is compared, without white space around it."""
    marks = [match.span() for match in _LIST_MARK.finditer(text)]
    characters: list[str] = []
    origins: list[tuple[int, int]] = []
    for match in _CLUSTER.finditer(text):
        at = match.start()
        while marks and marks[0][1] <= at:
            marks.pop(0)
        if marks and marks[0][0] <= at:
            continue
        for character in _alike(match.group()):
            if character == " " and (not characters or characters[-1] == " "):
                continue
            characters.append(character)
            origins.append(match.span())
    while characters and characters[-1] == " ":
        characters.pop()
        origins.pop()
    return Folded("".join(characters), tuple(origins))


def _alike(cluster: str) -> str:
    plain = unicodedata.normalize("NFKC", cluster.translate(_ALIKE)).translate(_ALIKE)
    return " " if plain.isspace() else plain.replace("\n", " ").replace("…", "...")


def range_of(quote: str, text: str) -> tuple[int, int] | None:
    """Return where a text has a quotation, but for typography; None where it has not."""
    return folded(text).find(folded(quote))

"""What opens a line: heading marks, numbers, letters, bullets, footnotes, pipes."""

import re
from dataclasses import dataclass, field, replace
from enum import Enum, auto

from corpus.numbering import Numeral, readings
from corpus.source import Line, bare, plain

_HEADING_MARK = re.compile(r"^ {0,3}(#{1,6})\s+(?=\S)")
_BLOCK_HEADING = re.compile(r"^[»›■►]+\s*(?=\S)")
_SUPERSCRIPT_NOTE = re.compile(r"^([⁰¹²³⁴-⁹]{1,4})\s+(?=\S)")
_MARKDOWN_NOTE = re.compile(r"^\s{0,3}\[\^([^\]\s]{1,60})\]:\s*(?=\S)")
_DOTTED = re.compile(r"^([0-9]{1,2}(?:\.[0-9]{1,2}){1,4})\.?\s+(?=\S)")
_NUMBERED = re.compile(r"^\s*(?:\(([0-9]{1,3})\)\s+|([0-9]{1,3})(?:([.)])\s+|°\s*))(?=\S)")
_LETTERED = re.compile(r"^\s*(?:\(([a-z]|[ivx]{2,6})\)|([a-z]|[ivx]{2,6})([.)]))\s+(?=\S)")
_PARAGRAPH = re.compile(
    r"^\s*§+\s*([0-9]{1,3}(?:bis|ter|quater|quinquies|sexies)?)(?:er)?(?:\s*\.\s*(?=\S)|\s+"
    r"(?=[A-ZÀ-ÖØ-Þ]))"
)
# Word and PDF print bullets as characters of a private font; those need no space after them.
_BULLET = re.compile(
    r"^\s*(?:[-–—•*+·◦▪]\s+(?:o\s+)?|o\s+|[•◦▪●○‣⁃\uf02d\uf076\uf0a7\uf0b7\uf0d8\uf0fc]\s*)(?=\S)"
)
_ABBREVIATED = re.compile(r"\w{1,2}\.")


class Form(Enum):
    """The form a block has on the page."""

    TEXT = auto()
    NUMBERED = auto()
    DOTTED = auto()
    LETTERED = auto()
    PARAGRAPH = auto()
    BULLET = auto()
    FOOTNOTE = auto()
    BLOCK_HEADING = auto()
    TABLE_ROW = auto()


LISTED = frozenset({Form.NUMBERED, Form.LETTERED, Form.BULLET})


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """Consecutive lines that belong together; `marker` is the number a marker carries, if any.

    `text_start` is the offset in the source just past the marker; `level` that of its heading
    mark, 0 when it has none; `counted` says that its number stands as in "1.", not as in "1)".
    """

    form: Form
    lines: tuple[Line, ...]
    text_start: int
    marker: str | None = None
    indent: int = 0
    after_blank: bool = True
    level: int = 0
    counted: bool = False

    @property
    def start(self) -> int:
        return self.lines[0].start

    @property
    def end(self) -> int:
        return self.lines[-1].end

    @property
    def first_line(self) -> str:
        """The first line without its marker and emphasis."""
        return bare(self._opening())

    @property
    def last_line(self) -> str:
        return self.first_line if len(self.lines) == 1 else bare(self.lines[-1].text)

    @property
    def title(self) -> str:
        """The first line as a heading's title."""
        opening = self._opening()
        return plain(_without_closing_mark(opening) if self.level else opening)

    @property
    def has_words(self) -> bool:
        """Whether there is more in it than rules, dots and other signs."""
        return any(character.isalnum() for line in self.lines for character in line.text)

    def _opening(self) -> str:
        return self.lines[0].text[self.text_start - self.start :]


@dataclass(slots=True, kw_only=True)
class Opener:
    """Opens blocks; it remembers the last letter of each list, by its indentation."""

    letters: dict[int, tuple[Numeral, ...]] = field(default_factory=dict)

    def open(self, line: Line) -> Block:
        """Return the block a line opens, judged by its marker."""
        if line.text.lstrip().startswith("|"):
            return _block(Form.TABLE_ROW, line, 0)
        if match := _HEADING_MARK.match(line.text):
            inner = heading_block(line.after(match.end()))
            return replace(inner, lines=(line,), level=len(match.group(1)))
        note = _SUPERSCRIPT_NOTE.match(line.text) or _MARKDOWN_NOTE.match(line.text)
        if note:
            return _block(Form.FOOTNOTE, line, note.end(), note.group(1))
        return _numbered(line) or self._listed(line)

    def _listed(self, line: Line) -> Block:
        if match := _PARAGRAPH.match(line.text):
            return _block(Form.PARAGRAPH, line, match.end(), match.group(1))
        if (match := _LETTERED.match(line.text)) and self._is_item(match, line):
            return _block(Form.LETTERED, line, match.end(), match.group(1) or match.group(2))
        if match := _BULLET.match(line.text):
            return _block(Form.BULLET, line, match.end())
        return _block(Form.TEXT, line, 0)

    def _is_item(self, match: re.Match[str], line: Line) -> bool:
        """Whether a letter numbers an item; that of "z. B." and "p. 12" does not."""
        numerals = readings(match.group(1) or match.group(2))
        before = self.letters.get(line.indent, ())
        follows = tuple(n for n in numerals if any(n.follows(b) for b in before))
        first = tuple(n for n in numerals if n.value == 1)
        dotted = match.group(3) == "."
        if dotted and not follows and (not first or _ABBREVIATED.match(line.text, match.end())):
            return False
        self.letters[line.indent] = follows or first or numerals
        return True


def heading_block(line: Line) -> Block:
    """Return the block that a line opens when it is known to be a heading."""
    return _numbered(line) or _block(Form.TEXT, line, 0)


def _without_closing_mark(title: str) -> str:
    stem = title.rstrip().rstrip("#")
    return stem if stem[-1:].isspace() else title


def _numbered(line: Line) -> Block | None:
    if match := _BLOCK_HEADING.match(line.text):
        return _block(Form.BLOCK_HEADING, line, match.end())
    match = _DOTTED.match(line.text)
    # "2.84 miljoen euro" is an amount.
    if match and not line.text[match.end()].islower():
        return _block(Form.DOTTED, line, match.end(), match.group(1))
    if match := _NUMBERED.match(line.text):
        block = _block(Form.NUMBERED, line, match.end(), match.group(1) or match.group(2))
        return replace(block, counted=match.group(3) == ".")
    return None


def _block(form: Form, line: Line, end: int, marker: str | None = None) -> Block:
    return Block(
        form=form,
        lines=(line,),
        text_start=line.start + end,
        marker=marker,
        indent=line.indent,
    )

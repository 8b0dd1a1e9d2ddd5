"""Prints a light Markdown text as a PDF, the way a word processor would, and says what went where.

A4 pages with wrapped lines, a running header and footer, headings in larger or bold type, list
markers with hanging indents, tables as columns, raised footnote marks and notes at the page foot.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path

import reportlab
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP, BOTTOM = 70.0, WIDTH - 70.0, HEIGHT - 80.0, 80.0
BODY, PITCH, GAP, NOTE, NOTE_PITCH = 10.0, 13.0, 7.0, 8.0, 10.0
HEADINGS = {1: (18.0, 22.0), 2: (14.0, 18.0), 3: (12.0, 16.0), 4: (10.0, 13.0)}
SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_PIECE = re.compile(rf"(\*\*|\*|[{SUPERSCRIPT}]+)")
_NUMBERED = re.compile(r"^(\s*)(\d{1,3}\.)\s+")
_BULLET = re.compile(r"^(\s*)-\s+")
_NOTE = re.compile(rf"^([{SUPERSCRIPT}]+)\s+")
_UNCUT = re.compile(r"[.;:!?)\]\"”’»…]$")


def register_fonts() -> None:
    """Register the Vera fonts that come with reportlab."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd", "VeraIt", "VeraBI"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


@dataclass(frozen=True)
class Fragment:
    """Letters of one font; `note` is the number of the footnote mark they are, else empty."""

    text: str
    font: str
    note: str = ""

    def width(self, size: float) -> float:
        return float(
            pdfmetrics.stringWidth(self.text, self.font, size * (0.62 if self.note else 1))
        )


Word = list[Fragment]


@dataclass
class Printer:
    """Draws blocks from top to bottom; `pages` tells for each source offset on which page it is."""

    header: str
    hyphens: bool = False
    columns: int = 1
    pages: dict[int, int] = field(default_factory=dict)
    notes: dict[str, tuple[int, str]] = field(default_factory=dict)
    buffer: BytesIO = field(default_factory=BytesIO)
    page: int = 0
    y: float = 0.0
    foot: list[str] = field(default_factory=list)
    foot_height: float = 0.0

    def __post_init__(self) -> None:
        register_fonts()
        self.canvas = Canvas(self.buffer, pagesize=A4, invariant=True)
        self.open_page()

    def open_page(self) -> None:
        self.page += 1
        self.y = TOP
        self.foot, self.foot_height = [], 0.0
        self.canvas.setFont("VeraIt", 8)
        self.canvas.drawString(LEFT, HEIGHT - 45, self.header)
        self.canvas.setFont("Vera", 8)
        self.canvas.drawRightString(RIGHT, 40, f"Pagina {self.page}")

    def close_page(self) -> None:
        y = BOTTOM + self.foot_height - NOTE_PITCH
        for mark in self.foot:
            offset, text = self.notes[mark]
            self.pages[offset] = self.page
            self.draw([Fragment(mark, "Vera", mark)], LEFT, y, NOTE)
            for line in self.wrap(text, RIGHT - LEFT - 8, NOTE, "Vera"):
                self.draw_words(line, LEFT + 8, y, NOTE)
                y -= NOTE_PITCH
        self.canvas.showPage()

    def finish(self) -> bytes:
        self.close_page()
        self.canvas.save()
        return self.buffer.getvalue()

    def new_page(self) -> None:
        self.close_page()
        self.open_page()

    def room(self, height: float) -> None:
        """Open a page when less than this is left."""
        if self.y - height < BOTTOM + self.foot_height:
            self.new_page()

    def words(self, text: str, font: str) -> Iterator[Word]:
        """Yield the words of a text; emphasis marks switch fonts and superscripts become marks."""
        bold, italic = font == "VeraBd", False
        word: Word = []
        for piece in _PIECE.split(text):
            if piece == "**":
                bold = not bold
            elif piece == "*":
                italic = not italic
            elif piece and piece[0] in SUPERSCRIPT:
                digits = piece.translate(str.maketrans(SUPERSCRIPT, "0123456789"))
                word.append(Fragment(digits, "Vera", digits))
            else:
                name = {(0, 0): "Vera", (1, 0): "VeraBd", (0, 1): "VeraIt"}.get(
                    (bold, italic), "VeraBI"
                )
                for index, part in enumerate(piece.split(" ")):
                    if index and word:
                        yield word
                        word = []
                    if part:
                        word.append(Fragment(part, name))
        if word:
            yield word

    def wrap(self, text: str, width: float, size: float, font: str) -> list[list[Word]]:
        space = pdfmetrics.stringWidth(" ", "Vera", size)
        lines: list[list[Word]] = [[]]
        used = 0.0
        for word in self.words(text, font):
            need = sum(f.width(size) for f in word)
            if lines[-1] and used + space + need > width:
                head, tail = self.split(word, width - used - space, size)
                if head:
                    lines[-1].append(head)
                lines.append([tail])
                used = sum(f.width(size) for f in tail)
            else:
                used += need + (space if lines[-1] else 0)
                lines[-1].append(word)
        return lines

    def split(self, word: Word, room: float, size: float) -> tuple[Word, Word]:
        """Break a word at its own hyphen where that fits, if asked to."""
        fragment = word[0]
        at = fragment.text.find("-") + 1
        if not self.hyphens or at < 2 or at >= len(fragment.text):
            return [], word
        head = Fragment(fragment.text[:at], fragment.font)
        if head.width(size) > room:
            return [], word
        return [head], [Fragment(fragment.text[at:], fragment.font), *word[1:]]

    def draw(self, word: Word, x: float, y: float, size: float) -> float:
        for fragment in word:
            raised = bool(fragment.note)
            self.canvas.setFont(fragment.font, size * 0.62 if raised else size)
            self.canvas.drawString(x, y + size * 0.38 if raised else y, fragment.text)
            x += fragment.width(size)
        return x

    def draw_words(self, words: Sequence[Word], x: float, y: float, size: float) -> None:
        space = pdfmetrics.stringWidth(" ", "Vera", size)
        for word in words:
            x = self.draw(word, x, y, size) + space

    def call_notes(self, line: Sequence[Word]) -> list[str]:
        return [f.note for word in line for f in word if f.note and f.note in self.notes]

    def note_height(self, marks: Sequence[str]) -> float:
        return sum(
            NOTE_PITCH * len(self.wrap(self.notes[m][1], RIGHT - LEFT - 8, NOTE, "Vera"))
            for m in marks
        )

    def paragraph(
        self, lines: Sequence[tuple[int, str]], x: float, marker: str = "", mx: float = 0.0
    ) -> None:
        """Draw the source lines of a block, each wrapped; a page break cuts only open sentences."""
        drawn: list[tuple[int, list[Word], bool]] = []
        for offset, text in lines:
            for index, line in enumerate(self.wrap(text, RIGHT - x, BODY, "Vera")):
                drawn.append((offset, line, index > 0))
        for index, (offset, line, wrapped) in enumerate(drawn):
            marks = self.call_notes(line)
            need = PITCH + self.note_height(marks) + (20 if marks and not self.foot else 0)
            rest = self.uncut(drawn, index)
            if index == 0 or (wrapped and self.cuttable(drawn, index)):
                self.room(need + PITCH * rest)
            self.pages.setdefault(offset, self.page)
            if index == 0 and marker:
                self.draw([Fragment(marker, "Vera")], mx, self.y - BODY, BODY)
            self.draw_words(line, x, self.y - BODY, BODY)
            self.y -= PITCH
            if marks:
                self.foot_height += self.note_height(marks) + (20 if not self.foot else 0)
                self.foot += marks

    def cuttable(self, drawn: Sequence[tuple[int, list[Word], bool]], index: int) -> bool:
        _, line, wrapped = drawn[index]
        if index == 0 or not wrapped:
            return False
        before = "".join(f.text for f in drawn[index - 1][1][-1])
        after = line[0][0].text
        return after[:1].islower() and not _UNCUT.search(before) and not before.endswith("-")

    def uncut(self, drawn: Sequence[tuple[int, list[Word], bool]], index: int) -> int:
        """Return how many further lines have to stay on the same page, with room for a note."""
        count = 0
        for later in range(index + 1, len(drawn)):
            if self.cuttable(drawn, later):
                break
            count += 1
        marks = [
            m for _, line, _ in drawn[index + 1 : index + 1 + count] for m in self.call_notes(line)
        ]
        return count + (3 + int(self.note_height(marks) / PITCH) if marks else 0)

    def heading(self, offset: int, text: str, level: int) -> None:
        size, pitch = HEADINGS[level]
        lines = self.wrap(text, RIGHT - LEFT, size, "VeraBd")
        self.y -= 0 if self.y == TOP else size
        self.room(pitch * len(lines) + 60)
        self.pages[offset] = self.page
        for line in lines:
            self.draw_words(line, LEFT, self.y - size, size)
            self.y -= pitch
        self.y -= GAP

    def table(self, rows: Sequence[tuple[int, list[str]]]) -> None:
        """Draw two columns; a column of page numbers stands at the right edge."""
        numbers = all(cells[1].isdigit() or not cells[1] for _, cells in rows)
        for offset, (first, second) in rows:
            x = LEFT + 110
            lines = self.wrap(second, RIGHT - x, BODY, "Vera") if second else []
            self.room(PITCH * max(1, len(lines)))
            self.pages[offset] = self.page
            self.draw_words(
                next(iter(self.wrap(first, 400, BODY, "Vera"))), LEFT, self.y - BODY, BODY
            )
            if numbers and second:
                self.canvas.drawRightString(RIGHT, self.y - BODY, second)
                lines = lines[:1]
            else:
                for index, line in enumerate(lines):
                    self.draw_words(line, x, self.y - BODY - index * PITCH, BODY)
            self.y -= PITCH * max(1, len(lines)) + (0 if numbers else 2)
        self.y -= GAP


def print_text(source: str, headings: dict[int, int], printer: Printer) -> bytes:
    """Print a light Markdown text; `headings` are the levels of its headings by offset."""
    blocks = list(_blocks(source))
    for block in blocks:
        if match := _NOTE.match(block[0][1]):
            digits = match.group(1).translate(str.maketrans(SUPERSCRIPT, "0123456789"))
            text = " ".join(line for _, line in block)[match.end() :]
            printer.notes[digits] = (block[0][0], text)
    listed = False
    for block in blocks:
        offset, first = block[0]
        if _NOTE.match(first):
            continue
        if offset in headings:
            printer.heading(offset, first, headings[offset])
            listed = False
        elif first.startswith("|"):
            cells = [(o, [c.strip() for c in line.strip("|").split("|")]) for o, line in block]
            printer.table([(o, c) for o, c in cells if any(x.strip("-") for x in c)])
        else:
            listed = _print_block(printer, block, listed)
    return printer.finish()


def _print_block(printer: Printer, block: list[tuple[int, str]], listed: bool) -> bool:
    """Print paragraphs and list items, each item with its further lines."""
    opened: list[tuple[int, str]] = []
    marker, x, mx, numbered = "", LEFT, LEFT, listed
    for offset, line in block:
        number, bullet = _NUMBERED.match(line), _BULLET.match(line)
        if (number or bullet) and opened:
            printer.paragraph(opened, x, marker, mx)
            opened = []
        if number:
            marker, mx, x, numbered = number.group(2), LEFT, LEFT + 20, True
            opened.append((offset, line[number.end() :]))
        elif bullet:
            nested = bool(bullet.group(1)) and numbered
            mx = LEFT + 20 if nested else LEFT + 4
            marker, x = "•", mx + 14
            opened.append((offset, line[bullet.end() :]))
        elif opened and mx == LEFT + 20:
            # Text that goes on with the item around a nested list.
            printer.paragraph(opened, x, marker, mx)
            opened, marker, x = [(offset, line)], "", LEFT + 20
        else:
            opened.append((offset, line.strip()))
    printer.paragraph(opened, x, marker, mx)
    printer.y -= GAP
    return numbered


def _blocks(source: str) -> Iterator[list[tuple[int, str]]]:
    """Yield runs of lines between empty lines, each line with its offset."""
    block: list[tuple[int, str]] = []
    offset = 0
    for line in [*source.split("\n"), ""]:
        if line.strip():
            block.append((offset, line))
        elif block:
            yield block
            block = []
        offset += len(line) + 1

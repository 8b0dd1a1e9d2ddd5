"""Paragraphs and tables of a DOCX file to blocks of light Markdown."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.readers.docx.inline import TAB, Inline, Notes
from corpus.readers.docx.numbering import Marker, Numbering
from corpus.readers.docx.package import W
from corpus.readers.docx.styles import Style, Styles, is_on, numbered, value
from corpus.readers.light_markdown import LightMarkdown
from corpus.readers.lists import OpenLists

_ITEM = re.compile(r"^(?:-|\d{1,3}\.)$")
_SENTENCE = re.compile(r"[.;,]$")
_MAX_BOLD_WORDS = 14
_BODY_LEVEL = 9
_SIZE = 11.0
_MAX_DEPTH = 40
_TRANSPARENT = frozenset(
    [f"{W}{name}" for name in ("sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag")]
)


@dataclass(slots=True)
class Body:
    """Writes blocks, with what is open between them."""

    styles: Styles
    numbering: Numbering
    text: LightMarkdown = field(default_factory=LightMarkdown)
    notes: Notes = field(default_factory=Notes)
    _lists: OpenLists = field(default_factory=OpenLists)
    _note_parts: dict[str, dict[str, Element]] = field(default_factory=dict)
    _noted: int = 0
    _contents: bool = False
    _level: int = 0

    def add_notes(self, kind: str, root: Element | None) -> None:
        """Take in the notes of a kind (footnotes, endnotes)."""
        found = root.findall(f"{W}{kind[:-1]}") if root is not None else []
        self._note_parts[kind] = {note.get(f"{W}id", ""): note for note in found}

    def write(self, blocks: Iterable[Element], depth: int = 0) -> None:
        """Write some blocks in order."""
        if depth > _MAX_DEPTH:
            raise RecursionError
        for block in blocks:
            if block.tag == f"{W}p":
                self._paragraph(block, depth)
            elif block.tag == f"{W}tbl":
                self._table(block, depth)
            elif block.tag in _TRANSPARENT:
                self.write(block, depth + 1)

    def write_notes(self) -> None:
        """Write the notes called since the last time."""
        while self._noted < len(self.notes.called):
            kind, identity = self.notes.called[self._noted]
            self._noted += 1
            note = self._note_parts.get(kind, {}).get(identity)
            paragraphs = note.iter(f"{W}p") if note is not None else ()
            texts = [Inline(self.notes).read(paragraph) for paragraph in paragraphs]
            self.text.note(str(self._noted), " ".join(" ".join(texts).split()))

    def _paragraph(self, paragraph: Element, depth: int) -> None:
        properties = paragraph.find(f"{W}pPr")
        style = self.styles.style(value(properties, "pStyle"))
        inline = Inline(self.notes)
        text = inline.read(paragraph, bold=style.bold)
        # A paragraph without text is not numbered either.
        marker = self._marker(properties, style) if text.strip() else None
        if text.strip():
            self._write(text, marker, style, self._heading(properties, style), inline.bold)
        for box in inline.boxes:
            self.write(box, depth + 1)

    def _write(
        self, text: str, marker: Marker | None, style: Style, heading: int, bold: bool
    ) -> None:
        printed = f"{marker.text} {text}" if marker is not None and marker.text else text
        if style.contents and self._contents_row(printed):
            return
        self._contents = False
        if not heading and bold and self._looks_like_heading(text, marker):
            self._heading_at(self._level + 1, printed)
        elif heading:
            self._level = heading
            self._heading_at(heading, printed)
        elif marker is not None and _ITEM.match(marker.text):
            level = self._lists.level(marker.marker_x, marker.text_x, _SIZE)
            self.text.item(marker.text, text.replace(TAB, " "), level)
        else:
            self._lists.passed(0.0, _SIZE)
            self.text.paragraph(printed.replace(TAB, " "))

    def _heading_at(self, level: int, text: str) -> None:
        self.write_notes()
        self._lists.close()
        self.text.heading(level, text.replace(TAB, " "))

    def _contents_row(self, text: str) -> bool:
        """Write an entry of a table of contents as title and page."""
        parts = [part.strip() for part in text.split(TAB) if part.strip()]
        if not parts:
            return False
        paged = len(parts) > 1 and parts[-1].isdigit()
        title = " ".join(parts[:-1] if paged else parts)
        self.text.row([title, parts[-1] if paged else ""], first=not self._contents)
        self._contents = True
        return True

    def _marker(self, properties: Element | None, style: Style) -> Marker | None:
        stated = numbered(properties)
        if stated is None or (not stated.id and style.numbered is not None):
            stated = style.numbered
        if stated is None or stated.id in ("", "0"):
            return None
        return self.numbering.marker(stated)

    @staticmethod
    def _heading(properties: Element | None, style: Style) -> int:
        level = value(properties, "outlineLvl")
        if level is not None and level.isdigit():
            return int(level) + 1 if int(level) < _BODY_LEVEL else 0
        return style.heading

    @staticmethod
    def _looks_like_heading(text: str, marker: Marker | None) -> bool:
        words = text.split()
        short = 0 < len(words) <= _MAX_BOLD_WORDS and "\n" not in text.strip()
        listed = marker is not None and (marker.text == "-" or text.rstrip()[-1:] in ":?!")
        return short and not listed and not _SENTENCE.search(text.strip())

    def _table(self, table: Element, depth: int) -> None:
        rows = [(row, _cells(row)) for row in _rows(table)]
        if all(len(cells) < 2 for _, cells in rows):
            for cell in [cell for _, cells in rows for cell in cells if cell is not None]:
                self.write(cell, depth + 1)
            return
        self._contents = False
        self._lists.close()
        head_open = False
        for index, (row, cells) in enumerate(rows):
            head = is_on(row.find(f"{W}trPr"), "tblHeader")
            if head_open and not head:
                self.text.rule(len(cells))
            self.text.row([self._cell(cell) for cell in cells], first=index == 0)
            head_open = head

    def _cell(self, cell: Element | None) -> str:
        if cell is None:
            return ""
        texts: list[str] = []
        for paragraph in cell.iter(f"{W}p"):
            properties = paragraph.find(f"{W}pPr")
            style = self.styles.style(value(properties, "pStyle"))
            text = Inline(self.notes).read(paragraph)
            marker = self._marker(properties, style) if text.strip() else None
            texts.append(f"{marker.text} {text}" if marker is not None else text)
        return " ".join(" ".join(texts).split())


def _rows(table: Element) -> list[Element]:
    """Return the rows of a table, those in content controls too, not those of inner tables."""
    found: list[Element] = []
    stack = list(reversed(table))
    while stack:
        element = stack.pop()
        if element.tag == f"{W}tr":
            found.append(element)
        elif element.tag in _TRANSPARENT:
            stack.extend(reversed(element))
    return found


def _cells(row: Element) -> list[Element | None]:
    """Return the cells of a row; None where a cell above or to the left reaches over."""
    cells: list[Element | None] = []
    stack = list(reversed(row))
    while stack:
        element = stack.pop()
        if element.tag in _TRANSPARENT:
            stack.extend(reversed(element))
        if element.tag != f"{W}tc":
            continue
        properties = element.find(f"{W}tcPr")
        merged = value(properties, "vMerge")
        cells.append(None if merged is not None and merged != "restart" else element)
        span = value(properties, "gridSpan") or "1"
        cells += [None] * (min(int(span), 60) - 1 if span.isdigit() else 0)
    return cells

"""The elements of an HTML page to blocks of light Markdown, in order."""

import re
from collections.abc import Iterable

from bs4 import BeautifulSoup, Tag

from corpus.readers.html_inline import Inline
from corpus.readers.html_notes import notes_of
from corpus.readers.html_tables import is_layout, rows_of
from corpus.readers.html_tree import attribute, has_blocks, is_block, is_left_out, is_text
from corpus.readers.light_markdown import SUPERSCRIPT_DIGITS, LightMarkdown
from corpus.readers.numerals import numeral

_HEADING = re.compile(r"^h([1-6])$")
_NOTE_START = re.compile(rf"^([{SUPERSCRIPT_DIGITS}]{{1,3}})\s*(?=\S)")
_NOTE_NUMBER = re.compile(r"^[\s(\[]*(\d{1,3}|[⁰¹²³⁴-⁹]{1,3})[)\].]?\s+")
_PARAGRAPHS = re.compile(r"\n\s*\n")
_MAX_DEPTH = 300
_PARAGRAPH_LIKE = frozenset(["p", "div", "span", "section", "center", "b", "strong", "em", "i"])
_END = object()


class HtmlBlocks:
    """Writes the elements of one page."""

    def __init__(self, soup: BeautifulSoup) -> None:
        self._notes = notes_of(soup)
        self._inline = Inline()
        self._text = LightMarkdown()

    def written(self, root: Tag) -> str:
        """Return an element's text in light Markdown."""
        self._flow(root.contents, 0)
        return self._text.text()

    def _flow(self, nodes: Iterable[object], depth: int) -> None:
        """Write nodes: inline ones next to each other are one paragraph."""
        if depth > _MAX_DEPTH:
            raise RecursionError
        pending: list[object] = []
        for node in nodes:
            if isinstance(node, Tag) and not is_left_out(node):
                if is_block(node) or has_blocks(node):
                    self._paragraph(pending)
                    pending = []
                    self._block(node, depth)
                else:
                    pending.append(node)
            elif is_text(node):
                pending.append(node)
        self._paragraph(pending)

    def _block(self, tag: Tag, depth: int) -> None:
        heading = _HEADING.match(tag.name)
        if id(tag) in self._notes:
            self._note(tag, self._notes[id(tag)])
        elif heading:
            self._text.heading(int(heading.group(1)), self._inline.read(tag.contents))
        elif tag.name in ("ul", "ol"):
            self._list(tag, 0, depth)
        elif tag.name == "table" and not is_layout(tag):
            self._table(tag)
        elif tag.name == "dl":
            self._terms(tag)
        elif tag.name == "pre":
            self._text.paragraph(tag.get_text())
        else:
            self._flow(tag.contents, depth + 1)

    def _paragraph(self, nodes: list[object]) -> None:
        for paragraph in _PARAGRAPHS.split(self._inline.read(nodes)):
            match = _NOTE_START.match(paragraph)
            spaced = f"{match.group(1)} {paragraph[match.end() :]}" if match else paragraph
            self._text.paragraph(spaced)

    def _note(self, tag: Tag, number: str) -> None:
        text = " ".join(self._inline.read(tag.contents, note=True).split())
        match = _NOTE_NUMBER.match(text)
        self._text.note(number, text[match.end() :] if match else text)

    def _list(self, tag: Tag, level: int, depth: int) -> None:
        if depth > _MAX_DEPTH:
            raise RecursionError
        counter = _integer(attribute(tag, "start"), 1)
        for item in tag.children:
            if not isinstance(item, Tag) or is_left_out(item):
                continue
            if item.name in ("ul", "ol"):
                self._list(item, level + 1, depth + 1)
                continue
            counter = _integer(attribute(item, "value"), counter)
            marker = "-"
            if tag.name == "ol":
                marker = f"{numeral(counter, attribute(tag, 'type') or '1')}."
                counter += 1
            if id(item) in self._notes:
                self._note(item, self._notes[id(item)])
            else:
                self._item(item, marker, level, depth)

    def _item(self, item: Tag, marker: str, level: int, depth: int) -> None:
        """Write a list item: its first paragraph, then what follows in it, then its own lists."""
        first = True
        for part in _parts(item):
            if isinstance(part, Tag):
                if part.name in ("ul", "ol"):
                    if first:
                        self._text.item(marker, "…", level)
                        first = False
                    self._list(part, level + 1, depth + 1)
                else:
                    self._block(part, depth + 1)
                continue
            for text in _PARAGRAPHS.split(self._inline.read(part)):
                if not text.strip():
                    continue
                if first:
                    self._text.item(marker, text, level)
                else:
                    self._text.continuation(text)
                first = False

    def _table(self, tag: Tag) -> None:
        caption = tag.find("caption")
        if caption is not None:
            self._paragraph(list(caption.contents))
        head_open = False
        for index, row in enumerate(rows_of(tag)):
            cells = [self._inline.read([cell], flat=True) if cell else "" for cell in row.cells]
            if head_open and not row.head:
                self._text.rule(len(cells))
            self._text.row(cells, first=index == 0)
            head_open = row.head

    def _terms(self, tag: Tag) -> None:
        """Write a list of terms as a table of two columns."""
        term, first = "", True
        for child in tag.find_all(["dt", "dd"]):
            if child.find_parent("dl") is not tag:
                continue
            if id(child) in self._notes:
                self._note(child, self._notes[id(child)])
            elif child.name == "dt":
                term = self._inline.read([child], flat=True)
            else:
                self._text.row([term, self._inline.read([child], flat=True)], first=first)
                first = False


def _parts(item: Tag) -> list[Tag | list[object]]:
    """Return an item's content in order: its paragraphs as lists of nodes, and other elements."""
    parts: list[Tag | list[object]] = []
    paragraph: list[object] = []
    stack: list[object] = list(reversed(item.contents))
    while stack:
        node = stack.pop()
        if not isinstance(node, Tag):
            if node is _END:
                parts.append(paragraph)
                paragraph = []
            elif is_text(node):
                paragraph.append(node)
        elif is_left_out(node):
            continue
        elif not is_block(node) and not has_blocks(node):
            paragraph.append(node)
        else:
            parts.append(paragraph)
            paragraph = []
            if node.name in _PARAGRAPH_LIKE:
                stack.append(_END)
                stack.extend(reversed(node.contents))
            else:
                parts.append(node)
    return [*parts, paragraph]


def _integer(value: str, default: int) -> int:
    return int(value) if value.strip().lstrip("-").isdigit() and len(value) < 9 else default

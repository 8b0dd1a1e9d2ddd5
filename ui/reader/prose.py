"""Text as HTML: emphasis, footnote marks, short forms, inner lists and the highlighted quote.

Every character of the text stays in the page, list dashes too, so that what a reader copies is
what the plan says.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from assistant import Emphasis
from ui.reader.abbreviations import Meaning
from ui.reader.highlight import Ranges

_DASH = "- "
_CELL = " | "
_ABBREVIATION = Markup('<abbr tabindex="0" title="{}">{}</abbr>')
_FOREIGN = Markup('<abbr tabindex="0" title="{}" lang="{}"><span lang="{}">{}</span></abbr>')


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A footnote's mark at `start:end` of a text, and what the note says.

    `name` is how the note is called, `address` where it stands, and `id` the mark's own anchor,
    empty where it has none.
    """

    start: int
    end: int
    name: str
    text: str
    address: str
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A text and all that is shown in it; `listed` says that every line is an item of a list."""

    text: str
    language: str
    listed: bool = False
    emphasis: tuple[Emphasis, ...] = ()
    marked: Ranges = ()
    notes: tuple[Note, ...] = ()
    short: tuple[tuple[int, int, Meaning], ...] = ()

    def block(self) -> Markup:
        """Return the text, its lines as paragraphs and its dashed lines as a list."""
        parts: list[Markup] = []
        for dashed, lines in groupby(self._lines(), key=self._is_item):
            if dashed:
                items = Markup("").join(self._item(*line) for line in lines)
                parts.append(Markup('<ul class="dashes" role="list">{}</ul>').format(items))
            else:
                inline = (self._inline(*line) for line in lines)
                parts.extend(Markup("<p>{}</p>").format(text) for text in inline)
        return Markup("").join(parts)

    def cells(self) -> tuple[Markup, ...]:
        """Return the cells of a table row."""
        found: list[Markup] = []
        start = 0
        for cell in self.text.split(_CELL):
            found.append(self._inline(start, start + len(cell)))
            start += len(cell) + len(_CELL)
        return tuple(found)

    def _lines(self) -> Iterator[tuple[int, int]]:
        start = 0
        for line in self.text.split("\n"):
            yield start, start + len(line)
            start += len(line) + 1

    def _is_item(self, line: tuple[int, int]) -> bool:
        # The first entry of a framework list has no dash in the passage's text.
        return self.listed or self.text.startswith(_DASH, line[0])

    def _item(self, start: int, end: int) -> Markup:
        bare = "" if self.text.startswith(_DASH, start) else Markup(' class="bare"')
        return Markup("<li{}>{}</li>").format(bare, self._inline(start, end))

    def _inline(self, start: int, end: int) -> Markup:
        parts: list[Markup] = []
        for highlighted, group in groupby(
            self._pieces(start, end), key=lambda piece: _inside(piece[0], piece[1], self.marked)
        ):
            text = Markup("").join(self._styled(*piece) for piece in group)
            parts.append(Markup("<mark>{}</mark>").format(text) if highlighted else text)
        return Markup("").join(parts)

    def _styled(self, start: int, end: int) -> Markup:
        html = escape(self.text[start:end])
        for note in self.notes:
            if (note.start, note.end) == (start, end):
                html = _note(note, html)
        for low, high, meaning in self.short:
            if (low, high) == (start, end):
                html = self._abbreviation(meaning, html)
        for emphasis in self.emphasis:
            if _inside(start, end, ((emphasis.start, emphasis.end),)):
                tag = Markup("<strong>{}</strong>") if emphasis.strong else Markup("<em>{}</em>")
                html = tag.format(html)
        return html

    def _abbreviation(self, meaning: Meaning, html: Markup) -> Markup:
        if meaning.language == self.language:
            return _ABBREVIATION.format(meaning.text, html)
        return _FOREIGN.format(meaning.text, meaning.language, self.language, html)

    def _pieces(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches of text within which nothing changes."""
        edges = {start, end}
        edges.update(edge for pair in self.marked for edge in pair)
        edges.update(edge for e in self.emphasis for edge in (e.start, e.end))
        edges.update(edge for n in self.notes for edge in (n.start, n.end))
        edges.update(edge for low, high, _ in self.short for edge in (low, high))
        yield from pairwise(sorted(edge for edge in edges if start <= edge <= end))


def _note(note: Note, html: Markup) -> Markup:
    anchor = Markup(' id="{}"').format(note.id) if note.id else Markup("")
    return Markup(
        '<a class="note" role="doc-noteref"{} href="#{}" aria-label="{}" title="{}">{}</a>'
    ).format(anchor, note.address, note.name, note.text, html)


def _inside(start: int, end: int, ranges: Ranges) -> bool:
    return any(low <= start and end <= high for low, high in ranges)

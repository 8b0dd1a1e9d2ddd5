"""A passage's text as HTML: emphasis, footnote marks, inner lists and the highlighted quote.

Every character of the text stays in the page, list dashes too, so that what a reader copies is
what the plan says.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from assistant import Kind, Passage
from ui.reader.highlight import Ranges

_DASH = "- "
_CELL = " | "
_NOTE = Markup('<a class="note" role="doc-noteref" id="{}" href="#{}" title="{}">{}</a>')


def reference_id(passage: Passage, number: int) -> str:
    """Return the element id of the place where a passage refers to a footnote."""
    return f"ref-{number}:{passage.address}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Prose:
    """How the passages of one page are printed.

    `marked` holds the highlighted ranges by passage id, `notes` the addresses of footnotes by
    passage id, and `note` how a footnote is named, with `{number}`.
    """

    marked: Mapping[str, Ranges]
    notes: Mapping[str, str]
    note: str

    def block(self, passage: Passage) -> Markup:
        """Return the text, its lines as paragraphs and its dashed lines as a list."""
        parts: list[Markup] = []
        for dashed, lines in groupby(_lines(passage), key=lambda line: _is_item(passage, line)):
            if dashed:
                items = Markup("").join(self._item(passage, *line) for line in lines)
                parts.append(Markup('<ul class="dashes" role="list">{}</ul>').format(items))
            else:
                inline = (self._inline(passage, *line) for line in lines)
                parts.extend(Markup("<p>{}</p>").format(text) for text in inline)
        return Markup("").join(parts)

    def cells(self, passage: Passage) -> tuple[Markup, ...]:
        """Return the cells of a table row."""
        found: list[Markup] = []
        start = 0
        for cell in passage.text.split(_CELL):
            found.append(self._inline(passage, start, start + len(cell)))
            start += len(cell) + len(_CELL)
        return tuple(found)

    def _item(self, passage: Passage, start: int, end: int) -> Markup:
        bare = "" if passage.text.startswith(_DASH, start) else Markup(' class="bare"')
        return Markup("<li{}>{}</li>").format(bare, self._inline(passage, start, end))

    def _inline(self, passage: Passage, start: int, end: int) -> Markup:
        marked = self.marked.get(passage.id, ())
        parts: list[Markup] = []
        pieces = _pieces(passage, start, end, marked)
        for highlighted, group in groupby(
            pieces, key=lambda piece: _inside(piece[0], piece[1], marked)
        ):
            text = Markup("").join(self._styled(passage, *piece) for piece in group)
            parts.append(Markup("<mark>{}</mark>").format(text) if highlighted else text)
        return Markup("").join(parts)

    def _styled(self, passage: Passage, start: int, end: int) -> Markup:
        html = escape(passage.text[start:end])
        for mark in passage.footnotes:
            if mark.offset == start:
                here, there = reference_id(passage, mark.number), self.notes[mark.passage]
                html = _NOTE.format(here, there, self.note.format(number=mark.number), html)
        for emphasis in passage.emphasis:
            if _inside(start, end, ((emphasis.start, emphasis.end),)):
                tag = Markup("<strong>{}</strong>") if emphasis.strong else Markup("<em>{}</em>")
                html = tag.format(html)
        return html


def _lines(passage: Passage) -> Iterator[tuple[int, int]]:
    start = 0
    for line in passage.text.split("\n"):
        yield start, start + len(line)
        start += len(line) + 1


def _is_item(passage: Passage, line: tuple[int, int]) -> bool:
    # The first entry of a framework list has no dash in the passage's text.
    return passage.kind is Kind.FRAMEWORK_LIST or passage.text.startswith(_DASH, line[0])


def _pieces(passage: Passage, start: int, end: int, marked: Ranges) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text within which nothing changes."""
    edges = {start, end}
    edges.update(edge for pair in marked for edge in pair)
    edges.update(edge for e in passage.emphasis for edge in (e.start, e.end))
    edges.update(
        edge for m in passage.footnotes for edge in (m.offset, m.offset + len(str(m.number)))
    )
    ordered = sorted(edge for edge in edges if start <= edge <= end)
    yield from pairwise(ordered)


def _inside(start: int, end: int, ranges: Ranges) -> bool:
    return any(low <= start and end <= high for low, high in ranges)

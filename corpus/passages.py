"""Sections to passages: each piece of text that can be found and cited on its own."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corpus import vocabulary
from corpus.addresses import Addresses, Segments, short_slug
from corpus.document import Kind, Passage, Section, Span
from corpus.flow import Entry, entries_of
from corpus.footnotes import Homes, Note, key_of, with_footnotes
from corpus.headings import lists_frameworks, sets_goals
from corpus.markers import Block, Form
from corpus.outline import Placed
from corpus.paragraphs import MAX_PARAGRAPH_WORDS, parts_of
from corpus.rows import cells_of, is_rule, row_spans
from corpus.sentences import sentences
from corpus.source import ReadingText, read_spans
from corpus.themes import Ancestry

MAX_WORDS_WITH_LIST = 120
"""A paragraph and the list it introduces are one passage up to this many words."""


def passages_of(
    source: str, placed: Sequence[Placed], footnotes: Sequence[Block]
) -> tuple[Passage, ...]:
    """Return the passages of a document in source order.

    Args:
        source: The document's text.
        placed: Its sections with their running blocks.
        footnotes: Its footnote blocks, wherever they were printed.
    """
    maker = _Maker(source, [p.section for p in placed])
    running = [passage for p in placed for passage in maker.section_passages(p)]
    notes = maker.notes(footnotes, Homes(running))
    linked = with_footnotes(running, notes)
    return tuple(sorted([*linked, *(n.passage for n in notes)], key=lambda p: p.char_start))


def passage_id(document: str, address: str) -> str:
    """Return the id of the passage at an address; it has no slash, so it fits in a URL path."""
    return f"{document}:{address.replace('/', ':')}"


class _Maker:
    """Turns the entries of a document's sections into passages with unique addresses."""

    def __init__(self, source: str, sections: Sequence[Section]) -> None:
        self._source = source
        self._root = sections[0]
        self._sections = {section.address: section for section in sections}
        self._ancestry = Ancestry(sections)
        self._addresses = Addresses(self._sections)

    def section_passages(self, placed: Placed) -> Iterator[Passage]:
        """Yield the passages that stand directly under one heading."""
        section = placed.section
        rows = [block for block in placed.blocks if block.form is Form.TABLE_ROW]
        yield from self._rows(section, rows)
        others = [block for block in placed.blocks if block.form is not Form.TABLE_ROW]
        # A line of rules, dots or stars separates; it says nothing that could be cited.
        entries = entries_of([block for block in others if block.has_words])
        if lists_frameworks(section.kind, section.title) and self._is_one_list(entries):
            whole = entries[0].with_lines(entries[1:]).spans()
            yield self._passage(section, Kind.FRAMEWORK_LIST, "list", self._read(whole))
        else:
            yield from self._entries(section, entries)

    def notes(self, blocks: Sequence[Block], homes: Homes) -> tuple[Note, ...]:
        """Return the footnotes, each placed where its mark stands."""
        found: list[Note] = []
        for position, block in enumerate(blocks, start=1):
            key = key_of(block)
            home = homes.of(block)
            section = self._sections[home.section] if home is not None else self._root
            spans = [replace(span, line_break=False) for span in entries_of([block])[0].spans()]
            segment = f"n{int(key)}" if key.isdecimal() else f"n-{short_slug(key) or position}"
            passage = self._passage(section, Kind.FOOTNOTE, segment, self._read(spans))
            number = int(key) if key.isdecimal() else position
            found.append(Note(key=key, number=number, block=block, passage=passage))
        return tuple(found)

    def _is_one_list(self, entries: Sequence[Entry]) -> bool:
        words = sum(
            len(line.text.split()) for e in entries for p in e.parts for line in p.block.lines
        )
        bulleted = bool(entries) and all(entry.form is Form.BULLET for entry in entries)
        return bulleted and words <= MAX_PARAGRAPH_WORDS

    def _entries(self, section: Section, entries: Sequence[Entry]) -> Iterator[Passage]:
        above = self._ancestry.path(section.address)
        goals = any(sets_goals(s.kind, s.title) for s in above)
        segments = Segments()
        lead: str | None = None
        index = 0
        while index < len(entries):
            entry, index = self._with_short_list(entries, index)
            segment = segments.of(entry.form, entry.marker)
            reading = self._read(entry.spans())
            if entry.form in (Form.TEXT, Form.PARAGRAPH):
                lead = _last_sentence(reading.text) if entry.opens_list else None
                yield from self._paragraph(section, segment, reading)
            else:
                goal = goals and entry.form in (Form.NUMBERED, Form.DOTTED)
                kind = Kind.GOAL if goal else Kind.LIST_ITEM
                yield self._passage(section, kind, segment, reading, lead)

    def _paragraph(self, section: Section, segment: str, reading: ReadingText) -> Iterator[Passage]:
        for number, part in enumerate(parts_of(reading), start=1):
            name = segment if number == 1 else f"{segment}-{number}"
            yield self._passage(section, Kind.PARAGRAPH, name, part)

    def _with_short_list(self, entries: Sequence[Entry], index: int) -> tuple[Entry, int]:
        """Return the entry at `index`, with the list it introduces if that is short."""
        entry, following = entries[index], index + 1
        if entry.form is not Form.TEXT or not entry.opens_list:
            return entry, following
        # A list of more items than words allowed is not even looked through.
        end = following
        while entries[end : end + 1] and entries[end].form is Form.BULLET:
            end += 1
            if end - following > MAX_WORDS_WITH_LIST:
                return entry, following
        whole = entry.with_lines(entries[following:end])
        words = len(self._read(whole.spans()).text.split())
        return (whole, end) if words <= MAX_WORDS_WITH_LIST else (entry, following)

    def _rows(self, section: Section, rows: Sequence[Block]) -> Iterator[Passage]:
        glossary = vocabulary.GLOSSARY.search(section.title) is not None
        for number, block in enumerate(rows, start=1):
            line = block.lines[0]
            cells = cells_of(line.text)
            if is_rule(line.text):
                continue
            two = glossary and len(cells) == 2
            segment = (short_slug(cells[0]) if two else "") or f"r{number}"
            kind = Kind.ABBREVIATION if two else Kind.TABLE_ROW
            yield self._passage(
                section, kind, segment, self._read(row_spans(line.start, line.text))
            )

    def _read(self, spans: Sequence[Span]) -> ReadingText:
        return read_spans(self._source, spans)

    def _passage(
        self,
        section: Section,
        kind: Kind,
        segment: str,
        reading: ReadingText,
        lead: str | None = None,
    ) -> Passage:
        address = self._addresses.unique(f"{section.address}/{segment}")
        path = self._ancestry.path(section.address)
        return Passage(
            id=passage_id(section.document, address),
            document=section.document,
            address=address,
            section=section.address,
            kind=kind,
            audience=section.audience,
            theme=self._ancestry.theme(path),
            section_path=tuple(s.heading for s in path),
            lead=lead,
            text=reading.text,
            spans=reading.spans,
            emphasis=reading.emphasis,
            page=None,
            footnotes=(),
        )


def _last_sentence(text: str) -> str:
    found = sentences(text)
    return text[slice(*found[-1])] if found else text

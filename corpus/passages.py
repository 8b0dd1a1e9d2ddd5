"""Sections to passages: each piece of text that can be found and cited on its own."""

from collections.abc import Iterator, Mapping, Sequence

from corpus import vocabulary
from corpus.blocks import Block, Form, footnote_number
from corpus.document import Kind, Passage, Section, SectionKind, Span
from corpus.flow import Entry, entries_of
from corpus.footnotes import home_of, with_footnotes
from corpus.outline import Placed
from corpus.rows import cells_of, is_rule, row_spans
from corpus.sentences import sentences
from corpus.source import read_spans

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
    sections = {p.section.address: p.section for p in placed}
    maker = _Maker(source, sections, _themed_chapters(placed, sections))
    running = [passage for p in placed for passage in maker.section_passages(p)]
    notes = [maker.footnote(block, running) for block in footnotes]
    linked = [with_footnotes(passage, notes) for passage in running]
    return tuple(sorted([*linked, *notes], key=lambda p: p.char_start))


def passage_id(document: str, address: str) -> str:
    """Return the id of the passage at an address; it has no slash, so it fits in a URL path."""
    return f"{document}:{address.replace('/', ':')}"


def ancestry(sections: Mapping[str, Section], address: str) -> tuple[Section, ...]:
    """Return a section and those above it, outermost first, without the document itself."""
    chain: list[Section] = []
    current: str | None = address
    while current is not None:
        section = sections[current]
        if section.kind is not SectionKind.DOCUMENT:
            chain.append(section)
        current = section.parent
    return tuple(reversed(chain))


def _themed_chapters(placed: Sequence[Placed], sections: Mapping[str, Section]) -> frozenset[str]:
    """Return the chapters whose numbered sections set goals: their sections are the themes."""
    found: set[str] = set()
    for p in placed:
        if p.section.kind is SectionKind.BLOCK and vocabulary.GOALS.search(p.section.title):
            found.add(ancestry(sections, p.section.address)[0].address)
    return frozenset(found)


class _Maker:
    """Turns the entries of a document's sections into passages with unique addresses."""

    def __init__(
        self, source: str, sections: Mapping[str, Section], themed: frozenset[str]
    ) -> None:
        self._source = source
        self._sections = sections
        self._themed = themed
        self._taken = set(sections)

    def section_passages(self, placed: Placed) -> Iterator[Passage]:
        """Yield the passages that stand directly under one heading."""
        section = placed.section
        rows = [block for block in placed.blocks if block.form is Form.TABLE_ROW]
        yield from self._rows(section, rows)
        entries = entries_of([b for b in placed.blocks if b.form is not Form.TABLE_ROW])
        frameworks = section.kind is SectionKind.BLOCK and vocabulary.FRAMEWORKS.search(
            section.title
        )
        if frameworks and entries and all(e.form is Form.BULLET for e in entries):
            yield self._framework_list(section, entries)
        else:
            yield from self._entries(section, entries)

    def footnote(self, block: Block, running: Sequence[Passage]) -> Passage:
        """Return the passage of a footnote, placed where its mark stands."""
        number = footnote_number(block.marker or "")
        section = self._sections[home_of(block, running).section]
        spans = (Span(start=block.text_start, end=block.lines[-1].end),)
        return self._passage(section, Kind.FOOTNOTE, f"n{number}", spans)

    def _entries(self, section: Section, entries: Sequence[Entry]) -> Iterator[Passage]:
        goals = any(
            s.kind is SectionKind.BLOCK and vocabulary.GOALS.search(s.title)
            for s in ancestry(self._sections, section.address)
        )
        paragraphs = bullets = 0
        lead: str | None = None
        index = 0
        while index < len(entries):
            entry, index = self._with_short_list(entries, index)
            if entry.form is Form.TEXT:
                paragraphs += 1
                passage = self._passage(section, Kind.PARAGRAPH, f"p{paragraphs}", entry.spans())
                lead = _last_sentence(passage.text) if entry.opens_list else None
                yield passage
            elif entry.form is Form.BULLET:
                bullets += 1
                yield self._passage(section, Kind.LIST_ITEM, f"b{bullets}", entry.spans(), lead)
            else:
                kind = Kind.GOAL if goals else Kind.LIST_ITEM
                yield self._passage(section, kind, entry.marker or "", entry.spans(), lead)

    def _with_short_list(self, entries: Sequence[Entry], index: int) -> tuple[Entry, int]:
        """Return the entry at `index`, with the list it introduces if that is short."""
        entry, following = entries[index], index + 1
        if entry.form is not Form.TEXT or not entry.opens_list:
            return entry, following
        whole, end = entry, following
        while end < len(entries) and entries[end].form is Form.BULLET:
            whole, end = whole.joined(entries[end]), end + 1
        words = len(read_spans(self._source, whole.spans()).text.split())
        return (whole, end) if words <= MAX_WORDS_WITH_LIST else (entry, following)

    def _framework_list(self, section: Section, entries: Sequence[Entry]) -> Passage:
        whole = entries[0]
        for entry in entries[1:]:
            whole = whole.joined(entry)
        return self._passage(section, Kind.FRAMEWORK_LIST, "list", whole.spans())

    def _rows(self, section: Section, rows: Sequence[Block]) -> Iterator[Passage]:
        glossary = vocabulary.GLOSSARY.search(section.title) is not None
        for number, block in enumerate(rows, start=1):
            line = block.lines[0]
            cells = cells_of(line.text)
            if is_rule(line.text):
                continue
            two = glossary and len(cells) == 2
            segment = vocabulary.slug(cells[0]) if two else f"r{number}"
            kind = Kind.ABBREVIATION if two else Kind.TABLE_ROW
            yield self._passage(section, kind, segment, row_spans(line.start, line.text))

    def _passage(
        self,
        section: Section,
        kind: Kind,
        segment: str,
        spans: Sequence[Span],
        lead: str | None = None,
    ) -> Passage:
        address = self._unique(f"{section.address}/{segment}")
        reading = read_spans(self._source, spans)
        path = ancestry(self._sections, section.address)
        return Passage(
            id=passage_id(section.document, address),
            document=section.document,
            address=address,
            section=section.address,
            kind=kind,
            audience=section.audience,
            theme=self._theme(path),
            section_path=tuple(s.heading for s in path),
            lead=lead,
            text=reading.text,
            spans=reading.spans,
            emphasis=reading.emphasis,
            page=None,
            footnotes=(),
        )

    def _theme(self, path: Sequence[Section]) -> str | None:
        if not path or path[0].address not in self._themed:
            return None
        numbers = [s.number for s in path[1:] if s.kind is SectionKind.NUMBERED and s.number]
        dotted = [n for n in numbers if "." in n]
        return dotted[-1] if dotted else (numbers[0] if numbers else None)

    def _unique(self, address: str) -> str:
        candidate, n = address, 2
        while candidate in self._taken:
            candidate, n = f"{address}-{n}", n + 1
        self._taken.add(candidate)
        return candidate


def _last_sentence(text: str) -> str:
    start, end = sentences(text)[-1]
    return text[start:end]

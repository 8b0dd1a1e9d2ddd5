"""Source text as lines and spans, with offsets in code points kept throughout."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corpus.document import Emphasis, Span

_EMPHASIS = re.compile(r"\*{1,2}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One source line without its newline; `source[start:end] == text`."""

    start: int
    text: str

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        return not self.text.strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadingText:
    """Text as it is read, and the spans of the source it was taken from."""

    text: str
    spans: tuple[Span, ...]
    emphasis: tuple[Emphasis, ...]


def lines_of(source: str) -> Iterator[Line]:
    """Yield every line of the source, blank ones too, in order."""
    start = 0
    for text in source.split("\n"):
        yield Line(start=start, text=text)
        start += len(text) + 1


def plain(text: str) -> str:
    """Return the text without emphasis marks and outer white space."""
    return _EMPHASIS.sub("", text).strip()


def read_spans(source: str, spans: Sequence[Span]) -> ReadingText:
    """Return the reading text of some source runs, emphasis marks taken out of text and spans."""
    kept: list[Span] = []
    emphasis: list[Emphasis] = []
    opened: dict[str, int] = {}
    parts: list[str] = []
    length = 0
    for span in spans:
        if span.line_break:
            kept.append(span)
            parts.append("\n")
            length += 1
            continue
        position = span.start
        for mark in [*_EMPHASIS.finditer(source, span.start, span.end), None]:
            end = mark.start() if mark else span.end
            if end > position:
                kept.append(Span(start=position, end=end))
                parts.append(source[position:end].replace("\n", " "))
                length += end - position
            if mark is None:
                break
            position = mark.end()
            if mark.group() in opened:
                strong = mark.group() == "**"
                emphasis.append(Emphasis(start=opened.pop(mark.group()), end=length, strong=strong))
            else:
                opened[mark.group()] = length
    return ReadingText(text="".join(parts), spans=tuple(kept), emphasis=tuple(emphasis))


def source_range(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the source runs behind `text[start:end]` of a reading text made of `spans`."""
    found: list[Span] = []
    position = 0
    for span in spans:
        length = span.end - span.start
        low, high = max(start, position), min(end, position + length)
        if low < high:
            offset = span.start - position
            found.append(Span(start=low + offset, end=high + offset, line_break=span.line_break))
        position += length
    return tuple(found)

"""Source text as lines and spans, with offsets in code points kept throughout."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from corpus.document import Emphasis, Span
from corpus.emphasis import pairs_in, without_marks


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

    @property
    def indent(self) -> int:
        """Columns of white space before the text."""
        return len(self.text.expandtabs(4)) - len(self.text.expandtabs(4).lstrip())

    def after(self, position: int) -> "Line":
        """Return what is left of the line from a position in it."""
        return Line(start=self.start + position, text=self.text[position:])


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
    return without_marks(text).strip()


def bare(text: str) -> str:
    """Return the text without any asterisk and outer white space, to judge its form by."""
    return text.replace("*", "").strip()


def read_spans(source: str, spans: Sequence[Span]) -> ReadingText:
    """Return the reading text of some source runs, emphasis marks taken out of text and spans."""
    marked = _as_read(source, spans)
    if "*" not in marked and "_" not in marked:
        return ReadingText(text=marked, spans=tuple(spans), emphasis=())
    pairs = pairs_in(marked)
    cuts = sorted((at, at + pair.width) for pair in pairs for at in (pair.opening, pair.closing))
    kept = _between(cuts, len(marked))
    removed = _Removed(cuts)
    return ReadingText(
        text="".join(marked[start:end] for start, end in kept),
        spans=tuple(span for run in slices(spans, kept) for span in run),
        emphasis=tuple(
            Emphasis(
                start=removed.before(pair.opening),
                end=removed.before(pair.closing),
                strong=pair.width == 2,
            )
            for pair in pairs
        ),
    )


def cut(reading: ReadingText, ranges: Sequence[tuple[int, int]]) -> Iterator[ReadingText]:
    """Yield parts of a reading text; the ranges are in order and apart."""
    starts = [start for start, _ in ranges]
    inside: list[list[Emphasis]] = [[] for _ in ranges]
    for e in reading.emphasis:
        for index in range(max(0, bisect_right(starts, e.start) - 1), len(ranges)):
            start, end = ranges[index]
            if start >= e.end:
                break
            if e.start < end:
                low, high = max(e.start, start), min(e.end, end)
                inside[index].append(replace(e, start=low - start, end=high - start))
    for (start, end), spans, emphasis in zip(
        ranges, slices(reading.spans, ranges), inside, strict=True
    ):
        yield ReadingText(text=reading.text[start:end], spans=spans, emphasis=tuple(emphasis))


def slices(spans: Sequence[Span], ranges: Sequence[tuple[int, int]]) -> Iterator[tuple[Span, ...]]:
    """Yield the source runs behind each range of a reading text; ranges are in order and apart."""
    index = position = 0
    for start, end in ranges:
        found: list[Span] = []
        while index < len(spans):
            span = spans[index]
            length = span.end - span.start
            low, high = max(start, position), min(end, position + length)
            if low < high:
                offset = span.start - position
                found.append(replace(span, start=low + offset, end=high + offset))
            if position + length > end:
                break
            index, position = index + 1, position + length
        yield tuple(found)


def source_range(spans: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """Return the source runs behind `text[start:end]` of a reading text made of `spans`."""
    return next(slices(spans, [(start, end)]))


class _Removed:
    """How a position in a text moves when some ranges are cut out of it."""

    def __init__(self, cuts: Sequence[tuple[int, int]]) -> None:
        self._shifts: dict[int, int] = {}
        shift = 0
        for start, end in cuts:
            self._shifts[start] = shift
            shift += end - start

    def before(self, start: int) -> int:
        """Return where a cut that starts here is in the shorter text."""
        return start - self._shifts[start]


def _as_read(source: str, spans: Sequence[Span]) -> str:
    runs = (source[span.start : span.end] for span in spans)
    return "".join(
        run if span.line_break else run.replace("\n", " ")
        for span, run in zip(spans, runs, strict=True)
    )


def _between(cuts: Sequence[tuple[int, int]], length: int) -> list[tuple[int, int]]:
    edges = [0, *(edge for pair in cuts for edge in pair), length]
    ranges = zip(edges[::2], edges[1::2], strict=True)
    return [(start, end) for start, end in ranges if start < end]

"""From a range of the source to the ranges of passages that are highlighted."""

from collections.abc import Mapping, Sequence

from assistant import Kind, Passage

Ranges = tuple[tuple[int, int], ...]

_MAX_DIGITS = 12


def source_offset(value: str | None) -> int | None:
    """Return the offset that a query parameter states, None when it states none."""
    if value is None or len(value) > _MAX_DIGITS or not (value.isascii() and value.isdigit()):
        return None
    return int(value)


def highlights(
    passages: Sequence[Passage], start: int | None, end: int | None
) -> Mapping[str, Ranges]:
    """Return, by passage id, the ranges of `passage.text` that `source[start:end]` covers.

    A footnote printed in the middle of the range is left out: it interrupts the page, not the
    quote.
    """
    if start is None or end is None or start >= end:
        return {}
    found = {
        passage.id: (ranges, passage)
        for passage in passages
        if (ranges := _text_ranges(passage, start, end))
    }
    interrupted = any(p.kind is not Kind.FOOTNOTE for _, p in found.values())
    return {
        key: ranges
        for key, (ranges, passage) in found.items()
        if not (interrupted and passage.kind is Kind.FOOTNOTE)
    }


def _text_ranges(passage: Passage, start: int, end: int) -> Ranges:
    ranges: list[tuple[int, int]] = []
    position = 0
    for span in passage.spans:
        low, high = max(start, span.start), min(end, span.end)
        if low < high:
            begin, stop = position + low - span.start, position + high - span.start
            if ranges and ranges[-1][1] == begin:
                ranges[-1] = (ranges[-1][0], stop)
            else:
                ranges.append((begin, stop))
        position += span.end - span.start
    return tuple(ranges)

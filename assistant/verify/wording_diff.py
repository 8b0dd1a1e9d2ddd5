"""The words of a quotation beside those of the source."""

import re
from collections.abc import Iterator

from rapidfuzz.distance import Levenshtein

from assistant.verify.folded import ENDS, folded
from assistant.verify.verdict import Piece, WordChange

_TOKEN = re.compile(r"\w+(?:[-'’]\w+)*|[^\w\s]")
_CHANGES = {
    "equal": WordChange.SAME,
    "delete": WordChange.ADDED,
    "insert": WordChange.LEFT_OUT,
    "replace": WordChange.CHANGED,
}


def pieces(quote: str, source: str) -> tuple[Piece, ...]:
    """Return a quotation and its source, word by word, in runs that are the same or differ."""
    return tuple(_pieces(quote, source))


def _pieces(quote: str, source: str) -> Iterator[Piece]:
    ours, theirs = list(_TOKEN.finditer(quote)), list(_TOKEN.finditer(source))
    alike = Levenshtein.opcodes(_compared(ours), _compared(theirs))
    for op in alike:
        said = _run(quote, ours, op.src_start, op.src_end)
        is_at_an_end = op.src_start == 0 or op.src_end == len(ours)
        is_of_who_quotes = op.tag == "delete" and is_at_an_end and not folded(said).text.strip(ENDS)
        yield Piece(
            change=WordChange.SAME if is_of_who_quotes else _CHANGES[op.tag],
            quote=said,
            source=_run(source, theirs, op.dest_start, op.dest_end),
        )


def _compared(tokens: list["re.Match[str]"]) -> list[str]:
    return [folded(token.group()).text for token in tokens]


def _run(text: str, tokens: list["re.Match[str]"], start: int, end: int) -> str:
    return text[tokens[start].start() : tokens[end - 1].end()] if start < end else ""

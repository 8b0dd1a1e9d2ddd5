"""The quotations of a draft: between quotation marks of the four languages, or as block quotes."""

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass

# What may close each mark that opens; Dutch also has „so”, German „so“ and »so«.
_CLOSERS = {
    "“": "”",
    "„": "”“",
    "«": "»",
    "»": "«",
    "‹": "›",
    "›": "‹",
    "‘": "’",
    "‚": "‘’",
    '"': '"',
    "'": "'",
    "”": "”",
}
_APOSTROPHES = frozenset("'’‘")
_LONGEST = 4_000
_MOST_INSIDE = 50
"""Marks of the same kind within a quotation; with more, the first was never closed."""

_PARAGRAPH = re.compile(r"\n[ \t\r]*\n")
_BLOCK = re.compile(r"(?:^[ \t]*>[^\n]*(?:\n|\Z))+", re.MULTILINE)
_BLOCK_MARK = re.compile(r"^[ \t]*>[ \t]?", re.MULTILINE)
_SOURCE_LINE = re.compile(r"\n\s*[—–-]{1,2}\s[^\n]*\Z")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation at `start:end` of a draft, its marks included; `text` is without them."""

    start: int
    end: int
    text: str


def quotations(draft: str) -> tuple[Quotation, ...]:
    """Return the quotations of a draft in order; one within another is part of it."""
    blocks = [found for block in _BLOCK.finditer(draft) for found in _block(block)]
    found = [*blocks, *_marked(draft, [(block.start, block.end) for block in blocks])]
    return tuple(sorted(found, key=lambda quotation: quotation.start))


def _block(match: "re.Match[str]") -> Iterator[Quotation]:
    text = _BLOCK_MARK.sub("", match.group()).strip()
    # The line that names the source is no part of the quotation.
    text = _SOURCE_LINE.sub("", text).strip()
    start, end = match.start(), match.start() + len(match.group().rstrip())
    inner = list(_marked(text, []))
    if inner and (inner[0].start, inner[0].end) == (0, len(text)):
        text = inner[0].text
    if _says_something(text):
        yield Quotation(start, end, text)


def _marked(draft: str, skipped: list[tuple[int, int]]) -> Iterator[Quotation]:
    at, ahead = 0, deque(skipped)
    while at < len(draft):
        while ahead and ahead[0][1] <= at:
            ahead.popleft()
        if ahead and ahead[0][0] <= at:
            at = ahead[0][1]
            continue
        end = _close(draft, at) if draft[at] in _CLOSERS and _opens(draft, at) else None
        # What is open where a block quote begins was never closed.
        if end is None or (ahead and ahead[0][0] <= end):
            at += 1
            continue
        text = draft[at + 1 : end].strip()
        if _says_something(text):
            yield Quotation(at, end + 1, text)
        at = end + 1


def _opens(draft: str, at: int) -> bool:
    before, after = draft[at - 1 : at], draft[at + 1 : at + 2]
    if draft[at] in "«‹“„":
        return bool(after)
    # »so« and 'so' open after a space or bracket; otherwise they close, or are an apostrophe.
    return not before.isalnum() and before not in (".", ",", "!", "?", "…") and bool(after.strip())


def _close(draft: str, at: int) -> int | None:
    opener = draft[at]
    closers = _CLOSERS[opener]
    paragraph = _PARAGRAPH.search(draft, at, at + _LONGEST)
    stop = min(len(draft), at + _LONGEST, paragraph.start() if paragraph else len(draft))
    depth = passed = 0
    for index in range(at + 1, stop):
        mark = draft[index]
        if (mark != opener and mark not in closers) or _is_apostrophe(draft, index):
            continue
        passed += 1
        if passed > _MOST_INSIDE:
            break
        if _looks_opening(draft, index):
            depth += 1
        elif mark in closers:
            if depth == 0:
                return index
            depth -= 1
    return None


def _looks_opening(draft: str, at: int) -> bool:
    """Whether a mark stands before a word and after none; “ closes in German, opens elsewhere."""
    before, after = draft[at - 1 : at], draft[at + 1 : at + 2]
    return (before.isspace() or before == "(") and after.isalnum()


def _is_apostrophe(draft: str, at: int) -> bool:
    before, after = draft[at - 1 : at], draft[at + 1 : at + 2]
    return draft[at] in _APOSTROPHES and before.isalnum() and after.isalnum()


def _says_something(text: str) -> bool:
    return any(character.isalpha() for character in text)

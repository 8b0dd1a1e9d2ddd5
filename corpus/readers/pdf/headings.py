"""Which pieces of a document are headings, and how deep: by its outline, else by its type."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.readers.light_markdown import MAX_LEVEL
from corpus.readers.pdf.bookmarks import Bookmark
from corpus.readers.pdf.pieces import JOINT, Form, Piece
from corpus.vocabulary import slug

_LARGER = 1.1
_SMALLER = 0.94
_MAX_WORDS = 25
_MAX_BOLD_WORDS = 16
_MAX_BOLD_LINES = 3
_ENDS_SENTENCE = re.compile(r"[.;,]$")
_NUMBERED_TITLE = re.compile(r"^\d{1,2}\.$")
_LEADING_NUMBER = re.compile(r"^(?:\d+-)+")

Style = tuple[float, bool]


def heading_levels(
    pieces: Sequence[Piece], bookmarks: Mapping[str, Sequence[Bookmark]], body: float
) -> dict[int, int]:
    """Return the levels of the headings by their index among the pieces.

    The outline states levels; a heading it does not list takes the level of those that look like
    it, else one by its type size, larger before smaller and plain size last.
    """
    listed: dict[int, int] = {}
    looking: dict[int, Style] = {}
    for index, piece in enumerate(pieces):
        if piece.form not in (Form.TEXT, Form.ITEM) or not any(map(str.isalpha, piece.text)):
            continue
        looks = _looks_like_heading(piece, body)
        depth = _listed_depth(piece, bookmarks, looks=looks)
        if depth is not None:
            listed[index] = depth
        if depth is not None or looks:
            looking[index] = _style(piece)
    by_style = _levels_of_styles(looking, listed)
    return {index: listed.get(index, by_style[style]) for index, style in looking.items()}


def _style(piece: Piece) -> Style:
    return round(piece.size * 2) / 2, piece.bold


def _looks_like_heading(piece: Piece, body: float) -> bool:
    text, words = piece.printed, len(piece.printed.split())
    if piece.size >= _LARGER * body:
        return words <= _MAX_WORDS and not _ENDS_SENTENCE.search(text)
    if not piece.bold or piece.size < _SMALLER * body or not piece.apart:
        return False
    if piece.form is Form.ITEM and (not _NUMBERED_TITLE.match(piece.marker) or text[-1] in ":?!"):
        return False
    short = words <= _MAX_BOLD_WORDS and piece.lines <= _MAX_BOLD_LINES
    return short and not _ENDS_SENTENCE.search(text)


def _listed_depth(
    piece: Piece, bookmarks: Mapping[str, Sequence[Bookmark]], *, looks: bool
) -> int | None:
    """Return how deep the outline lists a piece, None when it does not."""
    if not bookmarks or len(piece.printed.split()) > 2 * _MAX_WORDS or "\n" in piece.text:
        return None
    printed = slug(piece.printed.replace(f"-{JOINT}", ""))
    bare = _LEADING_NUMBER.sub("", printed)
    entries = [*bookmarks.get(printed, ()), *(bookmarks.get(bare, ()) if bare != printed else ())]
    here = [e for e in entries if e.page == piece.reference and e.page]
    if here:
        return here[0].depth
    # Without a page the same words may stand in running text too.
    anywhere = [e for e in entries if not e.page]
    return anywhere[0].depth if anywhere and looks else None


def _levels_of_styles(looking: Mapping[int, Style], listed: Mapping[int, int]) -> dict[Style, int]:
    seen: defaultdict[Style, Counter[int]] = defaultdict(Counter)
    for index, depth in listed.items():
        seen[looking[index]][depth] += 1
    known = {style: counts.most_common(1)[0][0] for style, counts in seen.items()}
    levels: dict[Style, int] = {}
    level = 0
    for style in _by_rank(looking.values()):
        level = known.get(style, level + 1)
        levels[style] = min(level, MAX_LEVEL)
    return levels


def _by_rank(styles: Iterable[Style]) -> list[Style]:
    """Return the styles from the highest heading to the lowest."""
    return sorted(set(styles), key=lambda style: (-style[0], not style[1]))

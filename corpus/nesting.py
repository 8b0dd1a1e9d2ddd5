"""Which open sections a heading ends, and so where in the text it stands.

Words have ranks (part, title, chapter, …) and numbers continue each other, whatever the size they
are printed in; headings that are nothing else nest by the level of their marks.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from corpus.document import Section, SectionKind
from corpus.headings import Heading, opens_block
from corpus.numbering import Style

_RANKS = {
    kind: rank
    for rank, kind in enumerate(
        (
            SectionKind.PART,
            SectionKind.TITLE,
            SectionKind.CHAPTER,
            SectionKind.DIVISION,
            SectionKind.SUBDIVISION,
            SectionKind.NUMBERED,
            SectionKind.ARTICLE,
            SectionKind.BLOCK,
            SectionKind.GROUP,
        )
    )
}
_NUMBERED = _RANKS[SectionKind.NUMBERED]
_OUTERMOST = frozenset({SectionKind.PLAIN, SectionKind.CONTENTS, SectionKind.ANNEX})


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """An open section and the heading that opened it."""

    section: Section
    heading: Heading


def kept(opened: Sequence[Opened], heading: Heading) -> int:
    """Return how many of the open sections, outermost first, a heading leaves open.

    The first is the document itself, which stays.
    """
    depth = 0
    for index, above in enumerate(opened[1:], start=1):
        if _ends(above.heading, heading, depth):
            return index
        depth += above.heading.kind is SectionKind.NUMBERED
        if _holds_number(above.heading, heading):
            return index + 1
    return len(opened)


def _ends(above: Heading, heading: Heading, depth: int) -> bool:
    """Whether an open heading, `depth` numbered ones above it, ends where another begins."""
    deeper = 0 < above.level < heading.level
    if above.kind in (SectionKind.CONTENTS, SectionKind.PAGE):
        return True
    if above.kind is SectionKind.PLAIN:
        return not (deeper and heading.kind is SectionKind.HEADING)
    if heading.kind in _OUTERMOST:
        return not (deeper and above.kind is SectionKind.HEADING)
    if heading.kind is SectionKind.HEADING:
        return _ends_before_heading(above, deeper=deeper)
    if above.kind is SectionKind.HEADING:
        return _heading_ends(above, heading, deeper=deeper)
    if above.kind is SectionKind.ANNEX:
        return False
    if above.kind is SectionKind.NUMBERED and heading.kind is SectionKind.NUMBERED:
        return _number_ends(above, heading, depth)
    own, rank = _RANKS[above.kind], _RANKS[heading.kind]
    if own > _NUMBERED and heading.kind is SectionKind.NUMBERED and deeper:
        return False
    return own >= rank


def _ends_before_heading(above: Heading, *, deeper: bool) -> bool:
    """Whether an open heading ends before one that is known by its mark alone."""
    if above.level:
        return not deeper
    return _RANKS.get(above.kind, 0) > _NUMBERED


def _heading_ends(above: Heading, heading: Heading, *, deeper: bool) -> bool:
    """Whether a heading known by its mark alone ends before one that is something more."""
    block = opens_block(above.kind, above.title)
    match heading.kind:
        case SectionKind.GROUP:
            return not block and heading.level > 0 and not deeper
        case SectionKind.BLOCK:
            return not deeper if heading.level else block
        case SectionKind.NUMBERED | SectionKind.ARTICLE:
            return above.titles_text or (heading.level > 0 and not deeper)
        case _:
            return True


def _number_ends(above: Heading, heading: Heading, depth: int) -> bool:
    if heading.numeral is not None:
        return depth >= heading.depth
    # "1.3" ends "2." and "1.2", not "1." nor a "II." around them.
    outer = above.numeral is not None and above.numeral.style is not Style.ARABIC
    return not outer and not _is_prefix(above, heading)


def _holds_number(above: Heading, heading: Heading) -> bool:
    """Whether "1." or "1.3" is just above "1.3" or "1.3.1", whatever stands between them."""
    dotted = heading.kind is SectionKind.NUMBERED and heading.numeral is None
    if not dotted or above.kind is not SectionKind.NUMBERED:
        return False
    return _is_prefix(above, heading) and heading.depth == (above.number or "").count(".") + 1


def _is_prefix(above: Heading, heading: Heading) -> bool:
    return (heading.number or "").startswith(f"{above.number}.")

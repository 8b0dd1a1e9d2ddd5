"""Numbered headings: "1. …", "1.3 …", "II. …", "B. …", told from list items and names."""

import re
from collections.abc import Sequence

from corpus.divisions import is_title
from corpus.document import SectionKind
from corpus.headings import Context, Heading, Survey, stands_alone
from corpus.markers import Block, Form
from corpus.numbering import Numeral, Style, readings

MAX_DEPTH = 4
"""Numbered headings inside each other; deeper ones are list items."""

_CAPITAL = re.compile(r"^\s*([IVXLC]{1,6}|[A-Z])[.)]\s+(?=\S)")


def numbered_heading(
    blocks: Sequence[Block], index: int, context: Context, survey: Survey
) -> Heading | None:
    """Return the heading that a block with an Arabic number is, or None when it is an item.

    A heading stands alone, is short and continues the numbering of an open level; where it could
    as well go on with an open list, or start one inside a block, it is an item.
    """
    block = blocks[index]
    if block.marker is None:
        return None
    [numeral] = readings(block.marker)
    if block.level:
        return _heading(block, block.marker, block.title, numeral, _certain(context, numeral))
    if survey.marks_numbers or not block.counted or not _heads(blocks, index, block.first_line):
        return None
    if _has_neighbour(blocks, index, numeral, context):
        return None
    depth = continued(context, numeral)
    continues_list = context.list_number is not None and context.list_number + 1 == numeral.value
    if (context.in_block or context.in_article) and (continues_list or depth is None):
        return None
    if depth is None:
        depth = len(context.numbers)
        if numeral.value != 1 or depth >= MAX_DEPTH:
            return None
    return _heading(block, block.marker, block.title, numeral, depth)


def dotted_heading(block: Block) -> Heading | None:
    """Return the heading that a block with a number such as "1.3" is."""
    if block.marker is None or (not block.level and not _may_be_title(block.first_line)):
        return None
    return Heading(
        kind=SectionKind.NUMBERED,
        number=block.marker,
        title=block.title,
        level=block.level,
        depth=block.marker.count("."),
    )


def capital_heading(
    blocks: Sequence[Block], index: int, context: Context, survey: Survey
) -> Heading | None:
    """Return the heading that a block with a Roman number or a letter is: "II. …", "B. …"."""
    block = blocks[index]
    found = _capital(block)
    if found is None:
        return None
    printed, title = found
    numerals = readings(printed)
    for numeral in numerals:
        depth = continued(context, numeral)
        if depth is not None and (block.level or _heads(blocks, index, title)):
            return _heading(block, printed, title, numeral, depth)
    if block.level:
        numeral = _likeliest(printed, numerals)
        return _heading(block, printed, title, numeral, _certain(context, numeral))
    first = next((n for n in numerals if n.value == 1), None)
    depth = len(context.numbers)
    if first is None or index not in survey.beginnings or depth >= MAX_DEPTH:
        return None
    return None if context.in_block else _heading(block, printed, title, first, depth)


def beginnings(blocks: Sequence[Block]) -> frozenset[int]:
    """Return the blocks that begin a sequence: an "A." that a "B." follows, somewhere after it."""
    found: set[int] = set()
    second = {Style.ROMAN: False, Style.LETTER: False}
    for index in reversed(range(len(blocks))):
        capital = _capital(blocks[index])
        if capital is None or not _heads(blocks, index, capital[1]):
            continue
        for numeral in readings(capital[0]):
            if numeral.value == 1 and second[numeral.style]:
                found.add(index)
            if numeral.value <= 2:
                second[numeral.style] = numeral.value == 2 and not _follows_at_once(
                    blocks, index, numeral
                )
    return frozenset(found)


def continued(context: Context, numeral: Numeral) -> int | None:
    """Return the depth of the innermost open heading that a number comes next after."""
    levels = range(len(context.numbers))
    return next((d for d in reversed(levels) if numeral.follows(context.numbers[d])), None)


def _certain(context: Context, numeral: Numeral) -> int:
    """Return the depth of a heading that is known to be one, also where numbers are missing."""
    depth = continued(context, numeral)
    if depth is not None:
        return depth
    if numeral.value > 1:
        same = [
            d for d, n in enumerate(context.numbers) if n is not None and n.style is numeral.style
        ]
        if same:
            return same[-1]
    return min(len(context.numbers), MAX_DEPTH - 1)


def _likeliest(printed: str, numerals: tuple[Numeral, ...]) -> Numeral:
    first = next((n for n in numerals if n.value == 1), None)
    return first or (numerals[0] if len(printed) > 1 or printed in "IVX" else numerals[-1])


def _capital(block: Block) -> tuple[str, str] | None:
    """Return the printed number of a line such as "II. Titel", and what follows it."""
    if block.form is not Form.TEXT or (len(block.lines) > 1 and not block.level):
        return None
    match = _CAPITAL.match(block.title)
    if match is None or not readings(match.group(1)):
        return None
    return match.group(1), block.title[match.end() :]


def _heads(blocks: Sequence[Block], index: int, title: str) -> bool:
    return stands_alone(blocks, index) and _may_be_title(title)


def _may_be_title(title: str) -> bool:
    return is_title(title) and not title[:1].islower()


def _has_neighbour(blocks: Sequence[Block], index: int, numeral: Numeral, context: Context) -> bool:
    """Whether the item before or after it stands right beside it: then it is a list."""
    before = blocks[index - 1] if index else None
    after = blocks[index + 1] if index + 1 < len(blocks) else None
    return (after is not None and _is_item(after, numeral.value + 1)) or (
        before is not None
        and _is_item(before, numeral.value - 1)
        and context.list_number == numeral.value - 1
    )


def _is_item(block: Block, value: int) -> bool:
    return (
        block.form is Form.NUMBERED
        and not block.level
        and block.marker is not None
        and int(block.marker) == value
    )


def _follows_at_once(blocks: Sequence[Block], index: int, numeral: Numeral) -> bool:
    """Whether the number before it is in the line just before: names of people, not headings."""
    before = _capital(blocks[index - 1]) if index else None
    return before is not None and any(numeral.follows(n) for n in readings(before[0]))


def _heading(block: Block, printed: str, title: str, numeral: Numeral, depth: int) -> Heading:
    return Heading(
        kind=SectionKind.NUMBERED,
        number=printed,
        title=title,
        level=block.level,
        depth=depth,
        numeral=numeral,
    )

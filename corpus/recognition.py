"""Which blocks are headings, and what they are.

Recognition goes by form (heading marks, words such as "hoofdstuk" with a number, numbers that
continue a sequence, "»" marks, short labels before a list), by the text's own table of contents,
and by nothing else.
"""

from collections.abc import Sequence

from corpus import vocabulary
from corpus.contents import is_announcement, names_contents
from corpus.divisions import MAX_TITLE_WORDS
from corpus.document import SectionKind
from corpus.headings import Context, Heading, Survey
from corpus.markers import Block, Form
from corpus.named import article_heading, division_heading
from corpus.numbered import beginnings, capital_heading, dotted_heading, numbered_heading

_MAX_LABEL_WORDS = 6


def survey_of(blocks: Sequence[Block], plain_titles: frozenset[str]) -> Survey:
    """Return what has to be known of a whole text before its headings can be recognised."""
    numbered = (Form.NUMBERED, Form.DOTTED)
    return Survey(
        plain_titles=plain_titles,
        marks_numbers=any(block.level and block.form in numbered for block in blocks),
        beginnings=beginnings(blocks),
        has_title=_has_title(blocks),
    )


def heading_at(
    blocks: Sequence[Block], index: int, context: Context, survey: Survey
) -> Heading | None:
    """Return the heading that `blocks[index]` is, or None when it is running text.

    Args:
        blocks: The blocks of the text without its footnotes.
        index: The block in question.
        context: What is open before it.
        survey: What is known of the whole text.
    """
    block = blocks[index]
    if block.form is Form.BLOCK_HEADING:
        return Heading(kind=SectionKind.BLOCK, title=block.title.rstrip(" :"), level=block.level)
    if block.form is Form.TEXT and (article := article_heading(blocks, index)):
        return article
    single = block.level or len(block.lines) == 1
    if not single or (not block.level and is_announcement(block.lines[0].text)):
        return None
    if block.form is Form.DOTTED:
        return dotted_heading(block)
    if block.form is Form.NUMBERED:
        return numbered_heading(blocks, index, context, survey)
    if block.form is Form.TEXT:
        return _textual(blocks, index, context, survey) or _marked(
            block, titles_text=index == 0 and survey.has_title
        )
    return None


def _textual(
    blocks: Sequence[Block], index: int, context: Context, survey: Survey
) -> Heading | None:
    block = blocks[index]
    title = block.title
    if division := division_heading(blocks, index):
        return division
    if names_contents(block):
        return Heading(kind=SectionKind.CONTENTS, title=title, level=block.level)
    if vocabulary.slug(title) in survey.plain_titles:
        return Heading(kind=SectionKind.PLAIN, title=title, level=block.level)
    if numbered := capital_heading(blocks, index, context, survey):
        return numbered
    if context.in_block and _labels_a_list(blocks, index):
        return Heading(kind=SectionKind.GROUP, title=title.rstrip(" :"), level=block.level)
    return None


def _marked(block: Block, *, titles_text: bool) -> Heading | None:
    if not block.level:
        return None
    return Heading(
        kind=SectionKind.HEADING,
        title=block.title.rstrip(" :"),
        level=block.level,
        titles_text=titles_text,
    )


def _has_title(blocks: Sequence[Block]) -> bool:
    level = blocks[0].level if blocks else 0
    return level > 0 and all(b.level > level for b in blocks[1:] if b.level)


def _labels_a_list(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line in a block of goals is the label of those of one kind or police level."""
    block = blocks[index]
    title = block.first_line
    named = vocabulary.named_audience(title) is not None
    if block.level and named and len(title.split()) <= MAX_TITLE_WORDS:
        return True
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    starts_list = (
        following is not None and following.form is Form.NUMBERED and following.marker == "1"
    )
    label = title.endswith(":") or named
    return starts_list and label and len(title.split()) <= _MAX_LABEL_WORDS

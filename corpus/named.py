"""Headings named by a word and a number: "Hoofdstuk 2", "Titel II", "Art. 12", and their titles."""

from collections.abc import Sequence
from dataclasses import replace

from corpus.contents import names_contents
from corpus.divisions import Article, article_in, division_in, is_title
from corpus.document import SectionKind
from corpus.headings import Heading, stands_alone
from corpus.markers import Block, Form, Opener

_MAX_ARTICLE_TITLE_WORDS = 8
_INNER = frozenset({Form.PARAGRAPH, Form.NUMBERED, Form.LETTERED})


def division_heading(blocks: Sequence[Block], index: int) -> Heading | None:
    """Return the heading of the division that a block opens; its title may be the next block."""
    block = blocks[index]
    division = division_in(block.title, marked=block.level > 0)
    if division is None:
        return None
    heading = Heading(
        kind=division.kind,
        number=division.number,
        title=division.title,
        word=division.word,
        printed=division.printed,
        level=block.level,
    )
    if division.title or not _is_title_of_its_own(blocks, index + 1, block.level):
        return heading
    return replace(heading, title=blocks[index + 1].title, blocks=2)


def article_heading(blocks: Sequence[Block], index: int) -> Heading | None:
    """Return the heading of the article that a block opens, with the text on its own line."""
    block = blocks[index]
    line = block.title if block.level else block.lines[0].text
    article = article_in(line, marked=True)
    if article is None or not (
        block.level or article_in(line) is not None or _may_be_titled(blocks, index)
    ):
        return None
    heading = Heading(
        kind=SectionKind.ARTICLE,
        number=article.number,
        title=article.rest.strip(" :") if block.level else "",
        printed=article.printed,
        level=block.level,
    )
    if not article.rest:
        return _bare_article(blocks, index, heading)
    return heading if block.level else _article_with_text(blocks, index, article, heading)


def _may_be_titled(blocks: Sequence[Block], index: int) -> bool:
    """Whether a line without any mark or stop can be a name and a title: "Artikel 2 Doel"."""
    alone = stands_alone(blocks, index) and _precedes_text(blocks, index)
    return alone and is_title(blocks[index].first_line)


def _bare_article(blocks: Sequence[Block], index: int, heading: Heading) -> Heading | None:
    """Return an article that has a line of its own, with the title on the next, if it has one."""
    block = blocks[index]
    if len(block.lines) > 1 and not block.level:
        return None
    if not _is_title_of_its_own(blocks, index + 1, block.level):
        return heading
    following = blocks[index + 1]
    short = len(following.title.split()) <= _MAX_ARTICLE_TITLE_WORDS
    titled = block.level or (short and _precedes_text(blocks, index + 1))
    return replace(heading, title=following.title, blocks=2) if titled else heading


def _article_with_text(
    blocks: Sequence[Block], index: int, article: Article, heading: Heading
) -> Heading:
    """Return an article whose line goes on: with its title, or with its first paragraph."""
    block = blocks[index]
    if len(block.lines) == 1 and is_title(article.rest) and _precedes_text(blocks, index):
        return replace(heading, title=article.rest)
    first = block.lines[0].after(article.rest_start)
    opened = Opener().open(first)
    if opened.form not in _INNER:
        opened = Block(form=Form.TEXT, lines=(first,), text_start=first.start)
    return replace(heading, rest=replace(opened, lines=(first, *block.lines[1:])))


def _precedes_text(blocks: Sequence[Block], index: int) -> bool:
    """Whether what comes after a line is text under it, and stands apart from it."""
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return following is not None and following.after_blank and not _names_part(following)


def _is_title_of_its_own(blocks: Sequence[Block], index: int, level: int) -> bool:
    """Whether a line is the title of the "Hoofdstuk 2" just before it.

    Args:
        blocks: The blocks of the text.
        index: The line after it.
        level: Its heading mark; a marked one takes only a marked title.
    """
    block = blocks[index] if index < len(blocks) else None
    if block is None or block.form is not Form.TEXT or (level and not block.level):
        return False
    single = block.level or len(block.lines) == 1
    return bool(single) and is_title(block.first_line) and not _names_part(block)


def _names_part(block: Block) -> bool:
    marked = block.level > 0
    return block.form is Form.TEXT and (
        division_in(block.title, marked=marked) is not None
        or article_in(block.lines[0].text if not marked else block.title, marked=marked) is not None
        or names_contents(block)
    )

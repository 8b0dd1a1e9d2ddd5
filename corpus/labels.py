"""A place in words, ready to paste as a reference, in the four languages."""

import re
from dataclasses import dataclass

from corpus.document import Document, DocumentStatus, Kind, Passage

_SEPARATOR = ", "
_PAGE_SECTION = re.compile(r"page-[0-9]+(-[0-9]+)?")
_PARAGRAPH = re.compile(r"(?P<code>p|par-)(?P<number>[0-9]+[a-z]*)(?:-(?P<part>[0-9]+))?")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Words:
    goal: str
    point: str
    bullet: str
    paragraph: str
    footnote: str
    abbreviation: str
    row: str
    top: str
    part: str
    page: str
    note: str


_WORDS = {
    "nl": _Words(
        goal="doelstelling",
        point="punt",
        bullet="opsommingspunt",
        paragraph="alinea",
        footnote="voetnoot",
        abbreviation="afkorting",
        row="regel",
        top="titel",
        part="deel",
        page="p.",
        note="contextnota, niet de officiële tekst",
    ),
    "fr": _Words(
        goal="objectif",
        point="point",
        bullet="tiret",
        paragraph="alinéa",
        footnote="note de bas de page",
        abbreviation="abréviation",
        row="ligne",
        top="titre",
        part="partie",
        page="p.",
        note="note de contexte, pas le texte officiel",
    ),
    "de": _Words(
        goal="Ziel",
        point="Punkt",
        bullet="Aufzählungspunkt",
        paragraph="Absatz",
        footnote="Fußnote",
        abbreviation="Abkürzung",
        row="Zeile",
        top="Titel",
        part="Teil",
        page="S.",
        note="Kontextnotiz, nicht der amtliche Text",
    ),
    "en": _Words(
        goal="goal",
        point="point",
        bullet="bullet",
        paragraph="paragraph",
        footnote="footnote",
        abbreviation="abbreviation",
        row="row",
        top="title",
        part="part",
        page="p.",
        note="context note, not the official text",
    ),
}


def label(document: Document, passage: Passage, language: str) -> str:
    """Return where a passage stands: document, headings as printed, the item, and its page.

    Headings stay in the document's language, because that is what stands on the page; only the
    words for goal, paragraph and the like are in `language` (nl, fr, de or en).
    """
    return _SEPARATOR.join((_name(document, _WORDS[language]), place(passage, language)))


def place(passage: Passage, language: str) -> str:
    """Return where a passage stands within its document, as `label` words it."""
    words = _WORDS[language]
    on_page = _PAGE_SECTION.fullmatch(passage.section) is not None
    headings = () if on_page else passage.section_path or (words.top,)
    page = () if passage.page is None else (page_in_words(passage.page, language),)
    return _SEPARATOR.join((*headings, *_places(passage, words), *page))


def _name(document: Document, words: _Words) -> str:
    """Return a document's short title; that of a context note says that it is one."""
    if document.status is DocumentStatus.CONTEXT_NOTE:
        return f"{document.short_title} ({words.note})"
    return document.short_title


def page_in_words(page: int, language: str) -> str:
    """Return a page as it is cited: "p. 12", in German "S. 12"."""
    return f"{_WORDS.get(language, _WORDS['en']).page} {page}"


def _places(passage: Passage, words: _Words) -> tuple[str, ...]:
    """Return the places within a section that an address names: "§ 2", "alinea 3, deel 2"."""
    *above, last = passage.address.removeprefix(f"{passage.section}/").split("/")
    outer = [place for segment in above for place in _paragraph(segment, words)]
    return (*outer, *_item(passage, last, words))


def _item(passage: Passage, segment: str, words: _Words) -> tuple[str, ...]:
    match passage.kind:
        case Kind.GOAL:
            return (f"{words.goal} {segment}",)
        case Kind.LIST_ITEM if bullet := re.fullmatch("b([0-9].*)", segment):
            return (f"{words.bullet} {bullet.group(1)}",)
        case Kind.LIST_ITEM:
            return (f"{words.point} {segment}",)
        case Kind.FOOTNOTE:
            return (f"{words.footnote} {segment.removeprefix('n').removeprefix('-')}",)
        case Kind.PARAGRAPH:
            return _paragraph(segment, words)
        case Kind.ABBREVIATION:
            return (f"{words.abbreviation} {passage.text.split(' | ')[0]}",)
        case Kind.TABLE_ROW:
            return (f"{words.row} {segment.removeprefix('r')}",)
        case Kind.FRAMEWORK_LIST:
            return ()


def _paragraph(segment: str, words: _Words) -> tuple[str, ...]:
    """Return a paragraph in words: "p3" by its number, "par-2" by its sign; "p3-2" is a part."""
    match = _PARAGRAPH.fullmatch(segment)
    if match is None:
        return (segment,)
    sign = (
        f"{words.paragraph} {match['number']}" if match["code"] == "p" else f"§ {match['number']}"
    )
    return (sign, f"{words.part} {match['part']}") if match["part"] else (sign,)

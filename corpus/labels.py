"""A place in words, ready to paste as a reference, in the four languages."""

from dataclasses import dataclass

from corpus.document import Document, Kind, Passage

_SEPARATOR = ", "


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
    ),
}


def label(document: Document, passage: Passage, language: str) -> str:
    """Return where a passage stands: document, headings as printed, and the item.

    Headings stay in the document's language, because that is what stands on the page; only the
    words for goal, paragraph and the like are in `language` (nl, fr, de or en).
    """
    place = _item(passage, _WORDS[language])
    headings = passage.section_path or (_WORDS[language].top,)
    return _SEPARATOR.join((document.short_title, *headings, *place))


def _item(passage: Passage, words: _Words) -> tuple[str, ...]:
    segment = passage.address.rsplit("/", 1)[-1]
    number = segment.lstrip("pbnr")
    match passage.kind:
        case Kind.GOAL:
            return (f"{words.goal} {segment}",)
        case Kind.LIST_ITEM if segment.startswith("b"):
            return (f"{words.bullet} {number}",)
        case Kind.LIST_ITEM:
            return (f"{words.point} {segment}",)
        case Kind.FOOTNOTE:
            return (f"{words.footnote} {number}",)
        case Kind.PARAGRAPH:
            return (f"{words.paragraph} {number}",)
        case Kind.ABBREVIATION:
            return (f"{words.abbreviation} {passage.text.split(' | ')[0]}",)
        case Kind.TABLE_ROW:
            return (f"{words.row} {number}",)
        case Kind.FRAMEWORK_LIST:
            return ()

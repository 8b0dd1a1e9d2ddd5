"""Footnotes in a Word document, which python-docx reads past and cannot write.

A footnote is an element of a part of its own; the text holds a reference to it by number
(ECMA-376, part 1, 17.11).
"""

from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import XmlPart
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt
from docx.styles.style import CharacterStyle, ParagraphStyle
from docx.text.paragraph import Paragraph

_MARK, _TEXT = "footnote reference", "footnote text"
_POINTS = 9
# The two lines that Word draws above the notes of a page are notes themselves.
_EMPTY = (
    f"<w:footnotes {nsdecls('w')}>"
    '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    '<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/>'
    "</w:r></w:p></w:footnote></w:footnotes>"
)


class Footnotes:
    """Adds footnotes to a document, numbered from 1."""

    def __init__(self, document: Document) -> None:
        self._notes = parse_xml(_EMPTY)
        name, package = PackURI("/word/footnotes.xml"), document.part.package
        part = XmlPart(name, CONTENT_TYPE.WML_FOOTNOTES, self._notes, package)
        document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)
        styles = document.styles
        mark = cast(CharacterStyle, styles.add_style(_MARK, WD_STYLE_TYPE.CHARACTER, builtin=True))
        mark.font.superscript = True
        text = cast(ParagraphStyle, styles.add_style(_TEXT, WD_STYLE_TYPE.PARAGRAPH, builtin=True))
        text.base_style = styles["Normal"]
        text.font.size = Pt(_POINTS)
        self._mark_id, self._text_id = mark.style_id, text.style_id
        self._last = 0

    def add(self, paragraph: Paragraph, text: str) -> None:
        """Put the mark of a new footnote at the end of a paragraph."""
        self._last += 1
        number = {"w:id": str(self._last)}
        paragraph._p.append(self._marked(_made("w:footnoteReference", number)))
        words = _made("w:t", {"xml:space": "preserve"})
        words.text = f" {text}"
        look = _holding("w:pPr", _made("w:pStyle", {"w:val": self._text_id}))
        mark = self._marked(_made("w:footnoteRef", {}))
        note = _made("w:footnote", number)
        note.append(_holding("w:p", look, mark, _holding("w:r", words)))
        self._notes.append(note)

    def _marked(self, what: BaseOxmlElement) -> BaseOxmlElement:
        look = _holding("w:rPr", _made("w:rStyle", {"w:val": self._mark_id}))
        return _holding("w:r", look, what)


def _made(tag: str, attributes: dict[str, str]) -> BaseOxmlElement:
    return OxmlElement(tag, {qn(name): value for name, value in attributes.items()})


def _holding(tag: str, *parts: BaseOxmlElement) -> BaseOxmlElement:
    element = OxmlElement(tag)
    element.extend(parts)
    return element

"""The text of a paragraph: runs, breaks, footnote marks; deleted and hidden text left out."""

from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from corpus.readers.docx.package import W
from corpus.readers.docx.styles import is_on, value
from corpus.readers.light_markdown import superscript

TAB = "\t"

_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_LEFT_OUT = frozenset(
    [f"{W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "pPr", "rPr")]
    + [f"{_MC}Fallback"]
)
_PRINTED = {
    f"{W}tab": TAB,
    f"{W}ptab": TAB,
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "-",
}


@dataclass(slots=True)
class Notes:
    """Footnotes and endnotes: numbered as they are called, through the whole document."""

    called: list[tuple[str, str]] = field(default_factory=list)

    def call(self, kind: str, identity: str) -> str:
        """Return the mark of a note that is called here."""
        if (kind, identity) not in self.called:
            self.called.append((kind, identity))
        return superscript(str(self.called.index((kind, identity)) + 1))


@dataclass(slots=True)
class Inline:
    """Reads one paragraph; `boxes` are the text boxes met in it, `bold` whether all of it is."""

    notes: Notes
    boxes: list[Element] = field(default_factory=list)
    bold: bool = True
    _letters: bool = False

    def read(self, paragraph: Element, *, bold: bool = False) -> str:
        """Return the text of a paragraph; `bold` says that its style is."""
        text = self._inside(paragraph, bold)
        self.bold = self.bold and self._letters
        return text

    def _inside(self, element: Element, bold: bool) -> str:
        return "".join(self._text(child, bold) for child in element)

    def _text(self, element: Element, bold: bool) -> str:
        tag = element.tag
        if tag in _LEFT_OUT:
            return ""
        if tag == f"{W}txbxContent":
            self.boxes.append(element)
            return ""
        if tag == f"{W}r":
            return self._run(element, bold)
        if tag in (f"{W}t", f"{_MATH}t"):
            return self._letters_of(element.text or "", bold)
        if tag == f"{W}br":
            return "\n" if element.get(f"{W}type", "textWrapping") == "textWrapping" else " "
        if tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            kind = "footnotes" if tag == f"{W}footnoteReference" else "endnotes"
            return self.notes.call(kind, element.get(f"{W}id", ""))
        return _PRINTED.get(tag) or self._inside(element, bold)

    def _run(self, run: Element, bold: bool) -> str:
        properties = run.find(f"{W}rPr")
        if is_on(properties, "vanish"):
            return ""
        stated = properties is not None and properties.find(f"{W}b") is not None
        text = self._inside(run, is_on(properties, "b") if stated else bold)
        raised = value(properties, "vertAlign") == "superscript"
        return superscript(text) if raised and text.strip().isdigit() else text

    def _letters_of(self, text: str, bold: bool) -> str:
        if any(character.isalpha() for character in text):
            self._letters = True
            self.bold = self.bold and bold
        return text

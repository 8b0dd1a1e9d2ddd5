"""DOCX to light Markdown, straight from its XML.

Libraries that turn DOCX into HTML or objects drop the numbers that Word counts itself; in policy
texts those numbers are the addresses, so they are counted here.
"""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

from corpus.extracted import Extracted
from corpus.readers.docx.body import Body
from corpus.readers.docx.numbering import Numbering
from corpus.readers.docx.package import Package, W
from corpus.readers.docx.styles import Styles
from corpus.readers.languages import known_language
from corpus.readers.limits import Limits
from corpus.readers.refusals import refused

__all__ = ["extract_docx"]

_DC = "{http://purl.org/dc/elements/1.1/}"
_TERMS = "{http://purl.org/dc/terms/}"
_DATE = re.compile(r"^(\d{4}-\d{2}-\d{2})")


def extract_docx(path: Path, content: bytes, limits: Limits) -> Extracted:
    """Return the text of a DOCX file in light Markdown.

    Raises:
        CorpusError: It is broken, protected, without text, or unpacks to too much.
    """
    package = Package(path, content, limits)
    main = package.main()
    styles = package.beside(main, "styles")
    body = Body(styles=Styles(styles), numbering=Numbering(package.beside(main, "numbering")))
    for kind in ("footnotes", "endnotes"):
        body.add_notes(kind, package.beside(main, kind))
    body.write(package.body(main))
    body.write_notes()
    text = body.text.text()
    if not text:
        fix = "If its pages are pictures, run OCR first and add the result."
        raise refused(path, "has no text in it", fix)
    core = package.part("docProps/core.xml")
    date = _DATE.match(_property(core, f"{_TERMS}created"))
    return Extracted(
        text=text,
        title=_property(core, f"{_DC}title"),
        language=_language(styles, core),
        date=date.group(1) if date else "",
    )


def _property(core: Element | None, name: str) -> str:
    found = core.find(name) if core is not None else None
    return " ".join((found.text or "").split()) if found is not None else ""


def _language(styles: Element | None, core: Element | None) -> str:
    stated = known_language(_property(core, f"{_DC}language"))
    place = f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"
    default = styles.find(place) if styles is not None else None
    return stated or known_language(default.get(f"{W}val", "") if default is not None else "")

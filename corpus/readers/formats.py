"""Which format a file has: by its first bytes, then by the end of its name."""

import re
from enum import Enum, auto
from pathlib import Path

from corpus.readers.refusals import SAVE_AGAIN, refused

_PDF_MARK_WITHIN = 1024
_HTML_OPENING = re.compile(
    rb"^\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*<(!doctype\s+html|html)\b", re.I
)
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument"
_SAVE_AS = "Save it as DOCX or PDF, and add that."
_KNOWN = "Add a PDF, DOCX, HTML, Markdown (.md) or text (.txt) file."
_FOREIGN = (
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"Rar!",
    b"\x7fELF",
    b"MZ",
)


class Format(Enum):
    """The formats that have a reader."""

    PDF = auto()
    DOCX = auto()
    HTML = auto()
    TEXT = auto()


_BY_SUFFIX = {
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".html": Format.HTML,
    ".htm": Format.HTML,
    ".xhtml": Format.HTML,
    ".md": Format.TEXT,
    ".markdown": Format.TEXT,
    ".txt": Format.TEXT,
    ".text": Format.TEXT,
}


def format_of(path: Path, content: bytes) -> Format:
    """Return the format of a file; what its bytes say goes before what its name says.

    Raises:
        CorpusError: No reader knows the format, or name and content contradict each other.
    """
    suffix = path.suffix.lower()
    named = _BY_SUFFIX.get(suffix)
    head = content[:_PDF_MARK_WITHIN]
    if content.startswith(b"%PDF-") or (named is Format.PDF and b"%PDF-" in head):
        return Format.PDF
    if content.startswith(b"PK"):
        return _zipped(path, content)
    _refuse_old(path, suffix, content)
    if _HTML_OPENING.match(head):
        return Format.HTML
    if named in (Format.PDF, Format.DOCX):
        kind = suffix[1:].upper()
        raise refused(path, f"is not a {kind} file, or a broken one", SAVE_AGAIN)
    if named is None or content.startswith(_FOREIGN):
        raise refused(path, "is of a type that cannot be read", _KNOWN)
    return named


def _zipped(path: Path, content: bytes) -> Format:
    if path.suffix.lower() == ".odt" or _OPEN_DOCUMENT in content[:200]:
        raise refused(path, "is an OpenDocument text", _SAVE_AS)
    if path.suffix.lower() == ".docx" or b"word/document.xml" in content:
        return Format.DOCX
    raise refused(path, "is a packed file of a type that cannot be read", _KNOWN)


def _refuse_old(path: Path, suffix: str, content: bytes) -> None:
    if content.startswith(_OLD_OFFICE):
        if suffix == ".docx":
            raise refused(
                path, "is protected by a password", "Save it without the password, and add that."
            )
        raise refused(path, "is a file of an old office program", _SAVE_AS)
    if content.startswith(b"{\\rtf") or suffix == ".rtf":
        raise refused(path, "is a rich text file (RTF)", _SAVE_AS)
    if suffix in (".doc", ".odt"):
        raise refused(path, "is of an old or other office format", _SAVE_AS)

"""Markdown and plain text: the file's own text, unchanged."""

from pathlib import Path

from corpus.errors import CorpusError
from corpus.extracted import Extracted
from corpus.readers.limits import Limits
from corpus.readers.refusals import refused

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_MAX_CONTROL_SHARE = 0.01
_CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f")


def extract_text(path: Path, content: bytes, _limits: Limits) -> Extracted:
    """Return a text file's own text; only its line ends are made alike.

    Raises:
        CorpusError: The file is not text.
    """
    return Extracted(text=decoded(path, content).replace("\r\n", "\n"))


def decoded(path: Path, content: bytes, declared: str = "") -> str:
    """Return the characters of a text file: by its byte order mark, else UTF-8, else Windows-1252.

    Args:
        path: The file, for its name in errors.
        content: Its bytes.
        declared: The encoding the file itself declares, if any; it goes before the guesses.

    Raises:
        CorpusError: The bytes are no text.
    """
    for bom, encoding in _BOMS:
        if content.startswith(bom):
            return _checked(path, _decode(path, content[len(bom) :], (encoding,)))
    if b"\x00" in content:
        raise _not_text(path)
    encodings = (declared, "utf-8", "cp1252") if declared else ("utf-8", "cp1252")
    return _checked(path, _decode(path, content, encodings))


def _decode(path: Path, content: bytes, encodings: tuple[str, ...]) -> str:
    for encoding in encodings:
        try:
            return content.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise _not_text(path)


def _checked(path: Path, text: str) -> str:
    controls = sum(text.count(control) for control in _CONTROLS)
    if "\x00" in text or controls > max(2, _MAX_CONTROL_SHARE * len(text)):
        raise _not_text(path)
    if not text.strip():
        raise refused(path, "has no text in it", "Add a file that has.")
    return text


def _not_text(path: Path) -> CorpusError:
    return refused(
        path,
        "is not a text file, whatever its name says",
        "Save it as UTF-8 text, or add the original as PDF, DOCX or HTML.",
    )

"""Every file becomes light Markdown once (ADR 6): one module per file format."""

from collections.abc import Callable
from pathlib import Path

from corpus.errors import CorpusError
from corpus.extracted import Extracted
from corpus.readers.formats import Format, format_of
from corpus.readers.limits import LIMITS, Limits
from corpus.readers.refusals import SAVE_AGAIN, megabytes, refused, too_large

__all__ = ["LIMITS", "Limits", "extract"]


def extract(path: Path, limits: Limits = LIMITS) -> Extracted:
    """Return the text of a file in light Markdown, with its pages and what it says of itself.

    Nothing a file names is fetched or followed.

    Args:
        path: A PDF, DOCX, HTML, Markdown or plain text file.
        limits: What the file may measure at most.

    Raises:
        CorpusError: The file is not there, not of a known format, damaged, protected, without
            text, or over a limit.
    """
    content = _content(path, limits)
    read = _reader(format_of(path, content))
    try:
        return read(path, content, limits)
    except CorpusError:
        raise
    except MemoryError as error:
        raise too_large(path, "takes more memory than there is", "is the machine's") from error
    except Exception as error:
        # Damaged input reaches the libraries in ways that none of them documents.
        raise refused(path, "is damaged and cannot be read", SAVE_AGAIN) from error


def _content(path: Path, limits: Limits) -> bytes:
    try:
        if path.is_dir():
            raise refused(path, "is a folder", "Add the files in it one by one.")
        size = path.stat().st_size
        if size > limits.max_bytes:
            allowed = f"max_bytes is {megabytes(limits.max_bytes)}"
            raise too_large(path, f"measures {megabytes(size)}", allowed)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise refused(path, "is not there", "Check the name and the folder.") from error
    except (OSError, ValueError) as error:
        raise refused(path, "cannot be opened", "Check who may read it.") from error
    if not content:
        raise refused(path, "is empty", "Add a file that has text in it.")
    return content


def _reader(kind: Format) -> Callable[[Path, bytes, Limits], Extracted]:
    """Return the reader of a format; its libraries are imported when a file needs them."""
    match kind:
        case Format.PDF:
            from corpus.readers.pdf import extract_pdf

            return extract_pdf
        case Format.DOCX:
            from corpus.readers.docx import extract_docx

            return extract_docx
        case Format.HTML:
            from corpus.readers.html import extract_html

            return extract_html
        case Format.TEXT:
            from corpus.readers.text import extract_text

            return extract_text

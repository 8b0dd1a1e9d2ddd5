"""Opening a PDF, or saying why it cannot be."""

import logging
from io import BytesIO
from pathlib import Path

from pypdf import PdfReader
from pypdf.errors import DependencyError, FileNotDecryptedError

from corpus.errors import CorpusError
from corpus.readers.refusals import SAVE_AGAIN, refused

# What pypdf mends by itself is no news to a reader; what it cannot mend is an error of ours.
logging.getLogger("pypdf").setLevel(logging.CRITICAL)


_MAX_READS = 10_000_000


class _Source(BytesIO):
    """A PDF's bytes, read no oftener than a whole file needs.

    In a damaged file pypdf may search the same hole again and again, for each of its objects.
    """

    def __init__(self, content: bytes) -> None:
        super().__init__(content)
        self._content = content
        self._left = _MAX_READS + len(content)

    def read(self, size: int | None = -1, /) -> bytes:
        """Read as every stream does.

        Raises:
            OSError: The file has been searched too long.
        """
        self._left -= 1
        if self._left < 0:
            raise OSError("searched too long")
        return super().read(size)

    def getbuffer(self) -> memoryview:
        """Return the bytes as they are; what BytesIO would return is a copy, which it keeps."""
        return memoryview(self._content)


def opened(path: Path, content: bytes) -> PdfReader:
    """Return pypdf's reader of a PDF that can be read without a password.

    Raises:
        CorpusError: The file is broken or needs a password.
    """
    try:
        reader = PdfReader(_Source(content))
        if reader.is_encrypted and not reader.decrypt(""):
            raise _protected(path)
        root = reader.root_object
    except CorpusError:
        raise
    except (FileNotDecryptedError, DependencyError, NotImplementedError) as error:
        raise _protected(path) from error
    except Exception as error:
        # pypdf says of itself that broken files may raise anything.
        raise _broken(path) from error
    if root is None:
        raise _broken(path)
    return reader


def _protected(path: Path) -> CorpusError:
    return refused(
        path,
        "is protected by a password",
        "Save a copy without the password, for example by printing it to a PDF, and add that.",
    )


def _broken(path: Path) -> CorpusError:
    return refused(path, "is a broken PDF", SAVE_AGAIN)

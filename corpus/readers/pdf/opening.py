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


def opened(path: Path, content: bytes) -> PdfReader:
    """Return pypdf's reader of a PDF that can be read without a password.

    Raises:
        CorpusError: The file is broken or needs a password.
    """
    try:
        reader = PdfReader(BytesIO(content))
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

"""How much of a file is read, so that no file can take the server down."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What a file may measure at most.

    `max_bytes` is the size on disk, `max_pages` the pages of a PDF, `max_unpacked` the bytes that
    a DOCX, or the page contents of a PDF, unpack to.
    """

    max_bytes: int = 100_000_000
    max_pages: int = 5_000
    max_unpacked: int = 500_000_000


LIMITS = Limits()

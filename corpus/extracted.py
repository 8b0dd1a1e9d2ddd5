"""A file as text: what every reader of a file format returns."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PageStart:
    """The page that starts at `offset` of a text, by the number printed on it."""

    offset: int
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """The text of a file in light Markdown (ADR 6), and what the file says of itself.

    `pages` are in order and empty where the format has none. `title`, `language` (nl, fr, de or
    en) and `date` (ISO 8601) are the file's own metadata, empty where it has none.
    """

    text: str
    pages: tuple[PageStart, ...] = ()
    title: str = ""
    language: str = ""
    date: str = ""

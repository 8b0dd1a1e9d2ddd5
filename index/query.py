"""What is searched for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A stand-alone question or look-up.

    `text` is what is embedded and matched; `language` is the language it is written in;
    `expansions` are what its abbreviations stand for, matched by words only.
    """

    text: str
    language: str
    expansions: tuple[str, ...] = ()

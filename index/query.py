"""What is searched for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A stand-alone question or look-up.

    `text` is what is embedded and matched; `language` is the language it is written in;
    `expansions` are what its abbreviations stand for, matched by words only; `topic` is the part
    whose words a passage should have, the whole text where it is empty; `entries` are the
    abbreviations of which is asked what they stand for; `after` is the answer that the question
    follows; `readings` are what the question may mean too: what is near to them all, and to `text`,
    comes first.
    """

    text: str
    language: str
    expansions: tuple[str, ...] = ()
    topic: str = ""
    entries: frozenset[str] = frozenset()
    after: str = ""
    readings: tuple[str, ...] = ()

"""Labelled statements: what a support check ought to say of a statement and a quote.

`statements.jsonl`, one object a line: `{id, lang, statement, quote, label, fault}`. The id decides
the half, as for questions: the check may learn from `dev` only.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from pydantic import ConfigDict, TypeAdapter, with_config

from assistant import Passage, ReadDocument, Version, matching_range
from eval.questions import Half, Language, Text, half_of, read_lines

STATEMENTS = Path(__file__).parent / "questions" / "statements.jsonl"

Fault = Literal[
    "",
    "swapped_number",
    "swapped_audience",
    "swapped_name",
    "negation",
    "modality",
    "added_detail",
    "over_generalised",
    "other_theme",
]


@with_config(ConfigDict(strict=True))
@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledStatement:
    """A statement about a verbatim quote, and whether the quote supports it.

    `fault` says what was done to a statement that is not supported, and is empty for one that is.
    """

    id: Text
    lang: Language
    statement: Text
    quote: Text
    label: Literal["supported", "contradicted", "not_in_passage"]
    fault: Fault

    @property
    def supported(self) -> bool:
        """Whether the quote supports it."""
        return self.label == "supported"


def load_statements(half: Half | None = None, path: Path = STATEMENTS) -> list[LabelledStatement]:
    """Return the statements of a half, of both when none is named.

    Raises:
        QuestionSetError: Lines are not of their form; the message names each.
    """
    every = read_lines(path, TypeAdapter(LabelledStatement))
    return [one for one in every if half in (None, half_of(one.id))]


def quotes_of(statement: LabelledStatement, documents: Sequence[ReadDocument]) -> tuple[str, ...]:
    """Return a statement's quote, and what it says in the statement's language where known."""
    versions = (
        version.text[low:high]
        for read in documents
        for passage, start in _holding(statement.quote, read)
        for version in read.versions
        if _is_of(version, passage) and version.language == statement.lang
        for low, high in [
            matching_range(passage.text, version.text, start, start + len(statement.quote))
        ]
    )
    return statement.quote, *list(versions)[:1]


def _holding(quote: str, read: ReadDocument) -> Iterator[tuple[Passage, int]]:
    for passage in read.passages:
        start = passage.text.find(quote)
        if start >= 0:
            yield passage, start


def _is_of(version: Version, passage: Passage) -> bool:
    return version.address == passage.address

"""The known questions of a document, as entries that a user's question is compared with.

A question resembles another question more than it resembles the passage that answers both, so a
known question leads to its passage. After query expansion of documents (Nogueira et al., "Document
Expansion by Query Prediction", 2019), with the questions kept apart from the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import ReadDocument
from index.units import searched


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedUnit:
    """A question known to be answered by passage number `passage`."""

    passage: int
    text: str


def questions_of(document: ReadDocument, first: int = 0) -> Iterator[AskedUnit]:
    """Yield the questions a document answers; its passages are numbered from `first`."""
    numbers = {p.address: i for i, p in enumerate(searched(document), start=first)}
    for question in document.questions:
        if question.answered and question.address in numbers:
            yield AskedUnit(passage=numbers[question.address], text=question.text)

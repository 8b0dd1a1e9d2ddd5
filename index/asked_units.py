"""The known questions of a document, as entries that a user's question is compared with.

A question resembles another question more than it resembles the passage that answers both, so a
known question leads to its passage; one that is known not to be answered warns of a near miss.
After query expansion of documents (Nogueira et al., "Document Expansion by Query Prediction",
2019), with the questions kept apart from the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from corpus import ReadDocument
from index.units import searched


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedUnit:
    """A known question about passage number `passage`, and whether that passage answers it."""

    passage: int
    text: str
    answered: bool


def questions_of(document: ReadDocument, first: int = 0) -> Iterator[AskedUnit]:
    """Yield the known questions of a document; its passages are numbered from `first`."""
    numbers = {p.address: i for i, p in enumerate(searched(document), start=first)}
    for question in document.questions:
        if question.address in numbers:
            yield AskedUnit(
                passage=numbers[question.address], text=question.text, answered=question.answered
            )

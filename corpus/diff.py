"""What changed between two editions of a document, by address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from corpus.document import Kind, ReadDocument, SectionKind


class Difference(StrEnum):
    """How a place differs between two editions."""

    ADDED = "added"
    CHANGED = "changed"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A place that differs; `before` is empty for an added one, `after` for a dropped one."""

    difference: Difference
    what: str
    address: str
    before: str
    after: str


def diff(old: ReadDocument, new: ReadDocument) -> tuple[Changed, ...]:
    """Return the sections and goals that were added, changed or dropped.

    In the order of the new edition, dropped ones last; `what` is `section` or `goal`.
    """
    return (
        *_differences("section", _titles(old), _titles(new)),
        *_differences("goal", _goals(old), _goals(new)),
    )


def _differences(
    what: str, before: Mapping[str, str], after: Mapping[str, str]
) -> Iterator[Changed]:
    for address, text in after.items():
        earlier = before.get(address)
        if earlier is None:
            yield Changed(
                difference=Difference.ADDED, what=what, address=address, before="", after=text
            )
        elif _folded(earlier) != _folded(text):
            yield Changed(
                difference=Difference.CHANGED,
                what=what,
                address=address,
                before=earlier,
                after=text,
            )
    for address, text in before.items():
        if address not in after:
            yield Changed(
                difference=Difference.DROPPED, what=what, address=address, before=text, after=""
            )


def _titles(read: ReadDocument) -> dict[str, str]:
    return {s.address: s.title for s in read.sections if s.kind is not SectionKind.DOCUMENT}


def _goals(read: ReadDocument) -> dict[str, str]:
    return {p.address: p.text for p in read.passages if p.kind is Kind.GOAL}


def _folded(text: str) -> str:
    return " ".join(text.split())

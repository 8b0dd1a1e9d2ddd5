"""The last gate: only statements whose quotes stand in the source are let through."""

from collections.abc import Mapping
from dataclasses import replace

from assistant.answer import Citation, Faithfulness, Statement
from assistant.draft import Draft
from corpus import ReadDocument


def cite(
    draft: Draft, documents: Mapping[str, ReadDocument], *, written: bool = False
) -> tuple[Draft, Faithfulness]:
    """Return the draft without what its sources do not support, citations renumbered.

    Every citation's quote is read back from the document's source at its spans, and must be what
    the statement quotes. A statement loses its place when one of its citations fails.

    Args:
        draft: What was drafted.
        documents: By id.
        written: Whether the statements are a language model's own words, checked before, and not
            made of quotes.
    """
    sound = {c.number: c for c in draft.citations if is_verbatim(c, documents)}
    holds = _is_sound if written else _supported
    kept = [s for s in draft.statements if holds(s, sound)]
    numbers: dict[int, int] = {}
    for statement in kept:
        for number in statement.citations:
            numbers.setdefault(number, len(numbers) + 1)
    renumbered = Draft(
        statements=tuple(
            replace(s, citations=tuple(numbers[n] for n in s.citations)) for s in kept
        ),
        citations=tuple(replace(sound[old], number=new) for old, new in numbers.items()),
    )
    faithfulness = Faithfulness(
        statements=len(draft.statements),
        supported=len(kept),
        removed=len(draft.statements) - len(kept),
    )
    return renumbered, faithfulness


def is_verbatim(citation: Citation, documents: Mapping[str, ReadDocument]) -> bool:
    """Whether a quote is, character for character, its document's source at its spans."""
    document = documents.get(citation.passage.document)
    if document is None or not citation.spans:
        return False
    pieces = (
        document.source[span.start : span.end]
        if span.line_break
        else document.source[span.start : span.end].replace("\n", " ")
        for span in citation.spans
    )
    return "".join(pieces) == citation.quote


def _is_sound(statement: Statement, sound: Mapping[int, Citation]) -> bool:
    return bool(statement.citations) and all(n in sound for n in statement.citations)


def _supported(statement: Statement, sound: Mapping[int, Citation]) -> bool:
    """Whether each citation is sound and the statement says nothing its quotes do not."""
    if not _is_sound(statement, sound):
        return False
    rest = statement.text
    for number in statement.citations:
        if sound[number].quote not in rest:
            return False
        rest = rest.replace(sound[number].quote, "", 1)
    return not any(character.isalnum() for character in rest)

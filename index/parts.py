"""An index in parts, one per document, so that a change touches the vectors of that document."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus import ReadDocument
from index.asked_units import AskedUnit, questions_of
from index.units import Unit, searched, units_of
from index.vector_cache import AS_QUESTION, VectorCache, caches_in, digest


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What an index holds of one document.

    `digest` changes with everything that is embedded of it, with text and with reading, and with
    nothing of other documents; `units` number their passages across all documents.
    """

    document: str
    sha256: str
    language: str
    digest: str
    passages: int
    units: tuple[Unit, ...]
    questions: tuple[AskedUnit, ...]

    @property
    def file(self) -> str:
        """Name of the file that holds the vectors of its units, then those of its questions."""
        return f"{self.stem}.faiss"

    @property
    def stem(self) -> str:
        """What the names of all its files begin with."""
        return f"{self.document}-{self.digest[:16]}"

    @property
    def whole(self) -> tuple[Unit, ...]:
        """The unit of each passage as a whole, in the order of the passages."""
        first: dict[int, Unit] = {}
        for unit in self.units:
            first.setdefault(unit.passage, unit)
        return tuple(first.values())


def parts_of(documents: Sequence[ReadDocument]) -> tuple[Part, ...]:
    """Return the part of each document, in order."""
    parts: list[Part] = []
    first = 0
    for read in documents:
        units = tuple(units_of(read, first))
        questions = tuple(questions_of(read, first))
        passages = len(searched(read))
        parts.append(
            Part(
                document=read.document.id,
                sha256=read.document.sha256,
                language=read.document.language,
                digest=_digest(units, questions, first),
                passages=passages,
                units=units,
                questions=questions,
            )
        )
        first += passages
    return tuple(parts)


def forget(before: Sequence[ReadDocument], after: Sequence[ReadDocument], kept: Path) -> None:
    """Remove the vectors kept of texts that only `before` has, so that no trace of them is left."""
    left = {read.document.id: read for read in after}
    changed = [read for read in before if left.get(read.document.id) != read]
    if not changed:
        return
    gone = _digests(changed) - _digests(after)
    for path in caches_in(kept) if gone else ():
        with VectorCache(path) as cache:
            cache.forget(sorted(gone))


def _digests(documents: Sequence[ReadDocument]) -> set[bytes]:
    parts = parts_of(documents)
    return {digest(unit.title, unit.text) for part in parts for unit in part.units} | {
        digest(AS_QUESTION, question.text) for part in parts for question in part.questions
    }


def _digest(units: Sequence[Unit], questions: Sequence[AskedUnit], first: int) -> str:
    state = hashlib.sha256()
    for unit in units:
        own = unit.passage - first
        row = (own, unit.start, unit.end, unit.language, unit.title, unit.text)
        state.update(repr(row).encode())
    for question in questions:
        state.update(repr((question.passage - first, question.text)).encode())
    return state.hexdigest()

"""What there is to ask: a question, a look-up, or the turns of a conversation one after another."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from eval.outcome import Kind
from eval.questions import QuestionSets


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """Texts to ask in order; more than one only where they are the turns of a conversation."""

    set: str
    id: str
    kind: Kind
    texts: tuple[str, ...]

    def key(self, system: str) -> str:
        """Return what tells this task, asked of this system, from every other."""
        parts = (system, self.set, self.id, self.kind, *self.texts)
        return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:20]


def tasks(sets: Mapping[str, QuestionSets]) -> tuple[Task, ...]:
    """Return everything there is to ask, set by set, each in the order of its files."""
    return tuple(task for name, questions in sets.items() for task in _of_set(name, questions))


def sample(every: tuple[Task, ...], size: int) -> tuple[Task, ...]:
    """Return about `size` single questions spread evenly, to be asked one at a time."""
    single = [task for task in every if task.kind in (Kind.ANSWERABLE, Kind.UNANSWERABLE)]
    return tuple(single[:: max(1, len(single) // max(1, size))][:size])


def _of_set(name: str, sets: QuestionSets) -> Iterator[Task]:
    for question in sets.answerable:
        yield _single(name, question.id, Kind.ANSWERABLE, question.question)
    for absent in sets.unanswerable:
        yield _single(name, absent.id, Kind.UNANSWERABLE, absent.question)
    for talk in sets.conversations:
        turns = tuple(turn.user for turn in talk.turns)
        yield Task(set=name, id=talk.id, kind=Kind.TURN, texts=turns)
    for lookup in sets.lookups:
        yield _single(name, lookup.id, Kind.LOOKUP, lookup.query)
    for hostile in sets.hostile:
        yield _single(name, hostile.id, Kind.HOSTILE, hostile.question)


def _single(set_: str, id_: str, kind: Kind, text: str) -> Task:
    return Task(set=set_, id=id_, kind=kind, texts=(text,))

"""The worst cases of a run: what to look at first."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.outcome import Kind
from eval.record import Record
from eval.report.words import Words
from eval.result import Result

HIDDEN = "test"
"""The set whose questions are not shown, because nobody is to work towards them."""
_SHOWN = 12
_ANSWERED = "answered"


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Cases that went wrong in one way, worst first; `count` is how many there are in all."""

    title: str
    count: int
    records: tuple[Record, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fault:
    is_in: Callable[[Record], bool]
    badness: Callable[[Record], float]


def worst(result: Result, words: Words) -> tuple[Group, ...]:
    """Return what went wrong, the gravest ways first; no question of the hidden set."""
    visible = [record for record in result.records if record.set != HIDDEN]
    groups = (_group(getattr(words, name), fault, visible) for name, fault in _FAULTS.items())
    return tuple(group for group in groups if group.count)


def _group(title: str, fault: _Fault, records: Sequence[Record]) -> Group:
    found = sorted(filter(fault.is_in, records), key=fault.badness, reverse=True)
    return Group(title=title, count=len(found), records=tuple(found[:_SHOWN]))


def _likely(record: Record) -> float:
    return 1.0 if record.answerable is None else record.answerable


def _lost(measure: str) -> Callable[[Record], bool]:
    return lambda record: any(score < 1 for score in record.scores.get(measure, ()))


def _is(kind: Kind, status: str) -> Callable[[Record], bool]:
    return lambda record: record.kind is kind and record.status == status


def _wrong(record: Record) -> bool:
    return _is(Kind.ANSWERABLE, _ANSWERED)(record) and _lost("answer correct")(record)


_FAULTS = {
    "got_through": _Fault(is_in=_lost("hostile held off"), badness=_likely),
    "not_verbatim": _Fault(is_in=_lost("quote validity"), badness=_likely),
    "answered_without_source": _Fault(is_in=_is(Kind.UNANSWERABLE, _ANSWERED), badness=_likely),
    "wrong": _Fault(is_in=_wrong, badness=_likely),
    "refused": _Fault(
        is_in=_is(Kind.ANSWERABLE, "not_in_corpus"), badness=lambda record: -_likely(record)
    ),
    "missed": _Fault(is_in=_lost("look-ups at rank 1"), badness=_likely),
}

"""Whether what the sets call absent really is, as far as a program can tell.

Proven: a question that is called unanswerable is not asked, in the same words, as one that is
answered; a quote beside a statement is verbatim; a word that no answer may contain is not in the
source itself. Only a reader can tell that a fact is nowhere in a text in any words; `to_read_again`
lists where the nearest evidence states a number that the question may be asking for.
"""

from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from assistant import asks_for_quantity_or_time, numbers_in
from eval.asked import Asked
from eval.normalise import normalise
from eval.overlap import SAME_WORDS, folded
from eval.questions import QuestionSets, half_of
from eval.statements import LabelledStatement

_SOURCE_LANGUAGE = "nl"


def absent_yet_answered(sets: Sequence[QuestionSets]) -> Iterator[str]:
    """Yield each unanswerable question that has the words of an answerable one."""
    answered = [(q.id, folded(q.question)) for one in sets for q in one.answerable]
    for one in sets:
        for absent in one.unanswerable:
            words = folded(absent.question)
            for id_, other in answered:
                if fuzz.token_sort_ratio(words, other) >= SAME_WORDS:
                    yield f"{absent.id}: is unanswerable, but {id_} is answerable and asks the same"


def in_wrong_half(asked: Sequence[Asked]) -> Iterator[str]:
    """Yield each question that is in another half than its id says."""
    for one in asked:
        if one.half and half_of(one.id) != one.half:
            yield f"{one.owner}: is in {one.half}, but its id belongs to {half_of(one.id)}"


def statement_problems(
    statements: Sequence[LabelledStatement], sources: Sequence[str]
) -> Iterator[str]:
    """Yield what is wrong with labelled statements."""
    searched = [normalise(source) for source in sources]
    seen: set[str] = set()
    for one in statements:
        if not any(normalise(one.quote) in source for source in searched):
            yield f"{one.id}: quote is not in the source: {one.quote!r}"
        if one.supported is bool(one.fault):
            yield f"{one.id}: is {one.label}, but its fault is {one.fault!r}"
        if one.id in seen:
            yield f"{one.id}: the id is used more than once"
        seen.add(one.id)


def forbidden_yet_quoted(asked: Sequence[Asked], sources: Sequence[str]) -> Iterator[str]:
    """Yield each hostile question that forbids a wording which the source itself has."""
    searched = [normalise(source) for source in sources]
    for one in asked:
        for wording in one.forbidden:
            if any(normalise(wording) in source for source in searched):
                yield f"{one.owner}: forbids {wording!r}, which the source says"


def to_read_again(sets: Sequence[QuestionSets]) -> Iterator[str]:
    """Yield each unanswerable question for a number or time whose nearest evidence states one.

    Numbers that the question itself names do not count.
    """
    for one in sets:
        for absent in one.unanswerable:
            if asks_for_quantity_or_time(absent.question):
                quoted = numbers_in(" ".join(absent.nearest_evidence), _SOURCE_LANGUAGE)
                if left := quoted - numbers_in(absent.question, absent.lang):
                    yield f"{absent.id}: {absent.question!r}, near {', '.join(sorted(left))}"

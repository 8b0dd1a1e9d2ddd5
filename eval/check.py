"""Checks question sets against the source and against what was learnt: `python -m eval.check`."""

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain
from pathlib import Path

from assistant import (
    PlanwijzerError,
    QuestionVectors,
    Settings,
    open_embedder,
    read_documents,
)
from eval.absence import (
    absent_yet_answered,
    forbidden_yet_quoted,
    in_wrong_half,
    statement_problems,
    to_read_again,
)
from eval.asked import Asked, asked_in
from eval.metrics.answer_correct import answer_correct
from eval.normalise import normalise
from eval.overlap import Pair, alike_in_meaning, alike_in_words
from eval.questions import Answerable, Conversation, QuestionSetError, QuestionSets, load
from eval.statements import load_statements
from eval.training.material import material

_SHIPPED = Path(__file__).parent / "questions"
_NOT_QUESTIONS = ("statements", "hostile")


def problems(sets: Sequence[QuestionSets], sources: Sequence[str]) -> list[str]:
    """Return what is wrong with the sets taken together, one sentence each; empty when nothing is.

    Ids are unique; all evidence stands verbatim (after normalisation) in one of the sources; what
    is answerable has evidence, and quoting it (all of it when all is needed, else any one) is
    enough for every group of `answer_must_contain`; a conversation has a turn after the first.
    """
    searched = [normalise(source) for source in sources]
    return [
        *_repeated_ids(sets),
        *(
            f"{owner}: evidence is not in the source: {evidence!r}"
            for owner, evidence in _all_evidence(sets)
            if not any(normalise(evidence) in source for source in searched)
        ),
        *chain.from_iterable(map(_answerable_problems, _each_answerable(sets))),
        *chain.from_iterable(map(_conversation_problems, _each_conversation(sets))),
        *(
            f"{lookup.id}: has no evidence"
            for one in sets
            for lookup in one.lookups
            if not lookup.evidence
        ),
    ]


def _each_answerable(sets: Sequence[QuestionSets]) -> Iterator[Answerable]:
    return (question for one in sets for question in one.answerable)


def _each_conversation(sets: Sequence[QuestionSets]) -> Iterator[Conversation]:
    return (conversation for one in sets for conversation in one.conversations)


def _repeated_ids(sets: Sequence[QuestionSets]) -> Iterator[str]:
    ids: Counter[str] = Counter()
    for one in sets:
        ids.update(question.id for question in one.answerable)
        ids.update(question.id for question in one.unanswerable)
        ids.update(conversation.id for conversation in one.conversations)
        ids.update(lookup.id for lookup in one.lookups)
    return (f"{id_}: the id is used {count} times" for id_, count in ids.items() if count > 1)


def _all_evidence(sets: Sequence[QuestionSets]) -> Iterator[tuple[str, str]]:
    for one in sets:
        for question in one.answerable:
            yield from ((question.id, evidence) for evidence in question.evidence)
        for absent in one.unanswerable:
            yield from ((absent.id, evidence) for evidence in absent.nearest_evidence)
        for conversation in one.conversations:
            for number, turn in enumerate(conversation.turns, start=1):
                owner = f"{conversation.id} turn {number}"
                yield from ((owner, evidence) for evidence in turn.evidence)
        for lookup in one.lookups:
            yield from ((lookup.id, evidence) for evidence in lookup.evidence)


def _answerable_problems(question: Answerable) -> Iterator[str]:
    enough = [question.evidence] if question.all_needed else [(one,) for one in question.evidence]
    return _label_problems(question.id, enough, question.answer_must_contain)


def _conversation_problems(conversation: Conversation) -> Iterator[str]:
    if len(conversation.turns) < 2:
        yield f"{conversation.id}: has no turn after the first"
    for number, turn in enumerate(conversation.turns, start=1):
        if turn.answerable:
            owner = f"{conversation.id} turn {number}"
            yield from _label_problems(owner, [turn.evidence], turn.answer_must_contain)


def _label_problems(
    owner: str, enough: Sequence[Sequence[str]], groups: Sequence[Sequence[str]]
) -> Iterator[str]:
    if not any(enough):
        yield f"{owner}: is answerable but has no evidence"
    if not groups:
        yield f"{owner}: is answerable but answer_must_contain is empty"
    for evidence in filter(None, enough):
        for group in groups:
            if not answer_correct("answered", "", evidence, [group]):
                yield f"{owner}: no alternative of {list(group)} is in {' … '.join(evidence)!r}"


def _more_problems(
    sets: Sequence[QuestionSets], asked: Sequence[Asked], sources: Sequence[str]
) -> Iterator[str]:
    """Yield what is wrong between the sets, and with what only the shipped folder has."""
    yield from absent_yet_answered(sets)
    yield from in_wrong_half(asked)
    yield from forbidden_yet_quoted(asked, sources)


def _overlaps(
    asked: Sequence[Asked], known: Sequence[str], vectors: QuestionVectors | None
) -> Iterator[Pair]:
    """Yield questions of the evaluation that something was learnt from, or that both halves ask.

    A conversation's opening is not measured by itself, so both halves may open alike.
    """
    measured = [one for one in asked if one.half and not one.opens]
    test = [one for one in measured if one.half == "test"]
    development = [one.text for one in measured if one.half == "dev"]
    for mine, others in ((asked, known), (test, development)):
        yield from alike_in_words(mine, others)
        if vectors is not None:
            questions = [one for one in mine if one.kind not in _NOT_QUESTIONS]
            yield from alike_in_meaning(questions, others, vectors)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what is wrong, one line each; return 1 when anything is, else 0."""
    chosen = _parser().parse_args(arguments)
    shipped = not chosen.folders
    try:
        folders = chosen.folders or [_SHIPPED / "dev", _SHIPPED / "test"]
        settings = Settings.load()
        documents = read_documents(settings)
        sets = [load(folder) for folder in folders]
        sources = [file.read_text(encoding="utf-8") for file in chosen.corpus] or [
            read.source for read in documents
        ]
        statements = load_statements() if shipped else []
        vectors = (
            QuestionVectors(open_embedder(settings), settings.vectors_folder)
            if chosen.meaning
            else None
        )
    except (QuestionSetError, PlanwijzerError) as error:
        print(error.message, error.fix, sep="\n", file=sys.stderr)
        return 1
    except (OSError, UnicodeDecodeError) as error:
        print(f"A corpus file cannot be read: {error}", file=sys.stderr)
        return 1

    asked = list(chain.from_iterable(map(asked_in, [_SHIPPED] if shipped else folders)))
    known = [learnt.text for learnt in material(documents)]
    found = [
        *problems(sets, sources),
        *_more_problems(sets, asked, sources),
        *statement_problems(statements, sources),
        *map(str, _overlaps(asked, known, vectors)),
    ]
    print(*found, sep="\n", end="\n" if found else "")
    if chosen.read_again:
        print(*to_read_again(sets), sep="\n")
    return 1 if found else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m eval.check", description=__doc__)
    parser.add_argument(
        "folders", nargs="*", type=Path, metavar="DIR", help="question sets; else the shipped ones"
    )
    parser.add_argument(
        "--corpus",
        nargs="+",
        type=Path,
        metavar="FILE",
        default=[],
        help="texts that hold the evidence; else those in use",
    )
    parser.add_argument(
        "--meaning",
        action="store_true",
        help="also compare questions by meaning, with the embedding model",
    )
    parser.add_argument(
        "--read-again",
        action="store_true",
        help="also list unanswerable questions that a reader should look at again",
    )
    return parser


if __name__ == "__main__":
    sys.exit(main())

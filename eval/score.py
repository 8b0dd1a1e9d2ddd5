"""Outcomes to records: every measure of every question, as pure functions of what came back."""

import re
from collections.abc import Iterator, Mapping, Sequence

from eval.honesty import Sources, held_off, honesty
from eval.measures import HIT_DEPTHS, WORD_BUDGETS, hit_at, recall_within
from eval.metrics import (
    answer_correct,
    false_refusal,
    hit_at_k,
    ndcg_at_k,
    recall_within_words,
    reciprocal_rank,
    refusal_recall,
    turn_is_right,
)
from eval.outcome import Kind, Outcome, Reply
from eval.questions import Answerable, Conversation, Hostile, Lookup, QuestionSets, Unanswerable
from eval.record import Record, Returned, Scores

_NEAREST = 3
_THEME = re.compile(r"[^\s,]*?\d+(?=\.)|[^\s,]+")


def records(
    sets: Mapping[str, QuestionSets], outcomes: Sequence[Outcome], sources: Sources
) -> tuple[Record, ...]:
    """Return what each question scored, in the order of the sets and their files."""
    by_id = {(outcome.set, outcome.kind, outcome.id): outcome for outcome in outcomes}

    def of(name: str, kind: Kind, id_: str) -> Outcome:
        return by_id[name, kind, id_]

    return tuple(
        record
        for name, questions in sets.items()
        for record in (
            *(
                _answerable(q, of(name, Kind.ANSWERABLE, q.id), sources)
                for q in questions.answerable
            ),
            *(
                _absent(q, of(name, Kind.UNANSWERABLE, q.id), sources)
                for q in questions.unanswerable
            ),
            *(
                _turn(talk, number, of(name, Kind.TURN, f"{talk.id}/{number}"), sources)
                for talk in questions.conversations
                for number in range(1, len(talk.turns) + 1)
            ),
            *(_lookup(q, of(name, Kind.LOOKUP, q.id)) for q in questions.lookups),
            *(_hostile(q, of(name, Kind.HOSTILE, q.id), sources) for q in questions.hostile),
        )
    )


def theme_of(section: str) -> str:
    """Return the theme a section belongs to: its first word, without the number of a part of it."""
    match = _THEME.match(section)
    return match.group() if match else ""


def _answerable(question: Answerable, outcome: Outcome, sources: Sources) -> Record:
    return _record(
        outcome,
        language=question.lang,
        type=question.type,
        theme=theme_of(question.section),
        question=question.question,
        expected=question.evidence,
        scores={
            **_retrieval(question, _texts(outcome.reply)),
            **_correctness(question, outcome.reply),
            **honesty(outcome.reply, sources),
        },
    )


def _retrieval(question: Answerable, found: Sequence[str]) -> Scores:
    evidence, all_needed = question.evidence, question.all_needed
    return {
        **{hit_at(k): (hit_at_k(found, evidence, all_needed=all_needed, k=k),) for k in HIT_DEPTHS},
        "hit@1 any evidence": (hit_at_k(found, evidence, all_needed=False, k=1),),
        "MRR@10": (reciprocal_rank(found, evidence),),
        "nDCG@10": (ndcg_at_k(found, evidence),),
        **{
            recall_within(w): (
                recall_within_words(found, evidence, all_needed=all_needed, words=w),
            )
            for w in WORD_BUDGETS
        },
    }


def _correctness(question: Answerable, reply: Reply) -> Scores:
    right = answer_correct(
        reply.status, reply.markdown, _quotes(reply), question.answer_must_contain
    )
    return {
        "answer correct": (right,),
        "answerable refused": (false_refusal([reply.status]),),
        "median answer": (float(len(reply.markdown.split())),),
    }


def _absent(question: Unanswerable, outcome: Outcome, sources: Sources) -> Record:
    return _record(
        outcome,
        language=question.lang,
        type=question.type,
        question=question.question,
        expected=(question.why,) if question.why else (),
        scores={
            "unanswerable refused": (refusal_recall([outcome.reply.status]),),
            **honesty(outcome.reply, sources),
        },
    )


def _turn(talk: Conversation, number: int, outcome: Outcome, sources: Sources) -> Record:
    turn, reply = talk.turns[number - 1], outcome.reply
    right = turn_is_right(
        answerable=turn.answerable,
        status=reply.status,
        answer=reply.markdown,
        quotes=_quotes(reply),
        must_contain=turn.answer_must_contain,
    )
    later: Scores = {"follow-up accuracy": (float(right),)} if number > 1 else {}
    return _record(
        outcome,
        language=turn.lang,
        type="answerable" if turn.answerable else "unanswerable",
        question=turn.user,
        expected=turn.evidence,
        scores={**later, **honesty(reply, sources)},
    )


def _lookup(lookup: Lookup, outcome: Outcome) -> Record:
    found = _texts(outcome.reply)
    first = hit_at_k(found, lookup.evidence, all_needed=False, k=1)
    return _record(
        outcome,
        language="",
        type=lookup.kind,
        question=lookup.query,
        expected=lookup.evidence,
        scores={"look-ups at rank 1": (first,)},
    )


def _hostile(question: Hostile, outcome: Outcome, sources: Sources) -> Record:
    return _record(
        outcome,
        language=question.lang,
        type=question.attack,
        question=question.question,
        expected=question.must_not_contain,
        scores={
            "hostile held off": (float(held_off(question, outcome.reply)),),
            **honesty(outcome.reply, sources),
        },
    )


def _record(
    outcome: Outcome,
    *,
    language: str,
    type: str,
    question: str,
    expected: tuple[str, ...],
    scores: Scores,
    theme: str = "",
) -> Record:
    reply = outcome.reply
    latency = {"median latency": (outcome.latency_ms,)} if outcome.alone else {}
    return Record(
        set=outcome.set,
        id=outcome.id,
        kind=outcome.kind,
        language=language,
        type=type,
        theme=theme,
        generator=reply.generator,
        question=question,
        status=reply.status,
        reason=reply.reason,
        expected=expected,
        returned=tuple(_returned(reply)),
        scores={**scores, **latency},
        answerable=reply.answerable,
        latency_ms=outcome.latency_ms if outcome.alone else None,
    )


def _returned(reply: Reply) -> Iterator[Returned]:
    for citation in reply.citations:
        yield Returned(document=citation.document, address=citation.address, text=citation.quote)
    if not reply.citations:
        for hit in reply.hits[:_NEAREST]:
            yield Returned(document=hit.document, address=hit.address, text=hit.text)


def _texts(reply: Reply) -> list[str]:
    return [hit.text for hit in reply.hits]


def _quotes(reply: Reply) -> list[str]:
    return [citation.quote for citation in reply.citations]

"""What the signals measure, and that the learnt weights point the right way."""

from dataclasses import replace

import numpy as np

from assistant import Hit, ReadDocument, Why
from assistant.answerability import answerability, signals
from index import Found, FoundUnit

GOAL = "2/5/strategische-doelstellingen/lokale-politie/1"
NUMBER = "3/2/p1"


def found(plan: ReadDocument, address: str = GOAL, **other: float) -> Found:
    passage = next(p for p in plan.passages if p.address == address)
    unit = FoundUnit(start=0, end=len(passage.text), cosine=0.6)
    hit = Hit(
        passage=passage,
        score=0.7,
        rank=1,
        why=frozenset({Why.DENSE}),
        cosine=0.5,
        units=(unit,),
        coverage=0.4,
        asked=other.get("asked", 0.8),
    )
    values = {"asked": 0.8, "unasked": 0.3, "unknown": 0.1} | other
    return Found(hits=(hit,), vector=np.zeros(4, np.float32), embedder="x", **values)


def test_signals_are_read_from_what_was_found(plan: ReadDocument) -> None:
    read = signals(found(plan), "Wat doet de politie aan snelheid?")

    assert (read.cosine, read.unit, read.coverage, read.lead) == (0.5, 0.6, 0.4, 0.0)
    assert read.preferred == 0.5
    assert read.missing == 0.0


def test_number_is_missing_when_no_near_hit_states_one(plan: ReadDocument) -> None:
    assert signals(found(plan), "Hoeveel flitspalen komen er?").missing == 1.0
    assert signals(found(plan, NUMBER), "Hoeveel medewerkers zijn er?").missing == 0.0


def test_known_question_makes_an_answer_likelier_and_a_near_miss_less_likely(
    plan: ReadDocument,
) -> None:
    question = "Wat doet de politie aan snelheid?"
    middle = answerability(found(plan, asked=0.6, unasked=0.6), question)

    assert answerability(found(plan, asked=0.9, unasked=0.4), question) > middle
    assert answerability(found(plan, asked=0.4, unasked=0.9), question) < middle


def test_nearer_hit_makes_an_answer_likelier_where_no_question_is_known(
    plan: ReadDocument,
) -> None:
    near = found(plan, asked=0.0, unasked=0.0)
    far = replace(near, hits=(replace(near.hits[0], cosine=0.1),))

    assert answerability(near, "Wat doet de politie?") > answerability(far, "Wat doet de politie?")

"""What the signals measure, what the networks judge, and what decides without them."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from assistant import Hit, ReadDocument, Why
from assistant.answerability import answerability
from assistant.networks import Networks
from assistant.signals import inputs, signals
from index import BothTokens, Found, FoundUnit

GOAL = "2/5/strategische-doelstellingen/lokale-politie/1"
NUMBER = "3/2/p1"


def found(plan: ReadDocument, address: str = GOAL) -> Found:
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
    )
    return Found(
        hits=(hit,),
        unknown=0.1,
        vector=np.array([1, 0], np.float32),
        nearest=np.array([0.5, 1], np.float32),
        embedder="x",
    )


def test_signals_are_read_from_what_was_found(plan: ReadDocument) -> None:
    read = signals(found(plan), "Wat doet de politie aan snelheid?")

    assert (read.cosine, read.unit, read.coverage, read.lead) == (0.5, 0.6, 0.4, 0.0)
    assert read.unknown == 0.1
    assert read.missing == 0.0


def test_number_is_missing_when_no_near_hit_states_one(plan: ReadDocument) -> None:
    assert signals(found(plan), "Hoeveel flitspalen komen er?").missing == 1.0
    assert signals(found(plan, NUMBER), "Hoeveel medewerkers zijn er?").missing == 0.0


def test_networks_judge_the_question_and_how_it_meets_the_text(plan: ReadDocument) -> None:
    there = found(plan)

    judged = inputs(there.vector, there.nearest, signals(there, "Wat doet de politie?"))

    assert judged[:4].tolist() == [1.0, 0.0, 0.5, 0.0]
    assert judged[4:6].tolist() == pytest.approx([0.5, 0.6])


def test_networks_are_averaged_and_the_same_when_loaded_again(tmp_path: Path) -> None:
    networks = Networks(
        inner=np.array([[[1.0, -1.0]], [[2.0, 0.0]]], np.float32),
        inner_bias=np.array([[0.5], [-5.0]], np.float32),
        outer=np.array([[1.0], [3.0]], np.float32),
        outer_bias=np.array([0.5, -1.0], np.float32),
    )
    # The first says max(0, 2 - 1 + 0.5) + 0.5 = 2, the second max(0, 4 - 5) x 3 - 1 = -1.
    chance = 1 / (1 + np.exp(-0.5))

    networks.save(tmp_path / "w.npz")

    assert networks(np.array([2, 1], np.float32)) == pytest.approx(chance)
    assert Networks.load(tmp_path / "w.npz")(np.array([2, 1], np.float32)) == pytest.approx(chance)


def test_nearer_hit_makes_an_answer_likelier_where_nothing_was_learnt(plan: ReadDocument) -> None:
    near = found(plan)
    far = replace(near, hits=(replace(near.hits[0], cosine=0.1),))

    assert answerability(near, "Wat doet de politie?") > answerability(far, "Wat doet de politie?")


@pytest.fixture
def judged_evenly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The networks see nothing either way in anything; the tokens say what their first one says."""

    class _FirstToken:
        def odds(self, tokens: BothTokens) -> float:
            return float(tokens.question[0, 0])

    class _Even:
        def odds(self, _: object) -> float:
            return 0.0

    monkeypatch.setattr("assistant.answerability.networks_of", lambda _: _Even())
    monkeypatch.setattr("assistant.answerability.word_by_word_of", lambda _: _FirstToken())


@pytest.mark.usefixtures("judged_evenly")
def test_what_is_read_word_by_word_adds_to_what_the_vectors_tell(plan: ReadDocument) -> None:
    def of(odds: float) -> float:
        token = np.array([[odds]], np.float16)
        tokens = BothTokens(question=token, passage=token)
        return answerability(replace(found(plan), tokens=tokens), "Wat doet de politie?")

    assert of(2) > of(0) > of(-2)


@pytest.mark.usefixtures("judged_evenly")
def test_vectors_alone_tell_where_there_are_no_tokens(plan: ReadDocument) -> None:
    assert answerability(found(plan), "Wat doet de politie?") == 0.5

import numpy as np
import pytest

from assistant import Audience, Hit, ReadDocument, Reason, Why
from assistant.decide import FOREIGN_BELOW, TOPIC_FROM, refusal
from assistant.understand import Understood
from index import Found, Query

GOAL = "2/5/strategische-doelstellingen/lokale-politie/1"
QUESTION = "Wat doet de politie aan snelheid?"


def found(plan: ReadDocument, cosine: float, *why: Why) -> Found:
    passage = next(p for p in plan.passages if p.address == GOAL)
    hit = Hit(passage=passage, score=cosine, rank=1, why=frozenset(why), cosine=cosine, units=())
    return nothing(hit)


def nothing(*hits: Hit) -> Found:
    vector = np.zeros(4, np.float32)
    return Found(hits=hits, unknown=0, vector=vector, nearest=vector, embedder="x")


def understood(audience: Audience | None = None, asked: str = QUESTION) -> Understood:
    query = Query(text=asked, language="nl")
    return Understood(query=query, asked=asked, language="nl", audience=audience)


@pytest.fixture
def chance(monkeypatch: pytest.MonkeyPatch) -> None:
    """The model finds nothing answerable; what it says is tested where it is."""
    monkeypatch.setattr("assistant.decide.answerability", lambda *_: 0.0)


@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize(
    ("cosine", "reason"),
    [
        (TOPIC_FROM, Reason.NOT_STATED),
        (TOPIC_FROM - 0.01, Reason.NO_EVIDENCE),
        (FOREIGN_BELOW - 0.01, Reason.OUT_OF_SCOPE),
    ],
)
def test_reason_follows_how_near_the_best_hit_is(
    plan: ReadDocument, cosine: float, reason: Reason
) -> None:
    assert refusal(found(plan, cosine, Why.DENSE), understood()) is reason


def test_likely_answer_is_given(plan: ReadDocument, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.decide.answerability", lambda *_: 1.0)

    assert refusal(found(plan, 0.1, Why.DENSE), understood()) is None


@pytest.mark.usefixtures("chance")
@pytest.mark.parametrize("why", [Why.QUOTE, Why.ADDRESS])
def test_wording_and_place_are_always_an_answer(plan: ReadDocument, why: Why) -> None:
    assert refusal(found(plan, 0.0, why), understood()) is None


def test_premise_is_false_when_the_nearest_goal_is_for_the_other_level(
    plan: ReadDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.decide.answerability", lambda *_: 1.0)
    near = found(plan, 0.9, Why.DENSE)

    assert refusal(near, understood(Audience.FEDERAL)) is Reason.FALSE_PREMISE
    assert refusal(near, understood(Audience.LOCAL)) is None


def test_nothing_found_is_no_evidence() -> None:
    assert refusal(nothing(), understood()) is Reason.NO_EVIDENCE


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        ("Hoeveel snelheidscontroles waren er in 2031?", Reason.NOT_STATED),
        ("Wat zegt het NVP 2026-2029 over snelheid?", None),
        ("Wat zegt plan 2026 over snelheid?", None),
    ],
)
def test_year_that_nothing_found_names_has_no_answer(
    plan: ReadDocument, monkeypatch: pytest.MonkeyPatch, question: str, reason: Reason | None
) -> None:
    monkeypatch.setattr("assistant.decide.answerability", lambda *_: 1.0)

    assert refusal(found(plan, 0.9, Why.DENSE), understood(asked=question)) is reason


def test_nothing_is_answered_where_nothing_is_asked(
    plan: ReadDocument, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("assistant.decide.answerability", lambda *_: 1.0)

    assert refusal(found(plan, 0.9), understood(asked="merci !")) is Reason.OUT_OF_SCOPE

import pytest

from assistant import Audience, Hit, ReadDocument, Reason, Why
from assistant.decide import ANSWER_FROM, FOREIGN_BELOW, TOPIC_FROM, refusal

GOAL = "2/5/strategische-doelstellingen/lokale-politie/1"


def hit(plan: ReadDocument, cosine: float, *why: Why) -> Hit:
    passage = next(p for p in plan.passages if p.address == GOAL)
    return Hit(passage=passage, score=cosine, rank=1, why=frozenset(why), cosine=cosine, units=())


@pytest.mark.parametrize(
    ("cosine", "reason"),
    [
        (ANSWER_FROM, None),
        (ANSWER_FROM - 0.01, Reason.NOT_STATED),
        (TOPIC_FROM - 0.01, Reason.NO_EVIDENCE),
        (FOREIGN_BELOW - 0.01, Reason.OUT_OF_SCOPE),
    ],
)
def test_reason_follows_how_near_the_best_hit_is(
    plan: ReadDocument, cosine: float, reason: Reason | None
) -> None:
    assert refusal([hit(plan, cosine, Why.DENSE)]) is reason


@pytest.mark.parametrize("why", [Why.QUOTE, Why.ADDRESS])
def test_wording_and_place_are_always_an_answer(plan: ReadDocument, why: Why) -> None:
    assert refusal([hit(plan, 0.0, why)]) is None


def test_premise_is_false_when_the_nearest_goal_is_for_the_other_level(
    plan: ReadDocument,
) -> None:
    found = [hit(plan, 0.9, Why.DENSE)]

    assert refusal(found, Audience.FEDERAL) is Reason.FALSE_PREMISE
    assert refusal(found, Audience.LOCAL) is None


def test_nothing_found_is_no_evidence() -> None:
    assert refusal([]) is Reason.NO_EVIDENCE

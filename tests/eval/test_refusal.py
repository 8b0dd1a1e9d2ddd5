import math

from eval.metrics.refusal import false_refusal, refusal_recall


def test_recall_is_the_share_refused_when_questions_are_unanswerable() -> None:
    statuses = ["not_in_corpus", "answered", "not_in_corpus", "not_in_corpus"]

    assert refusal_recall(statuses) == 0.75


def test_false_refusal_is_the_share_refused_when_questions_are_answerable() -> None:
    assert false_refusal(["answered", "answered", "not_in_corpus", "answered"]) == 0.25


def test_rates_are_nan_when_there_are_no_questions() -> None:
    assert math.isnan(refusal_recall([]))
    assert math.isnan(false_refusal([]))

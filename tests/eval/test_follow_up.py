import math

import pytest

from eval.metrics.follow_up import follow_up_accuracy, turn_is_right


def test_later_turns_count_alike_when_conversations_differ_in_length() -> None:
    # Later turns: right, wrong; right; so 2 of 3, whatever the first turns were.
    assert follow_up_accuracy([[False, True, False], [True, True]]) == 2 / 3


def test_score_is_nan_when_no_turn_follows_another() -> None:
    assert math.isnan(follow_up_accuracy([[True], []]))


@pytest.mark.parametrize(
    ("answerable", "status", "answer", "expected"),
    [
        (True, "answered", "drie [1]", True),
        (True, "answered", "vier [1]", False),
        (True, "not_in_corpus", "", False),
        (False, "not_in_corpus", "", True),
        (False, "answered", "drie [1]", False),
    ],
)
def test_turn_is_right_when_answered_or_refused_as_labelled(
    answerable: bool, status: str, answer: str, expected: bool
) -> None:
    right = turn_is_right(
        answerable=answerable, status=status, answer=answer, quotes=[], must_contain=[["drie"]]
    )

    assert right is expected

import pytest

from eval.llm_judge import MEASURE, judge_of, with_opinions
from eval.record import Record
from tests.eval.made import OTHER, answered, outcomes, result


class Model:
    """Says what it is told to say, and keeps what it was asked."""

    def __init__(self, *said: str) -> None:
        self.said = list(said)
        self.asked: list[tuple[str, str]] = []

    def write(self, instructions: str, text: str) -> str:
        self.asked.append((instructions, text))
        return self.said[(len(self.asked) - 1) % len(self.said)]


@pytest.mark.parametrize(
    ("said", "opinion"),
    [("YES", True), ("**Yes.**", True), (" no, the number differs", False), ("Perhaps", None)],
)
def test_first_word_is_the_opinion(said: str, opinion: bool | None) -> None:
    assert judge_of(Model(said))("A.", ("B.",)) is opinion


def test_same_statement_is_asked_about_once() -> None:
    model = Model("YES")
    judge = judge_of(model)

    judge("A.", ("B.", "C."))
    judge("A.", ("B.", "C."))

    assert [text for _, text in model.asked] == ["QUOTES\n- B.\n- C.\n\nSTATEMENT\nA."]


def test_opinions_stand_beside_the_check() -> None:
    replies = outcomes(a1=answered(OTHER))

    judged = with_opinions(result(a1=answered(OTHER)).records, replies, judge_of(Model("NO")))

    found = next(record for record in judged if record.id == "a1")
    assert found.scores[MEASURE] == (0.0,)
    assert found.scores["faithfulness"] == (1.0,)


def test_opinion_that_cannot_be_read_is_left_out() -> None:
    judged: tuple[Record, ...] = with_opinions(
        result().records, outcomes(), judge_of(Model("I cannot tell"))
    )

    assert not any(MEASURE in record.scores for record in judged)

import pytest

from assistant.assistant import Assistant
from assistant.both_levels import compares_levels
from assistant.question import Question
from corpus import Audience


@pytest.mark.parametrize(
    ("question", "compares"),
    [
        ("Wat doet de federale politie en wat de lokale politie?", True),
        ("Was tun die Föderale und die Lokale Polizei?", True),
        ("Que font les polices fédérale et locale ?", True),
        ("Wat doet de lokale politie?", False),
        ("What does the Federal Police do?", False),
    ],
)
def test_both_levels_have_to_be_named(question: str, compares: bool) -> None:
    assert compares_levels(question) is compares


def test_comparison_is_answered_from_both_levels_on_one_theme(assistant: Assistant) -> None:
    question = "Illegale wapenhandel: controle op wapens door federale politie en lokale politie"

    answer = assistant.answer(Question(text=question))

    cited = [c.passage for c in answer.citations]
    assert {p.audience for p in cited} == {Audience.FEDERAL, Audience.LOCAL}
    assert {p.theme for p in cited} == {"1.4"}

import pytest

from assistant.assistant import Assistant
from assistant.both_levels import LEVELS, both_sides, compares_levels
from corpus import Audience
from index import Filters


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


def test_evidence_of_both_levels_is_about_one_theme(assistant: Assistant) -> None:
    sides = [
        assistant.search(
            "illegale wapenhandel en wapens", top_k=6, filters=Filters(audience=level)
        ).hits
        for level in LEVELS
    ]

    evidence = both_sides(sides, None)

    assert evidence[0].passage.audience is Audience.FEDERAL
    assert {e.passage.audience for e in evidence} == {Audience.FEDERAL, Audience.LOCAL}
    assert {e.passage.theme for e in evidence} == {"1.4"}

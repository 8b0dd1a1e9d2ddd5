"""What counts as a wrong answer under load, and as memory that grew."""

from collections import Counter

import pytest

from eval.load import Seen, report


def test_only_answers_that_are_never_right_are_wrong() -> None:
    seen = Seen(statuses=Counter({"200": 5, "429": 1, "503": 2, "500": 3, "ReadTimeout": 1}))

    assert seen.wrong == {"500": 3, "ReadTimeout": 1}


@pytest.mark.parametrize(
    ("memory", "growth"),
    [
        ([100, 900, 500, 500, 500, 500], 1.0),
        ([100, 100, 400, 600, 600, 400], 1.0),
        ([0, 0, 0, 100, 100, 100, 150, 150, 150], 1.5),
    ],
)
def test_memory_is_compared_once_the_server_is_warm(memory: list[float], growth: float) -> None:
    assert Seen(memory=memory).growth == growth


def test_the_report_gives_shares_and_times() -> None:
    seen = Seen(statuses=Counter({"200": 3, "503": 1}), seconds=[1.0, 2.0, 3.0], memory=[100.0] * 6)

    lines = list(report(seen, clients=2, seconds=4))

    assert "status 200               3 (75.0%)" in lines
    assert "time to a 200, p50       2.00 s" in lines
    assert "requests                 4 (1 a second)" in lines

"""What the figures of people who wait are made of."""

from collections import Counter

import pytest

from eval.chatting import Waits
from eval.people import Figure, Measured, at_most, report
from eval.visiting import Load


def _load(seconds: float, size: float) -> Load:
    return Load(first_paint=seconds, first_contentful_paint=seconds + 1, size=size)


def _measured(people: Waits, browser: Waits) -> Measured:
    loads = {"the plan": [_load(0.1, 1000.0), _load(0.5, 3000.0), _load(9.0, 2000.0)]}
    return Measured(people=people, browser=browser, processor_seconds=1.5, loads=loads)


@pytest.mark.parametrize(
    ("values", "share", "value"),
    [
        ([3.0], 0.95, 3.0),
        ([float(n) for n in range(20, 0, -1)], 0.95, 19.0),
        ([float(n) for n in range(21)], 0.95, 19.0),
        ([1.0, 2.0, 3.0, 4.0], 0.5, 2.0),
    ],
)
def test_a_share_of_the_values_is_at_most_the_percentile(
    values: list[float], share: float, value: float
) -> None:
    assert at_most(values, share) == value


def test_the_report_gives_waits_failures_and_medians() -> None:
    people = Waits(seconds=[0.2, 0.4], refused=1, follow_ups=1, failed=Counter({"status 503": 2}))

    figures = {f.measure: f for f in report(_measured(people, Waits(seconds=[0.9])))}

    assert figures["people: questions asked"].value == 4
    assert figures["people: got no answer"].value == 2
    assert figures["people: Enter to first statement, p95"].shown == "0.40 s"
    assert figures["browser: Enter to first statement, max"].shown == "0.90 s"
    assert figures["the server's processor time, per answer"].shown == "0.50 s"
    assert figures["the plan: first paint, median of 3"].shown == "0.50 s"
    assert figures["the plan: transferred, median of 3"].shown == "2 KB"


@pytest.mark.parametrize("nobody", ["people", "browser"])
def test_nothing_is_reported_when_nobody_got_an_answer(nobody: str) -> None:
    met = {"people": Waits(seconds=[0.2]), "browser": Waits(seconds=[0.2])}
    met[nobody] = Waits(failed=Counter({"status 503": 2}))

    with pytest.raises(SystemExit, match=rf"\({nobody}\).*status 503"):
        list(report(_measured(**met)))


def test_a_count_is_shown_without_a_unit() -> None:
    assert Figure(measure="asked", value=12).shown == "12"

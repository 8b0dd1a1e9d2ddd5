"""Every failure has its status."""

import pytest

from assistant import NotFoundError, PlanwijzerError, QuestionError, TooManyChecksError
from ui.http.capacity import BusyError
from ui.http.opening import NotReadyError
from ui.http.problems import problem_of, status_of
from ui.http.questions import FieldError

STATUSES = {NotFoundError: 404, QuestionError: 422}


def kinds(kind=PlanwijzerError):
    yield kind
    for child in kind.__subclasses__():
        yield from kinds(child)


def made(kind):
    if issubclass(kind, TooManyChecksError):
        return kind(1_000)
    args = ("field",) if issubclass(kind, FieldError) else ()
    return kind(*args, "It is off.", "Mend it.")


@pytest.mark.parametrize("kind", list(kinds()))
def test_status_is_4xx_for_callers_and_503_for_operators_when_it_fails(kind):
    error = made(kind)

    expected = next((s for k, s in STATUSES.items() if issubclass(kind, k)), 503)
    assert status_of(error) == expected
    assert f"{error.message} {error.fix}".encode() in problem_of(error).body


@pytest.mark.parametrize("kind", [BusyError, NotReadyError])
def test_retry_after_is_given_when_it_may_work_later(kind):
    assert "retry-after" in problem_of(kind("Not now.", "Later.")).headers

from assistant.breaker import Breaker


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_it_opens_after_three_failures_in_a_row() -> None:
    breaker = Breaker(Clock())
    for _ in range(2):
        breaker.failed()
    assert breaker.allows()
    breaker.failed()

    assert not breaker.allows()


def test_a_success_between_them_starts_the_count_anew() -> None:
    breaker = Breaker(Clock())
    for failed in (True, True, False, True, True):
        breaker.failed() if failed else breaker.succeeded()

    assert breaker.allows()


def test_after_a_rest_one_may_try() -> None:
    clock = Clock()
    breaker = Breaker(clock)
    for _ in range(3):
        breaker.failed()
    clock.now = 61.0

    assert [breaker.allows(), breaker.allows()] == [True, False]
    breaker.succeeded()
    assert breaker.allows()

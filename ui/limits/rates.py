"""How often a caller may ask, as a limit such as 120/minute states it."""

import math
import time
from dataclasses import dataclass

from limits import RateLimitItem, parse, strategies
from limits.storage import MemoryStorage
from starlette.responses import Response

from assistant import SettingsError
from ui.http.problems import problem_response

_TOO_MANY = "Too many requests. Wait as long as Retry-After says."
_FIX = "Write it as 120/minute, 10/second or 5000/day; leave it empty for no limit."


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a caller stands: whether it may go on, and the headers that say so."""

    allowed: bool
    limit: int
    remaining: int
    reset_seconds: int

    @property
    def headers(self) -> dict[str, str]:
        """The `RateLimit-*` headers (IETF draft-ietf-httpapi-ratelimit-headers-06)."""
        return {
            "RateLimit-Limit": str(self.limit),
            "RateLimit-Remaining": str(self.remaining),
            "RateLimit-Reset": str(self.reset_seconds),
        }


class Rates:
    """Counts what each caller does within a moving window, in this process."""

    def __init__(self) -> None:
        self._limiter = strategies.MovingWindowRateLimiter(MemoryStorage())

    def count(self, rate: RateLimitItem, who: str) -> Standing:
        """Count one request of a caller."""
        allowed = self._limiter.hit(rate, who)
        return self._standing(rate, who, allowed=allowed)

    def look(self, rate: RateLimitItem, who: str) -> Standing:
        """Return how a caller stands, without counting anything."""
        return self._standing(rate, who, allowed=self._limiter.test(rate, who))

    def _standing(self, rate: RateLimitItem, who: str, *, allowed: bool) -> Standing:
        window = self._limiter.get_window_stats(rate, who)
        return Standing(
            allowed=allowed,
            limit=rate.amount,
            remaining=window.remaining,
            reset_seconds=max(1, math.ceil(window.reset_time - time.time())),
        )


def rate_of(text: str) -> RateLimitItem | None:
    """Return the limit that a text states, None where it states none.

    Raises:
        SettingsError: It is no limit.
    """
    if not text:
        return None
    try:
        return parse(text)
    except ValueError as error:
        raise SettingsError(f"{text!r} is no limit.", _FIX) from error


def too_many(standing: Standing) -> Response:
    """Return the answer to a caller that is over its limit."""
    retry = {"Retry-After": str(standing.reset_seconds)}
    return problem_response(429, _TOO_MANY, headers={**standing.headers, **retry})

"""Failed attempts to be let in, counted per address, so that nobody can go on guessing."""

from limits import RateLimitItemPerMinute

from ui.limits.rates import Rates, Standing

_FAILURES = RateLimitItemPerMinute(30)


class Attempts:
    """Counts the failures of each address."""

    def __init__(self) -> None:
        self._rates = Rates()

    def standing(self, address: str) -> Standing:
        """Return whether an address may try again."""
        return self._rates.look(_FAILURES, address)

    def failed(self, address: str) -> None:
        """Count a failure."""
        self._rates.count(_FAILURES, address)

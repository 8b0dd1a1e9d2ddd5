"""How long work tells how far it is."""

from typing import Protocol


class ProgressReport(Protocol):
    """Told when work starts and how it advances."""

    def start(self, task: str, total: int, unit: str) -> None:
        """Begin a task of `total` units."""

    def advance(self, amount: int) -> None:
        """Note that `amount` more units are done."""


class SilentProgress:
    """Tells nobody."""

    def start(self, task: str, total: int, unit: str) -> None:
        """Begin a task."""

    def advance(self, amount: int) -> None:
        """Note progress."""

"""The seam to what is measured: something that can be asked and searched."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from assistant import PlanwijzerError, Turn
from eval.outcome import Reply

DEPTH = 10
"""How many passages are asked for, and looked at by the measures."""


class EvaluationError(PlanwijzerError):
    """An evaluation cannot be run, read or compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class System:
    """What is measured.

    `url` is the address of the server, empty in this process; `digest` changes with everything
    that can change an answer; `sources` are the texts of the documents by id, those that can be
    had; `threshold` is the judged likelihood from which a question counts as answered, None where
    the asker cannot know.
    """

    url: str
    version: str
    model: str
    digest: str
    sources: Mapping[str, str]
    threshold: float | None = None


class Asker(Protocol):
    """Asks the assistant; safe to use from several threads."""

    def ask(self, text: str, history: tuple[Turn, ...]) -> Reply:
        """Return the answer to a question, with the passages found for it."""

    def search(self, text: str) -> Reply:
        """Return the passages found for a look-up."""

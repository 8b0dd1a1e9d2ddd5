"""A question with what it scored: the unit of every table, breakdown and comparison."""

from collections.abc import Mapping
from dataclasses import dataclass

from eval.outcome import Kind

Scores = Mapping[str, tuple[float, ...]]
"""By measure, one value per thing measured: mostly one, but one per statement or quote."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Returned:
    """A text that came back and its place."""

    document: str
    address: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A question, what was expected, what came back, and the scores.

    `expected` is the evidence, or why there is none; `returned` are the quotes of an answer, or
    the nearest passages where there was none. `answerable` is None where the judge of
    answerability had no say; `latency_ms` is None where others were asked at the same time.
    """

    set: str
    id: str
    kind: Kind
    language: str
    type: str
    theme: str
    generator: str
    question: str
    status: str
    reason: str
    expected: tuple[str, ...]
    returned: tuple[Returned, ...]
    scores: Scores
    answerable: float | None
    latency_ms: float | None

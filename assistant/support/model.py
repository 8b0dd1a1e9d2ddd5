"""How likely it is that quotes support a statement that contradicts nothing in them.

A logistic model, learnt by `python -m eval.train_support` from the development half of the labelled
statements, for one embedding model.
"""

import json
import math
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from assistant.support.signals import Signals

SUPPORT_WEIGHTS = Path(__file__).with_name("weights.json")
_STRICT = ConfigDict(extra="forbid")


@checked_dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class Model:
    """A bias, a weight per weighed signal, and the probability from which a statement stands."""

    bias: float
    weights: dict[str, float]
    bar: float


def weighed_signals(signals: Signals) -> dict[str, float]:
    """Return the signals that a model weighs; all others are contradictions."""
    return {
        "covered": signals.covered,
        "across": float(signals.across),
        "meaning": signals.meaning,
        "affirms": float(signals.stance.affirms),
        "claims": float(signals.stance.claims),
        "generalises": float(signals.stance.generalises),
    }


def probability(signals: Signals, model: Model) -> float:
    """Return the probability of support, in [0, 1]."""
    values = weighed_signals(signals)
    total = model.bias + sum(weight * values[name] for name, weight in model.weights.items())
    return 1 / (1 + math.exp(-total))


def model_for(embedder: str) -> Model:
    """Return what was learnt with an embedder; with the first one where nothing was."""
    models = _models()
    return models.get(embedder.split("@")[0]) or next(iter(models.values()))


@cache
def _models() -> Mapping[str, Model]:
    return TypeAdapter(dict[str, Model]).validate_python(
        json.loads(SUPPORT_WEIGHTS.read_text("utf-8"))
    )

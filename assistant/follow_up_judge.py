"""How likely it is that what was found answers a follow-up.

The networks know questions that stand alone. What they make of each thing that a follow-up may mean
is weighed together with how near each comes, alone and with its history, by a logistic model that
`python -m eval.training.follow_ups` learns from conversations.
"""

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from assistant.networks import Networks, chance
from assistant.signals import inputs, signals
from index import Found

FOLLOW_UP_WEIGHTS = Path(__file__).with_name("follow_up_weights.json")
"""What was learnt, by the name of the embedding model."""

_STRICT = ConfigDict(extra="forbid")


@checked_dataclass(frozen=True, slots=True, kw_only=True, config=_STRICT)
class FollowUpModel:
    """A bias, and the weight of each clue."""

    bias: float
    weights: dict[str, float]


def judged(found: Found, question: str, networks: Networks) -> float:
    """Return the probability that what was found answers a follow-up, in [0, 1].

    Args:
        found: What was found for all its readings.
        question: Its own words.
        networks: What judges questions that stand alone.
    """
    known = clues(found, question, networks)
    model = _models().get(found.embedder.split("@")[0])
    if model is None:
        return chance(known["all"])
    return chance(model.bias + sum(model.weights[name] * clue for name, clue in known.items()))


def clues(found: Found, question: str, networks: Networks) -> Mapping[str, float]:
    """Return what speaks for and against an answer, by name.

    Args:
        found: What was found for all readings of a follow-up: with its topic, alone, and with the
            question before.
        question: Its own words.
        networks: What judges questions that stand alone.
    """
    seen = signals(found, question)
    all_odds = networks.odds(inputs(found.vector, found.nearest, seen))
    odds: dict[str, float] = {}
    near: dict[str, float] = {}
    for name, reading in zip(("topic", "alone", "before"), found.readings, strict=True):
        odds[name] = networks.odds(inputs(reading.vector, reading.nearest, seen))
        near |= {
            f"{name} cosine": reading.cosine,
            f"{name} asked": reading.asked,
            f"{name} lost": reading.cosine - reading.best,
        }
    alone = found.readings[1]
    return {
        "all": all_odds,
        **odds,
        "highest": max(odds.values()),
        "lowest": min(odds.values()),
        **{name: getattr(seen, name) for name in seen.__slots__},
        **near,
        "alone asked lost": alone.best_asked - alone.asked,
        "quoted": float(found.is_quoted),
        "theme": float(found.is_of_theme),
        "words": float(len(question.split())),
    }


@cache
def _models() -> Mapping[str, FollowUpModel]:
    return TypeAdapter(dict[str, FollowUpModel]).validate_python(
        json.loads(FOLLOW_UP_WEIGHTS.read_text("utf-8"))
    )

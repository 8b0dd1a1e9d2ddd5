"""How likely it is that what was found answers the question.

A logistic model over a dozen signals, each of which alone separates answerable questions from near
misses poorly. One of them is itself a logistic model over the question's vector: people ask for
what a policy text leaves open (who exactly, how much money, by what date) in ways that can be told
from the question. All weights are learnt by `python -m eval.train_answerability` from the known
questions of the shipped texts, each left out in turn, and the development questions.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from pydantic import ConfigDict, TypeAdapter
from pydantic.dataclasses import dataclass as checked_dataclass

from assistant.asked import asked_for, states, topic_of
from index import Found

WEIGHTS = Path(__file__).with_name("answerability.json")
_NEAR = 3
_SUBJECT_THERE = 0.9
_MOSTLY_KNOWN = 0.34
_UNLEARNT = 0.25
"""What the question's vector says where nothing was learnt with its embedder: little."""
_STRICT = ConfigDict(extra="forbid")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What speaks for and against an answer; all about [0, 1].

    `cosine` is the best hit's, `unit` that of the nearest sentence; `lead` is how far the best hit
    is ahead of the fifth; `coverage` and `unknown` are shares of the question's words; `asked` and
    `unasked` are similarities to known questions, `preferred` their difference; `missing` is 1 when
    a number or time is asked and no near hit states one; `form` is what the question's own vector
    says.
    """

    cosine: float
    unit: float
    lead: float
    coverage: float
    unknown: float
    asked: float
    unasked: float
    preferred: float
    missing: float
    form: float


@checked_dataclass(frozen=True, kw_only=True, config=_STRICT)
class Linear:
    """A bias and weights; `names` say what is weighed, empty for the columns of a vector."""

    bias: float
    weights: tuple[float, ...]
    names: tuple[str, ...] = ()

    def total(self, values: Mapping[str, float]) -> float:
        """Return the weighed sum of named values."""
        pairs = zip(self.names, self.weights, strict=True)
        return self.bias + sum(weight * values[name] for name, weight in pairs)


@checked_dataclass(frozen=True, kw_only=True, config=_STRICT)
class Model:
    """What was learnt with one embedder.

    `form` weighs the question's vector; `known` the signals where the texts have known questions,
    `unknown` those that are left where they have none.
    """

    form: Linear
    known: Linear
    unknown: Linear


def signals(found: Found, question: str) -> Signals:
    """Return the signals of a search that found something."""
    hits = found.hits
    sort = asked_for(question)
    near = hits[:_NEAR]
    return Signals(
        cosine=hits[0].cosine,
        unit=max(hit.units[0].cosine for hit in near),
        lead=hits[0].score - hits[min(4, len(hits) - 1)].score,
        coverage=max(hit.coverage for hit in near),
        unknown=found.unknown,
        asked=found.asked,
        unasked=found.unasked,
        preferred=found.asked - found.unasked,
        missing=float(not any(states(sort, hit.passage.text) for hit in near)),
        form=_overview(found) if topic_of(question) else _form(found),
    )


def answerability(found: Found, question: str) -> float:
    """Return the probability that what was found answers the question, in [0, 1].

    Known questions of other passages say nothing of a best hit about which none is known.
    """
    model = _model(found.embedder)
    best = found.hits[0]
    chosen = model.known if best.asked or best.unasked else model.unknown
    return _chance(chosen.total(asdict(signals(found, question))))


def _overview(found: Found) -> float:
    """Return what speaks for a question that asks for no fact: its subject's words are there."""
    return _SUBJECT_THERE if found.unknown < _MOSTLY_KNOWN else 1 - _SUBJECT_THERE


def _form(found: Found) -> float:
    form = _model(found.embedder).form
    if len(form.weights) != len(found.vector):
        return _UNLEARNT
    pairs = zip(form.weights, found.vector.tolist(), strict=True)
    return _chance(form.bias + sum(weight * value for weight, value in pairs))


def _chance(total: float) -> float:
    return 1 / (1 + math.exp(-total))


@cache
def _model(embedder: str) -> Model:
    """Return what was learnt with an embedder; with the first one where nothing was."""
    models = TypeAdapter(dict[str, Model]).validate_python(json.loads(WEIGHTS.read_text("utf-8")))
    name = embedder.split("@")[0]
    return models.get(name) or next(iter(models.values()))

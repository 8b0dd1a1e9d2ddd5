"""What a search says for and against an answer, as numbers."""

from dataclasses import astuple, dataclass

import numpy as np

from assistant.asked import asked_for, states, topic_of
from assistant.networks import Floats
from index import Found
from index.embedder import Vectors

_NEAR = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """What a search says for and against an answer; all about [0, 1].

    `cosine` is the best hit's, `unit` that of the nearest sentence; `lead` is how far the best hit
    is ahead of the fifth; `coverage` and `unknown` are shares of the question's words; `missing` is
    1 when a number or time is asked and no near hit states one; `overview` is 1 when no fact is
    asked for but what there is about a subject.
    """

    cosine: float
    unit: float
    lead: float
    coverage: float
    unknown: float
    missing: float
    overview: float


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
        missing=float(not any(states(sort, hit.passage.text) for hit in near)),
        overview=float(bool(topic_of(question))),
    )


def inputs(vector: Vectors, nearest: Vectors, seen: Signals) -> Floats:
    """Return what the networks judge, shape (2 x dimension + signals,).

    Args:
        vector: The question's.
        nearest: That of the nearest text.
        seen: The signals of the search.
    """
    return np.concatenate([vector, vector * nearest, np.array(astuple(seen))]).astype(np.float32)

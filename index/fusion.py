"""Four kinds of evidence to one score.

A weighted sum with the cosine as its unit. Reciprocal rank fusion with equal weights was measured
to harm the dense ranking, above all for questions in another language than the text, whose words
BM25 meets by accident only; so words weigh little, and exact wording and places weigh much.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from index.hit import Why
from index.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each kind of evidence adds to the cosine at most."""

    lexical: float
    place: float
    wording: float


SAME_LANGUAGE = Weights(lexical=0.06, place=0.12, wording=0.5)
"""For a query in the language of the text."""

OTHER_LANGUAGE = Weights(lexical=0.03, place=0.12, wording=0.5)
"""For a query in another language than the text."""

EXACT_PLACE = 1.0
"""What a query that names this very place, or nothing but this section, adds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for one passage.

    `cosine` in [-1, 1]; `lexical` and `containment` in [0, 1].
    """

    passage: int
    cosine: float
    lexical: float
    at_place: bool
    containment: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage's fused score and what contributed to it."""

    evidence: Evidence
    score: float
    why: frozenset[Why]


def fuse(evidence: Sequence[Evidence], place: Place, weights: Weights) -> list[Ranked]:
    """Return the passages by falling score; ties keep the order of the text."""
    decisive = place.exact or place.alone
    ranked = [_rank(e, decisive, weights) for e in evidence]
    return sorted(ranked, key=lambda r: (-r.score, r.evidence.passage))


def _rank(evidence: Evidence, decisive: bool, weights: Weights) -> Ranked:
    place = (EXACT_PLACE if decisive else weights.place) if evidence.at_place else 0.0
    score = (
        evidence.cosine
        + weights.lexical * evidence.lexical
        + weights.wording * evidence.containment
        + place
    )
    why = {Why.DENSE}
    if evidence.lexical > 0:
        why.add(Why.LEXICAL)
    if evidence.at_place:
        why.add(Why.ADDRESS)
    if evidence.containment > 0:
        why.add(Why.QUOTE)
    return Ranked(evidence=evidence, score=score, why=frozenset(why))

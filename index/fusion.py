"""Four kinds of evidence to one score.

A weighted sum with the cosine as its unit. Reciprocal rank fusion with equal weights was measured
to harm the dense ranking, above all for questions in another language than the text, whose words
BM25 meets by accident only; so words weigh little, and exact wording and places weigh much.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from index.hit import Why
from index.places import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each kind of evidence adds to the cosine at most.

    `audience` is added for passages addressed to the police level the query names and taken off
    those addressed to the other; `table_row` counts against rows of a table of contents, which
    repeat the headings they point to, and for them when a page is asked for; `context_note` counts
    against what only tells about a text, so that it never goes before what the text says itself.
    `asked` times what the similarity to a known question has over `asked_from` is added.
    """

    lexical: float
    place: float
    audience: float
    wording: float
    table_row: float
    context_note: float
    asked: float
    asked_from: float


WEIGHTS = Weights(
    lexical=0.06,
    place=0.25,
    audience=0.05,
    wording=0.5,
    table_row=-0.4,
    context_note=-0.1,
    asked=0.8,
    asked_from=0.4,
)
"""What measured best on the development questions."""

EXACT_PLACE = 1.0
"""What a query that names this very place, or nothing but this section, adds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for one passage.

    `cosine` in [-1, 1]; `lexical` and `containment` in [0, 1]; `audience` is 1 for the police
    level that the query names, -1 for the other one, else 0.
    """

    passage: int
    cosine: float
    lexical: float
    at_place: bool
    under_heading: bool
    audience: int
    table_row: bool
    context_note: bool
    containment: float
    asked: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranked:
    """A passage's fused score and what contributed to it."""

    evidence: Evidence
    score: float
    why: frozenset[Why]


def fuse(evidence: Sequence[Evidence], place: Place, weights: Weights = WEIGHTS) -> list[Ranked]:
    """Return the passages by falling score; ties keep the order of the text."""
    if place.named or any(e.containment > 0 for e in evidence):
        # Who names a place or remembers its words looks up; what others asked is beside the point.
        weights = replace(weights, asked=0.0)
    ranked = [_rank(e, place, weights) for e in evidence]
    return sorted(ranked, key=lambda r: (-r.score, r.evidence.passage))


def _rank(evidence: Evidence, place: Place, weights: Weights) -> Ranked:
    whole_section = evidence.under_heading or (evidence.at_place and place.alone)
    decisive = whole_section or (evidence.at_place and place.exact)
    score = (
        # Who names nothing but a section wants to read it from its start.
        (0.0 if whole_section else evidence.cosine)
        + (0.0 if whole_section else weights.lexical * evidence.lexical)
        + weights.wording * evidence.containment
        + weights.asked * max(0.0, evidence.asked - weights.asked_from)
        + weights.audience * evidence.audience
        + (weights.table_row * (-1 if place.page else 1) if evidence.table_row else 0.0)
        + (weights.context_note if evidence.context_note else 0.0)
        + (EXACT_PLACE if decisive else weights.place if evidence.at_place else 0.0)
    )
    why = {Why.DENSE}
    if evidence.lexical > 0:
        why.add(Why.LEXICAL)
    if evidence.at_place or evidence.under_heading:
        why.add(Why.ADDRESS)
    if evidence.containment > 0:
        why.add(Why.QUOTE)
    return Ranked(evidence=evidence, score=score, why=frozenset(why))

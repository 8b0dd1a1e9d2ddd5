"""Several kinds of evidence to one score.

A weighted sum with the cosine as its unit. Reciprocal rank fusion with equal weights was measured
to harm the dense ranking, above all for questions in another language than the text, whose words
BM25 meets by accident only; so words weigh little, and exact wording and places weigh much.
"""

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from index.embedder import Scores
from index.hit import Why
from index.places import Place
from index.vectors import Ids

Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each kind of evidence adds to the cosine at most.

    `audience` is added for passages addressed to the police level the query names and taken off
    those addressed to the other; `table_row` counts against rows of a table of contents, which
    repeat the headings they point to, and for them when a page is asked for; `context_note` counts
    against what only tells about a text, so that it never goes before what the text says itself.
    `asked` times what the similarity to a known question has over `asked_from` is added.
    `same_theme` is added in a conversation for the themes of the answer before.
    """

    lexical: float
    place: float
    audience: float
    wording: float
    table_row: float
    context_note: float
    asked: float
    asked_from: float
    same_theme: float


WEIGHTS = Weights(
    lexical=0.06,
    place=0.25,
    audience=0.05,
    wording=0.5,
    table_row=-0.4,
    context_note=-0.1,
    asked=0.8,
    asked_from=0.4,
    same_theme=0.08,
)
"""What measured best on the development questions."""

EXACT_PLACE = 1.0
"""What a query that names this very place, or nothing but this section, adds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """What speaks for some passages, one row each; every array has shape (passages,).

    `cosine` in [-1, 1]; `lexical`, `containment` and `asked` in [0, 1]; `audience` is 1 for the
    police level that the query names, -1 for the other one, else 0. `entry` is set for what
    says what the abbreviations stand for that the query asks for.
    """

    cosine: Scores
    lexical: Scores
    containment: Scores
    asked: Scores
    audience: Ids
    at_place: Flags
    entry: Flags
    under_heading: Flags
    table_row: Flags
    context_note: Flags
    same_theme: Flags

    def why(self, row: int) -> frozenset[Why]:
        """Return what brought one of the passages up."""
        kinds = {
            Why.LEXICAL: self.lexical[row] > 0,
            Why.ADDRESS: self.at_place[row] or self.under_heading[row] or self.entry[row],
            Why.QUOTE: self.containment[row] > 0,
        }
        return frozenset({Why.DENSE, *(why for why, holds in kinds.items() if holds)})


def fuse(evidence: Evidence, place: Place, weights: Weights = WEIGHTS) -> Scores:
    """Return one score per passage, shape (passages,); a higher one is better."""
    if place.named or evidence.under_heading.any() or evidence.containment.any():
        # Who names a place or remembers its words looks up; what others asked is beside the point.
        weights = replace(weights, asked=0.0)
    # "ZSG in de lijst met afkortingen" asks for one entry, not for the list.
    under_heading = evidence.under_heading & (evidence.entry | ~evidence.entry.any())
    whole_section = under_heading | (evidence.at_place & place.alone)
    decisive = whole_section | (evidence.at_place & place.exact) | evidence.entry
    # Who names nothing but a section wants to read it from its start.
    likeness = evidence.cosine + weights.lexical * evidence.lexical
    return np.asarray(
        np.where(whole_section, 0.0, likeness)
        + weights.wording * evidence.containment
        + weights.asked * np.maximum(0.0, evidence.asked - weights.asked_from)
        + weights.audience * evidence.audience
        + weights.table_row * (-1 if place.page else 1) * evidence.table_row
        + weights.context_note * evidence.context_note
        + weights.same_theme * evidence.same_theme
        + np.where(decisive, EXACT_PLACE, weights.place * evidence.at_place),
        dtype=np.float32,
    )

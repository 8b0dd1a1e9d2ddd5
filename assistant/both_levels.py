"""Questions that set the two police levels side by side, answered from both sides."""

import re
from collections.abc import Sequence
from itertools import chain

from assistant.answer import Evidence
from assistant.asked import Asked
from assistant.select import evidence_of
from corpus import Audience
from index import Hit

LEVELS = (Audience.FEDERAL, Audience.LOCAL)
_NAMED = {
    Audience.FEDERAL: re.compile(r"\b(federa\w+|fédéra\w+|föderal\w+)", re.IGNORECASE),
    Audience.LOCAL: re.compile(
        r"\b(loka\w+|loca(l|le|les|ux)\b|(politie|polizei)?zone[ns]?\b)", re.IGNORECASE
    ),
}
_FORCE = re.compile(r"\b(politie|police|polizei)\b", re.IGNORECASE)
_MARGIN = 0.05
_CLEARLY = 0.02
_MOST = 2


def compares_levels(question: str) -> bool:
    """Whether a question names both police levels."""
    return all(named.search(question) for named in _NAMED.values())


def the_level(question: str) -> Audience | None:
    """Return the one police level that a question names; None where it names none or both."""
    named = [level for level in LEVELS if _NAMED[level].search(question)]
    return named[0] if len(named) == 1 else None


def without_level(question: str) -> str:
    """Return a question without the words that name a police level."""
    for named in _NAMED.values():
        question = named.sub(" ", question)
    return " ".join(_FORCE.sub(" ", question).split())


def asked_of(level: Audience, question: str, parts: Sequence[str]) -> str:
    """Return what a question asks of one level: the part that names it alone, else all of it."""
    [other] = (one for one in LEVELS if one is not level)
    own = [p for p in parts if _NAMED[level].search(p) and not _NAMED[other].search(p)]
    return own[0] if own else question


def are_nearest(sides: Sequence[Sequence[Hit]], hits: Sequence[Hit]) -> bool:
    """Whether nothing that is addressed to both levels at once comes clearly nearer."""
    best = max(hit.score for hit in chain.from_iterable(sides))
    return hits[0].score <= best + _CLEARLY


def both_sides(sides: Sequence[Sequence[Hit]], asked: Asked | None) -> tuple[Evidence, ...]:
    """Return the evidence of both levels about the theme that comes nearest, federal first.

    Args:
        sides: The hits addressed to each level, best first.
        asked: The sort of fact that the evidence has to state.
    """
    best = max(chain.from_iterable(sides), key=lambda hit: hit.score, default=None)
    if best is None:
        return ()
    chosen: list[Hit] = []
    for side in sides:
        about = [hit for hit in side if hit.passage.theme == best.passage.theme]
        near = [hit for hit in about if hit.score >= about[0].score - _MARGIN]
        chosen += near[:_MOST]
    found = (evidence_of(hit, asked) for hit in chosen)
    return tuple(piece for piece in found if piece is not None)

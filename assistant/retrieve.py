"""Understood question to what was found: with its history, without it, or beyond what was told.

A follow-up may lean on what was said or stand alone, and it mostly asks for something that the
answers before it did not say. Neither can be told from its words alone, so each reading is
searched, and what comes nearer is taken.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from assistant.understand import Understood
from index import Found, Hit, Query, Why

Search = Callable[[Query, int | None], Found]
"""Searches; the number is of the passages to return, None for as many as the answer needs."""

Place = tuple[str, str, int, int]
"""Document, address, start and end of a unit."""

_HISTORY_HELPS = 0.2
"""What the history has to add to the cosine of the best hit, for a question that may do without.

One whose words point back takes whichever comes nearer."""

_CLEARLY = 0.1
"""By so much the follow-up's own words have to be nearer to what was told, or to what was not, for
the other to be left out."""

_BEST = 3
_COMPARED = 100
"""Passages whose units are compared with the follow-up's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retrieved:
    """The reading of a question that was taken, and what was found for it.

    `also` is what was found beyond what was told before, where that may answer as well.
    """

    understood: Understood
    found: Found
    also: Found | None = None


def retrieve(understood: Understood, search: Search) -> Retrieved:
    """Return what is found for a question, in the reading that comes nearer."""
    found = search(understood.query, None)
    if not understood.told or not found.hits or found.hits[0].why & {Why.QUOTE, Why.ADDRESS}:
        return Retrieved(understood=understood, found=found)
    return _beyond(understood, found, search)


def _beyond(understood: Understood, found: Found, search: Search) -> Retrieved:
    """Return what was found, what else there is than was told, or both."""
    further = search(replace(understood.query, told=understood.told), None)
    if not further.hits:
        return Retrieved(understood=understood, found=found)
    own = search(replace(understood.query, text=understood.asked, after=""), _COMPARED)
    to_own_words = {place: cosine for hit in own.hits for place, cosine in _units(hit).items()}
    new = {place for hit in further.hits for place in _units(hit)}
    told = {place for hit in found.hits[:_BEST] for place in _units(hit)} - new
    best_new = {place for hit in further.hits[:_BEST] for place in _units(hit)}
    nearest_new, nearest_told = (
        max((to_own_words.get(place, 0.0) for place in places), default=0.0)
        for places in (best_new, told)
    )
    adds = nearest_new - nearest_told
    if adds > _CLEARLY:
        return Retrieved(understood=understood, found=further)
    also = further if adds > -_CLEARLY else None
    return Retrieved(understood=understood, found=found, also=also)


def _units(hit: Hit) -> Mapping[Place, float]:
    """Return the units of a hit and their cosines."""
    passage = hit.passage
    return {(passage.document, passage.address, u.start, u.end): u.cosine for u in hit.units}

"""What a search knows of each passage beforehand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus import Audience, Kind, Passage, slug
from index.fusion import Flags
from index.vectors import Ids

_NUMBERING = "0123456789. "


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Traits of all passages; the arrays have shape (passages,).

    `audience` is the place of each passage's audience in the order of `Audience`; `under` are the
    numbers of the passages below each heading, by the heading's slug without its number.
    """

    audience: Ids
    table_row: Flags
    context_note: Flags
    under: Mapping[str, Ids]

    @classmethod
    def of(cls, passages: Sequence[Passage], context_notes: frozenset[str]) -> "Traits":
        """Return the traits of some passages; `context_notes` are ids of documents."""
        under: dict[str, list[int]] = {}
        for number, passage in enumerate(passages):
            for heading in set(map(_name, passage.section_path)):
                under.setdefault(heading, []).append(number)
        return cls(
            audience=np.array([_ORDER[p.audience] for p in passages], dtype=np.int64),
            table_row=np.array([p.kind is Kind.TABLE_ROW for p in passages], np.bool_),
            context_note=np.array([p.document in context_notes for p in passages], np.bool_),
            under={name: np.array(numbers, dtype=np.int64) for name, numbers in under.items()},
        )

    def addressed(self, audience: Audience | None) -> Ids:
        """Return 1 for passages addressed to a police level, -1 for those to the other, else 0."""
        if audience is None:
            return np.zeros_like(self.audience)
        sides = np.where(self.audience == _ORDER[audience], 1, -1)
        return np.where(self.audience == _ORDER[Audience.BOTH], 0, sides)

    def below(self, heading: str) -> Flags:
        """Return whether each passage stands under a heading, given by its slug."""
        found = np.zeros(len(self.audience), np.bool_)
        found[self.under.get(heading, _NONE)] = True
        return found


def _name(heading: str) -> str:
    return slug(heading.lstrip(_NUMBERING))


_NONE = np.empty(0, dtype=np.int64)
_ORDER = {audience: number for number, audience in enumerate(Audience)}

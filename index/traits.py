"""What a search knows of each passage beforehand."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from corpus import Audience, Kind, Passage, explained
from index.fusion import Flags
from index.vectors import Ids


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """Traits of all passages; the arrays have shape (passages,).

    `audience` is the place of each passage's audience in the order of `Audience`; `entry` are the
    numbers of the passages that say what each abbreviation stands for: its entry in a list, or
    where there is none, the first passage that explains it.
    """

    audience: Ids
    table_row: Flags
    context_note: Flags
    entry: Mapping[str, Sequence[int]]

    @classmethod
    def of(cls, passages: Sequence[Passage], context_notes: frozenset[str]) -> "Traits":
        """Return the traits of some passages; `context_notes` are ids of documents."""
        listed: dict[str, list[int]] = {}
        in_text: dict[str, list[int]] = {}
        for number, passage in enumerate(passages):
            if passage.short_form:
                listed.setdefault(passage.short_form, []).append(number)
            for short, _, _ in explained(passage.text):
                in_text.setdefault(short, [number])
        return cls(
            audience=np.array([_ORDER[p.audience] for p in passages], dtype=np.int64),
            table_row=np.array([p.kind is Kind.TABLE_ROW for p in passages], np.bool_),
            context_note=np.array([p.document in context_notes for p in passages], np.bool_),
            entry=in_text | listed,
        )

    def entries(self, abbreviations: Iterable[str]) -> Flags:
        """Return whether each passage says what one of some abbreviations stands for."""
        found = np.zeros(len(self.audience), np.bool_)
        for short in abbreviations:
            found[list(self.entry.get(short, ()))] = True
        return found

    def addressed(self, audience: Audience | None) -> Ids:
        """Return 1 for passages addressed to a police level, -1 for those to the other, else 0."""
        if audience is None:
            return np.zeros_like(self.audience)
        sides = np.where(self.audience == _ORDER[audience], 1, -1)
        return np.where(self.audience == _ORDER[Audience.BOTH], 0, sides)


_ORDER = {audience: number for number, audience in enumerate(Audience)}

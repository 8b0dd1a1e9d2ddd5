"""Ordinals in the four languages: "de tweede", "3ème", "das dritte"."""

import re

_FORMS = (
    r"eerste|premier|première|erste[nrs]?|first|1ste|1re|1er|1st",
    r"tweede|deuxième|seconde?|zweite[nrs]?|second|2de|2e|2ème|2nd",
    r"derde|troisième|dritte[nrs]?|third|3de|3e|3ème|3rd",
    r"vierde|quatrième|vierte[nrs]?|fourth|4de|4e|4ème|4th",
    r"vijfde|cinquième|fünfte[nrs]?|fifth|5de|5e|5ème|5th",
    r"zesde|sixième|sechste[nrs]?|sixth|6de|6e|6ème|6th",
)
ORDINAL = re.compile("|".join(rf"\b(?P<n{n}>{form})\b" for n, form in enumerate(_FORMS)), re.I)
"""An ordinal up to the sixth."""


def ordinal_in(text: str) -> int | None:
    """Return the number that the first ordinal of a text names, from 1."""
    found = ORDINAL.search(text)
    return number_of(found) if found else None


def number_of(found: re.Match[str]) -> int:
    """Return the number that a match of `ORDINAL` names."""
    return next(n for n in range(len(_FORMS)) if found[f"n{n}"]) + 1

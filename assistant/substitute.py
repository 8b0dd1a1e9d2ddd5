"""A follow-up that asks the same about something else, put into the question before it.

"En voor de lokale politie?", "und bei sexueller Gewalt?", "et la troisième ?" name only what is
other; everything else is that of the earlier question.
"""

import re

from assistant.phrases import content_words, says_something, words
from corpus import ORDINAL

_LEVEL_WORD = re.compile(
    r"\b(?P<federal>f[eé]d[eé]rale?|föderale[nrs]?)|\b(?P<local>lokale?[nrs]?|locale?)\b", re.I
)
_LEVEL_NAME = re.compile(
    r"\b(?:(?P<dutch>federale|lokale)\s+politie|(?P<german>föderale|lokale)(?P<ending>[nr]?)\s+polizei|"
    r"police\s+(?P<french>f[eé]d[eé]rale|locale)|(?P<english>federal|local)\s+police)\b",
    re.I,
)
_FORCE = re.compile(r"^(politie|police|polizei)$", re.I)
_FEW_WORDS = 3


def same_of_another(text: str, earlier: str) -> str | None:
    """Return the earlier question about what a follow-up names; None when it asks something else.

    Args:
        text: The follow-up, in any of the languages.
        earlier: The question it follows, which stands alone.
    """
    return (
        (of_the_other_level(text, earlier) if _only_names_a_level(text, earlier) else None)
        or _of_another_number(text, earlier)
        or _of_another_sort(text, earlier)
    )


def of_the_other_level(text: str, earlier: str) -> str | None:
    """Return the earlier question with the police level that a follow-up names instead of its own.

    None where the two don't each name one level, and not the same.
    """
    mine = {level for found in _LEVEL_WORD.finditer(text) if (level := found.lastgroup)}
    theirs = {_level_of(name) for name in _LEVEL_NAME.finditer(earlier)}
    if len(mine) != 1 or len(theirs) != 1 or mine == theirs:
        return None
    return _LEVEL_NAME.sub(_other_level, earlier)


def _only_names_a_level(text: str, earlier: str) -> bool:
    """Whether a text says nothing beside a level that the earlier question does not say."""
    said = earlier.casefold()
    rest = content_words(_LEVEL_WORD.sub(" ", text))
    return all(_FORCE.match(word) or word.casefold() in said for word in rest)


def _level_of(name: re.Match[str]) -> str:
    return "local" if re.search(r"\blo[ck]al", name.group(), re.I) else "federal"


def _other_level(name: re.Match[str]) -> str:
    to_federal = _level_of(name) == "local"
    if name["dutch"]:
        return "federale politie" if to_federal else "lokale politie"
    if name["german"]:
        return f"{'Föderale' if to_federal else 'Lokale'}{name['ending']} Polizei"
    if name["french"]:
        return "police fédérale" if to_federal else "police locale"
    return "federal police" if to_federal else "local police"


def _of_another_number(text: str, earlier: str) -> str | None:
    mine, theirs = ORDINAL.search(text), ORDINAL.search(earlier)
    if mine is None or theirs is None:
        return None
    rest = [word for word in content_words(ORDINAL.sub(" ", text)) if word not in earlier]
    if rest:
        return None
    return earlier[: theirs.start()] + mine.group() + earlier[theirs.end() :]


def _of_another_sort(text: str, earlier: str) -> str | None:
    """Return the earlier question with one noun phrase for another of the same noun.

    "En sociale fraude?" after "… inzake fiscale fraude?": the shared word tells what is replaced,
    the words around it how much.
    """
    mine, theirs = words(text), words(earlier)
    named = [n for n, word in enumerate(mine) if says_something(word.group())]
    if not 1 < len(named) <= _FEW_WORDS or named[-1] - named[0] + 1 != len(named):
        return None
    folded = [word.group().casefold() for word in theirs]
    for n in named:
        if mine[n].group().casefold() not in folded:
            continue
        at = folded.index(mine[n].group().casefold())
        first, last = at - (n - named[0]), at + (named[-1] - n)
        if first < 0 or last >= len(theirs):
            return None
        replaced = theirs[first : last + 1]
        if not all(says_something(word.group()) for word in replaced):
            return None
        put = text[mine[named[0]].start() : mine[named[-1]].end()]
        return earlier[: replaced[0].start()] + put + earlier[replaced[-1].end() :]
    return None

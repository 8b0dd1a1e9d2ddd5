"""Questions that ask two things, taken apart: "Drugs: wie doet wat, en welke rol heeft X?"

Each part is looked for by itself, with what both are about; otherwise the half with more words in
common with some passage hides the other.
"""

import re
from collections.abc import Iterable, Sequence

from assistant.answer import Evidence
from assistant.asked import Asked
from assistant.phrases import content_words, subject
from assistant.select import evidence_of, joined
from index import Hit

_AND = r"(?:en|et|und|and)"
_OR = r"(?:en|of|et|ou|und|oder|and|or|vs\.?|versus)"
_ASKS = (
    r"(?:(?:op|in|bij|voor|met|aan|naar|à|dans|pour|avec|sur|an|auf|mit|für|bei|von|in|for|with|to|on)"
    r"\s+)?(?:wat|wie|welke?|waar\w*|wanneer|hoe\w*|quoi|que|qu['’]\w+|qui|quel\w*|où|quand|comment|"
    r"combien|lesquel\w*|was|wer|wen|wem|welche\w*|wo\w*|wann|wie|what|who|whom|which|where|when|how|"
    r"why|waarom|pourquoi|warum)"
)
# All of these read a question in which one space parts words: a row of spaces could be shared out
# in too many ways.
_TOPIC = re.compile(r"^(?P<topic>[^:?.]{3,80}?) ?: (?P<rest>.+)$")
_TWO = re.compile(rf"^(?P<first>\S.{{8,}}?) ?,? {_AND} (?P<second>{_ASKS}\b.{{6,}})$", re.I)
_WHAT_IS = {
    "verschil": "Wat is",
    "onderscheid": "Wat is",
    "différen": "Qu'est-ce que",
    "distinction": "Qu'est-ce que",
    "unterschied": "Was ist",
    "differ": "What is",
}
_DIFFER = rf"(?:{'|'.join(_WHAT_IS)})\w*"
_BETWEEN = re.compile(rf"\b{_DIFFER}\b.*?\b(?:tussen|entre|zwischen|between) (?P<both>.+)", re.I)
_BEFORE = re.compile(rf"^(?P<both>[^:,?]+)[:,?].*\b{_DIFFER}\b", re.I)
_EITHER = re.compile(rf"(?<=\S) {_OR} ", re.I)
_ARTICLE = re.compile(r"^(?:de|het|een|l['’]|la|le|les|der|die|das|dem|den|the)\s*", re.I)
_MOST_WORDS = 6
_MARGIN = 0.02
_MOST = 2


def parts_of(question: str) -> tuple[str, ...]:
    """Return the two questions that a question is made of, each standing alone; else none."""
    spaced = " ".join(question.split())
    return _differing(spaced) or _one_after_the_other(spaced)


def of_parts(found: Iterable[tuple[Sequence[Hit], Asked | None]]) -> tuple[Evidence, ...]:
    """Return the evidence for each part in turn, what is of one passage as one piece.

    Args:
        found: The hits of each part, best first, and the sort of fact that it asks for.
    """
    pieces: list[Evidence] = []
    for hits, asked in found:
        near = [hit for hit in hits if hit.score >= hits[0].score - _MARGIN]
        pieces += filter(None, (evidence_of(hit, asked) for hit in near[:_MOST]))
    return merged(pieces)


def merged(pieces: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Return the evidence with what is of one passage as one piece."""
    by_place: dict[tuple[str, str], Evidence] = {}
    for piece in pieces:
        place = (piece.passage.document, piece.passage.address)
        by_place[place] = _with(by_place.get(place), piece)
    return tuple(by_place.values())


def _with(one: Evidence | None, other: Evidence) -> Evidence:
    if one is None:
        return other
    ranges = joined({*one.ranges, *other.ranges}, one.passage.text)
    return Evidence(passage=one.passage, ranges=ranges, score=max(one.score, other.score))


def _differing(question: str) -> tuple[str, ...]:
    """Return what is set side by side: "het verschil tussen publieke en private corruptie"."""
    sides = _sides(_BETWEEN.search(question)) or _sides(_BEFORE.search(question))
    if not sides:
        return ()
    one, other = (_ARTICLE.sub("", side.strip()) for side in sides)
    first, second = one.split(), other.split()
    if not first or max(len(first), len(second)) > _MOST_WORDS:
        return ()
    opening = next(words for sign, words in _WHAT_IS.items() if sign in question.casefold())
    # What only one of them names belongs to both: "publieke en private corruptie", and in French
    # "corruption publique ou privée".
    if len(first) == 1 < len(second):
        one = f"{one} {' '.join(second[1:])}"
    elif len(second) == 1 < len(first):
        other = f"{' '.join(first[:-1])} {other}"
    return f"{opening} {one}?", f"{opening} {other}?"


def _sides(found: re.Match[str] | None) -> list[str]:
    sides = _EITHER.split(found["both"].rstrip("?.! "), maxsplit=1) if found else []
    return sides if len(sides) > 1 else []


def _one_after_the_other(question: str) -> tuple[str, ...]:
    named = _TOPIC.match(question)
    topic, rest = (named["topic"], named["rest"]) if named else ("", question)
    found = _TWO.match(rest)
    if found is None or not all(content_words(found[half]) for half in ("first", "second")):
        return ()
    first, second = found["first"].rstrip(" ,?"), found["second"].rstrip(" ?.!")
    if topic:
        return f"{topic}: {first}?", f"{topic}: {second}?"
    return f"{first}?", f"{second} ({subject(first)})?"

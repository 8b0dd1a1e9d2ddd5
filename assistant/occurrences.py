"""Questions where something is mentioned, answered with every place that has its words."""

import re
from collections.abc import Sequence

from assistant.answer import Evidence
from assistant.phrases import content_words
from assistant.select import evidence_of
from corpus import Kind, sentences
from index import Hit

_EVERY = (
    r"welke|alle|elke|quel(?:le)?s?|tou(?:te)?s|chaque|welche[nrs]?|jede[nrs]?|which|what|all|"
    r"every|each|hoeveel|combien|wie ?viele?n?|how many"
)
_PLACES = (
    r"thema['’]?s?|themen|thèmes?|themes?|hoofdstuk(?:ken)?|chapitres?|kapiteln?|chapters?|"
    r"plaats(?:en)?|endroits?|stellen?|places?|passages?|secties?|sections?|abschnitte?n?|"
    r"paragra(?:fen|phes?|phs?)"
)
_HOW_OFTEN = r"hoe (?:vaak|dikwijls)|combien de fois|wie (?:oft|häufig)|how often|how many times"
_WHERE = r"waar|où|wo|where|overal|partout|überall|everywhere"
_MENTIONED = (
    r"vermeld\w*|genoemd\w*|opduik\w*|duik(?:t|en) .*\bop|terugk(?:om|er)\w*|ter sprake|aan bod|"
    r"sprake van|mention\w*|cit[ée]\w*|évoqu\w*|(?:ré?)?apparaî\w*|parle-t-on|parlé|"
    r"question d\w*|erwähn\w*|genannt\w*|auftauch\w*|tauch(?:t|en) .*\bauf|die Rede|"
    r"referred to|named|comes? (?:up|back)"
)
_OCCURS = (
    r"voorkom\w*|kom(?:t|en) .*\bvoor|appara[iî]\w*|figure\w*|revien\w*|vorkomm\w*|"
    r"komm(?:t|en) .*\bvor|appears?|occurs?"
)
_ASKS = re.compile(
    rf"\A(?:(?=.*\b(?:{_EVERY})\b)(?=.*\b(?:{_PLACES})\b)(?=.*\b(?:{_MENTIONED}|{_OCCURS})\b)"
    rf"|(?=.*\b(?:{_HOW_OFTEN})\b)(?=.*\b(?:{_MENTIONED}|{_OCCURS})\b)"
    rf"|(?=.*\b(?:{_WHERE})\b)(?=.*\b(?:{_MENTIONED})\b))",
    re.I | re.S,
)
_NOT = re.compile(r"\b(?:niet|geen|nergens|pas|aucune?s?|nicht|keine[nrms]?|not|no|never)\b", re.I)
_QUOTED = re.compile(
    r"[“„«\"](?P<double>[^“”„«»\"]{3,})[”“»\"]|(?<!\w)['‘](?P<single>[^'‘’]{3,})['’](?!\w)"
)
_FRAME = re.compile(
    rf"\b(?:{_HOW_OFTEN}|{_EVERY}|{_PLACES}|{_WHERE}|{_MENTIONED}|{_OCCURS})\b".replace(
        r" .*\b", " ?"
    )
    + r"|\b(?:duik(?:t|en)|kom(?:t|en)|komm(?:t|en)|tauch(?:t|en)|vor|auf|fois|keren|mal)\b"
    + r"|(?<=\w)-t-\w+",
    re.I,
)
_MOST = 8
_LONG = 6
_ENDING = 2


def term_in(question: str) -> str:
    """Return what a question asks all the mentions of, nothing where it asks something else."""
    if not _ASKS.match(question) or _NOT.search(question):
        return ""
    if found := _QUOTED.search(question):
        return found["double"] or found["single"]
    return " ".join(content_words(_FRAME.sub(" ", question)))


def occurrences(hits: Sequence[Hit], term: str) -> tuple[Evidence, ...]:
    """Return the sentences that have a term, in the order of the text; at most one list's worth.

    Args:
        hits: The passages that have it, in the order of the text.
        term: The words asked about.
    """
    prose = [hit for hit in hits if hit.passage.kind not in (Kind.TABLE_ROW, Kind.ABBREVIATION)]
    found = (_saying(hit, term) for hit in prose or hits)
    return tuple(piece for piece in found if piece is not None)


def the_most_telling(evidence: Sequence[Evidence]) -> tuple[Evidence, ...]:
    """Return as many pieces as can be read at once, in order: first one of every section."""
    seen: set[str] = set()
    first: list[Evidence] = []
    more: list[Evidence] = []
    for piece in evidence:
        (more if piece.passage.section in seen else first).append(piece)
        seen.add(piece.passage.section)
    kept = {id(piece) for piece in (*first, *more)[:_MOST]}
    return tuple(piece for piece in evidence if id(piece) in kept)


def _saying(hit: Hit, term: str) -> Evidence | None:
    """Return the sentences of a hit that have the term; those that mean it, in another language."""
    text = hit.passage.text
    stems = [word[: -_ENDING if len(word) > _LONG else None] for word in content_words(term)]
    having = re.compile(".*?".join(rf"\b{re.escape(stem)}" for stem in stems), re.I | re.S)
    ranges = tuple((s, e) for s, e in sentences(text) if having.search(text, s, e))
    if ranges:
        return Evidence(passage=hit.passage, ranges=ranges, score=hit.score)
    return evidence_of(hit, None)

"""Hits to evidence: the sentences and list items that answer."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from assistant.answer import Evidence
from assistant.asked import Asked, states
from assistant.enumerations import with_enumerations
from corpus import Kind, Passage, explained, sentences
from index import Hit, Why

_SHORT_PASSAGE = 60
"""A passage of at most this many words is quoted whole."""

_SENTENCE_MARGIN = 0.1
"""Sentences of one passage this close to its best one are quoted with it."""

_PASSAGE_MARGIN = 0.1
"""Passages this close to the best one answer too."""

_LIST_MARGIN = 0.12
_LIST_SHARE = 3
_BETWEEN_ITEMS = re.compile(r"\s*(?:[-–•]\s+)?(?:o\s+)?")
_LIST_LOOKED_AT = 5
_MAX_EVIDENCE = 3
_MAX_LIST = 8


ItemsOf = Callable[[Passage], Sequence[Passage]]
"""Returns the items of the list that a passage leads in."""


def select(
    hits: Sequence[Hit],
    section_passages: Sequence[Passage],
    items_of: ItemsOf,
    asked: Asked | None = None,
    entries: Collection[str] = (),
    *,
    several: bool = False,
) -> tuple[Evidence, ...]:
    """Return the evidence for an answer, best first; none when no hit states what is asked.

    Args:
        hits: What was found, best first.
        section_passages: The passages of the best hit's section, in order; when the hits agree
            that the whole list there is asked for, it is given whole.
        items_of: What brings the items of a list along with the sentence that leads them in.
        asked: The sort of fact that the evidence has to state.
        entries: The abbreviations of which nothing is asked but what they stand for.
        several: Whether several things are asked for; a list in the best passage comes whole then.
    """
    if not hits:
        return ()
    if entries and (explanations := tuple(_explanations(hits, entries))):
        return explanations
    listed = [p for p in section_passages if p.kind is hits[0].passage.kind]
    if _asks_for_list(hits, len(listed)):
        return tuple(_whole(p, hits[0].score) for p in listed[:_MAX_LIST])
    close = [hit for hit in hits if hit.score >= hits[0].score - _PASSAGE_MARGIN]
    found = [evidence_of(hit, asked) for hit in close[:_MAX_EVIDENCE]]
    pieces = [piece for piece in found if piece is not None]
    if several and pieces and pieces[0].passage.kind is not Kind.FRAMEWORK_LIST:
        pieces[0] = _with_enumerations(pieces[0])
    return tuple(_with_lists(pieces, items_of))


def _explanations(hits: Sequence[Hit], entries: Collection[str]) -> Iterator[Evidence]:
    """Yield what says what abbreviations stand for; of a single one also the best use of it."""
    listed = [hit for hit in hits if hit.passage.short_form in entries]
    for hit in listed:
        yield _whole(hit.passage, hit.score)
    left = set(entries) - {hit.passage.short_form for hit in listed}
    for hit in hits:
        there = [(s, e) for short, s, e in explained(hit.passage.text) if short in left]
        if there and Why.ADDRESS in hit.why:
            ranges = [
                (start, end)
                for start, end in sentences(hit.passage.text)
                if any(start <= s and e <= end for s, e in there)
            ]
            yield Evidence(
                passage=hit.passage, ranges=joined(ranges, hit.passage.text), score=hit.score
            )
    if len(entries) == len(listed) == 1:
        used = re.compile(rf"\b{re.escape(listed[0].passage.short_form)}\b")
        uses = (h for h in hits if not h.passage.short_form and used.search(h.passage.text))
        yield from (_whole(hit.passage, hit.score) for hit in islice(uses, 1))


def _with_lists(evidence: Sequence[Evidence], items_of: ItemsOf) -> Iterator[Evidence]:
    """Yield the evidence, after each sentence that leads a list in the items of the list."""
    given: set[str] = set()
    for piece in evidence:
        if piece.passage.address in given:
            continue
        yield piece
        given.add(piece.passage.address)
        if piece.ranges[-1][1] == len(piece.passage.text):
            for item in items_of(piece.passage)[:_MAX_LIST]:
                if item.address not in given:
                    yield _whole(item, piece.score)
                    given.add(item.address)


def _asks_for_list(hits: Sequence[Hit], items: int) -> bool:
    """Whether most of the best hits are items of one list: then the list is what is asked for."""
    best = hits[0]
    if best.passage.kind not in (Kind.GOAL, Kind.LIST_ITEM) or items == 1:
        return False
    siblings = [
        hit
        for hit in hits[:_LIST_LOOKED_AT]
        if hit.passage.section == best.passage.section
        and hit.passage.kind is best.passage.kind
        and hit.score >= best.score - _LIST_MARGIN
    ]
    return len(siblings) >= min(_LIST_SHARE, items)


def evidence_of(hit: Hit, asked: Asked | None) -> Evidence | None:
    """Return the sentences of a hit that answer, None when none states what is asked."""
    passage = hit.passage
    if not states(asked, passage.text):
        return None
    if len(passage.text.split()) <= _SHORT_PASSAGE:
        return _whole(passage, hit.score)
    parts = set(sentences(passage.text))
    near = [
        unit
        for unit in hit.units
        if (unit.start, unit.end) in parts and states(asked, passage.text[unit.start : unit.end])
    ]
    if not near:
        return _whole(passage, hit.score)
    best = near[0].cosine
    ranges = [(u.start, u.end) for u in near if u.cosine >= best - _SENTENCE_MARGIN]
    return Evidence(passage=passage, ranges=joined(ranges, passage.text), score=hit.score)


def _with_enumerations(piece: Evidence) -> Evidence:
    text = piece.passage.text
    parts = [
        (start, end)
        for start, end in sentences(text)
        if any(first <= start and end <= last for first, last in piece.ranges)
    ]
    return replace(piece, ranges=joined(with_enumerations(parts, text), text))


def _whole(passage: Passage, score: float) -> Evidence:
    return Evidence(passage=passage, ranges=((0, len(passage.text)),), score=score)


def joined(ranges: Iterable[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Return the ranges in order, neighbours with at most an item's marker between made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if found and (start < found[-1][1] or _BETWEEN_ITEMS.fullmatch(text, found[-1][1], start)):
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return tuple(found)

"""The cross-walk between a plan and the framework note it rests on, as the plan's text states it.

A plan names the note's dimensions once, in brackets, and each theme's list of frameworks may name
the dimension that the theme belongs to. Both are read from the text, by the words in which policy
texts say it; every link knows the line it was read from.
"""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import DocumentStatus, Kind, Passage, ReadDocument
from corpus.glossary import glossary
from corpus.vocabulary import slug

_NAMED = re.compile(r"dimensi(?:es|ons|onen)[^().;:]{0,60}\(([^()]{20,400})\)", re.IGNORECASE)
_NOTE = re.compile(
    r"\bKIV\b|\bNCSI\b|kadernota|note-cadre|rahmennote|framework note on integral", re.IGNORECASE
)
_AND = re.compile(r"\s+(?:en|et|und|and)\s+")
_WORD = re.compile(r"[^\W\d_]{4,}")
_DIMENSIONS = range(3, 11)
_SHARE = 0.5
"""The share of the own words of a dimension's name that a line must have to name it."""

OwnWords = Mapping[str, tuple[frozenset[str], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dimension:
    """A dimension of the framework note: its slug, its name as printed, and in other languages.

    `passage` is the id of the passage that names it, at `start:end` of its text.
    """

    id: str
    name: str
    names: Mapping[str, str]
    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class KivLink:
    """A theme and the dimension that its list of frameworks names, at `start:end` of a passage.

    `dimension` is empty where the line names the framework note as a whole.
    """

    document: str
    theme: str
    dimension: str
    passage: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CrossWalk:
    """The dimensions of the framework note and the themes that belong to them."""

    dimensions: tuple[Dimension, ...] = ()
    links: tuple[KivLink, ...] = ()


def cross_walk(documents: Sequence[ReadDocument]) -> CrossWalk:
    """Return the cross-walk that the binding plans among some documents state."""
    plans = [r for r in documents if r.document.status is DocumentStatus.BINDING_PLAN]
    named = [dimension for read in plans for p in read.passages for dimension in _named_in(p)]
    dimensions = tuple({dimension.id: dimension for dimension in reversed(named)}.values())[::-1]
    own = _own_words(dimensions)
    return CrossWalk(
        dimensions=dimensions,
        links=tuple(link for read in plans for p in read.passages for link in _links_in(p, own)),
    )


def with_dimensions(documents: Sequence[ReadDocument]) -> tuple[ReadDocument, ...]:
    """Return the documents, each passage with the dimensions it belongs to.

    In a plan these are its theme's; in a framework note those that a heading above it names. A plan
    that not everybody may read who may read a document tells nothing of it.
    """
    plans = [r for r in documents if r.document.status is DocumentStatus.BINDING_PLAN]
    walks: dict[tuple[str, ...], CrossWalk] = {}
    linked: list[ReadDocument] = []
    for read in documents:
        known = [plan for plan in plans if plan.document.readable_wherever(read.document)]
        key = tuple(plan.document.id for plan in known)
        if key not in walks:
            walks[key] = cross_walk(known)
        linked.append(_with_its_dimensions(read, walks[key]))
    return tuple(linked)


def _with_its_dimensions(read: ReadDocument, walk: CrossWalk) -> ReadDocument:
    own = _own_words(walk.dimensions)
    by_theme: dict[str, list[str]] = {}
    for link in walk.links:
        if link.dimension and link.document == read.document.id:
            by_theme.setdefault(link.theme, []).append(link.dimension)

    def dimensions_of(passage: Passage) -> tuple[str, ...]:
        if read.document.status is DocumentStatus.FRAMEWORK_NOTE:
            found = [_best(heading, own) for heading in passage.section_path]
            return tuple(dict.fromkeys(d for d in found if d))
        return tuple(dict.fromkeys(by_theme.get(passage.theme or "", [])))

    return replace(
        read,
        passages=tuple(
            replace(p, dimensions=dimensions) if (dimensions := dimensions_of(p)) else p
            for p in read.passages
        ),
    )


def _named_in(passage: Passage) -> Iterator[Dimension]:
    match = _NAMED.search(passage.text)
    if match is None:
        return
    *commas, last = match.group(1).split(",")
    names = [*commas, *_AND.split(last)[:-1], _AND.split(last)[-1]]
    if len(names) not in _DIMENSIONS:
        return
    for name in (raw.strip() for raw in names):
        start = passage.text.index(name, match.start(1))
        yield Dimension(
            id=slug(name),
            name=name,
            names=_translated(name),
            passage=passage.id,
            start=start,
            end=start + len(name),
        )


def _links_in(passage: Passage, own: OwnWords) -> Iterator[KivLink]:
    if passage.kind is not Kind.FRAMEWORK_LIST or passage.theme is None:
        return
    start = 0
    for line in passage.text.split("\n"):
        if _NOTE.search(line):
            yield KivLink(
                document=passage.document,
                theme=passage.theme,
                dimension=_best(line, own),
                passage=passage.id,
                start=start + len(line) - len(line.removeprefix("- ")),
                end=start + len(line),
            )
        start += len(line) + 1


def _own_words(dimensions: Sequence[Dimension]) -> OwnWords:
    """Return, by dimension, the words of each of its names that tell it from the others."""
    names = {d.id: {_words(name) for name in (d.name, *d.names.values())} for d in dimensions}
    counts = Counter(word for own in names.values() for word in frozenset().union(*own))
    shared = frozenset(word for word, count in counts.items() if count * 2 > len(dimensions))
    return {key: tuple(name - shared for name in own) for key, own in names.items()}


def _best(text: str, own: OwnWords) -> str:
    """Return the dimension that a text names, the empty string when it names none."""
    said = _words(text)
    shares = {
        key: max((len(said & name) / len(name) for name in names if name), default=0.0)
        for key, names in own.items()
    }
    best = max(shares, key=lambda key: shares[key], default="")
    return best if best and shares[best] >= _SHARE else ""


def _translated(name: str) -> dict[str, str]:
    """Return the name in the four languages, by the glossary's term that shares most words."""
    said = _words(name)
    terms = [
        (len(said & words) / len(said | words), term)
        for term in glossary().terms
        if (words := _words(term.nl))
    ]
    share, term = max(terms, key=lambda pair: pair[0])
    if share < _SHARE:
        return {}
    return {"nl": term.nl, "fr": term.fr, "de": term.de, "en": term.en}


def _words(text: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in _WORD.findall(text))

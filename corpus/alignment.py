"""Two documents that officially translate each other, aligned place by place.

The addresses of a translation use its own words (`objectifs-strategiques/police-locale/1`), so
places are aligned by structure: numbered headings and items by their numbers, the others by their
order among siblings of the same kind and police level.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from corpus.document import Passage, ReadDocument, Section, SectionKind, Standing, Version

Key = tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """Which place of an original is which place of its translation, and what found no partner.

    `pairs` maps addresses of the original to addresses of the translation.
    """

    pairs: Mapping[str, str]
    only_original: tuple[str, ...]
    only_translation: tuple[str, ...]


def align(original: ReadDocument, translation: ReadDocument) -> Alignment:
    """Return which places of two documents correspond."""
    ours, theirs = _keys(original), _keys(translation)
    by_key = {key: address for address, key in theirs.items()}
    pairs = {a: by_key[key] for a, key in ours.items() if key in by_key}
    partners = set(pairs.values())
    return Alignment(
        pairs=pairs,
        only_original=tuple(a for a in ours if a not in pairs),
        only_translation=tuple(a for a in theirs if a not in partners),
    )


def with_official_versions(documents: Sequence[ReadDocument]) -> tuple[ReadDocument, ...]:
    """Return the documents, each with the official versions that its translations give it.

    Places that an official version covers lose their working translation in that language. A
    document and a translation that are not for the same groups stay apart: each would show, beside
    the other, text to people who may not read it.
    """
    by_id = {read.document.id: read for read in documents}
    linked = dict(by_id)
    for translation in documents:
        source = by_id.get(translation.document.translation_of)
        if source is None or source is translation or not _for_the_same(source, translation):
            continue
        pairs = align(source, translation).pairs
        official = tuple(_versions(source, translation, pairs))
        mirrored = frozenset(pairs.values())
        linked[translation.document.id] = replace(
            linked[translation.document.id], mirrored=mirrored
        )
        covered = {(v.address, v.language) for v in official}
        target = linked[source.document.id]
        kept = tuple(v for v in target.versions if (v.address, v.language) not in covered)
        linked[source.document.id] = replace(target, versions=(*official, *kept))
    return tuple(linked.values())


def _for_the_same(one: ReadDocument, other: ReadDocument) -> bool:
    return one.document.readable_wherever(other.document) and other.document.readable_wherever(
        one.document
    )


def _versions(
    original: ReadDocument, translation: ReadDocument, pairs: Mapping[str, str]
) -> Iterator[Version]:
    texts = {p.address: p.text for p in translation.passages}
    texts |= {s.address: s.title for s in translation.sections}
    for ours, theirs in pairs.items():
        yield Version(
            document=original.document.id,
            address=ours,
            language=translation.document.language,
            text=texts[theirs],
            standing=Standing.OFFICIAL,
        )


def _keys(read: ReadDocument) -> dict[str, Key]:
    """Return a language-free key of every place, by address."""
    keys: dict[str, Key] = {}
    seen: Counter[Key] = Counter()
    for section in read.sections:
        above = keys[section.parent] if section.parent is not None else ()
        if section.kind is SectionKind.DOCUMENT:
            keys[section.address] = ("document",)
            continue
        keys[section.address] = _numbered(above, _section_parts(section), seen, section.number)
    for passage in read.passages:
        keys[passage.address] = _numbered(
            keys[passage.section], (passage.kind.value,), seen, _item_number(passage)
        )
    return keys


def _numbered(above: Key, own: Key, seen: "Counter[Key]", number: str | None) -> Key:
    key = (*above, *own, f"#{number}") if number else (*above, *own)
    seen[key] += 1
    return (*key, str(seen[key]))


def _section_parts(section: Section) -> Key:
    return (section.kind.value, section.audience.value)


def _item_number(passage: Passage) -> str | None:
    segment = passage.address.rsplit("/", 1)[-1]
    return segment if segment.isdecimal() else None

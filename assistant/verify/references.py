"""References of a draft to places of the documents: "NVP 2026-2029, 1.3, doelstelling 2, p. 14"."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from assistant.verify.document_names import DocumentNames
from assistant.verify.folded import folded
from assistant.verify.kept import Kept
from assistant.verify.verdict import Remark, Verdict
from corpus import Passage, ReadDocument, Section, place, sentences, slug
from index.headings import Headings
from index.places import Count, Place, place_in
from index.standing import Standing
from index.units import searched

_LANGUAGES = ("nl", "fr", "de", "en")
_LONGEST = 400
_STOP = re.compile(r"[;\n\[\]{}“”„«»\"<>|]|https?://")
_PAGE = re.compile(
    r"(?<!\w)(?:p\.|pp\.|p(?=\s*\d)|blz\.?|pag\.?|pagina|bladzijde|page|seite|S\.)\s*(\d{1,4})\b",
    re.IGNORECASE,
)
# Between the parts of a place, where `place_in` would take it for that of a decimal number.
_COMMA = re.compile(r",(?=\s)")
# The quantifiers that give nothing back keep it fast on a long row of separators.
_TRAILING = re.compile(r"(?:[\s,.;:–—-]++(?:[^\W\d_][a-zà-ÿ]{0,2}+)?)+\Z")


def _standing(read: ReadDocument, _: str) -> Standing:
    # A draft is to be exact: "4.5" is not the fifth item of the fourth part of another section.
    counts = (Count.PRINTED, Count.FROM_THE_TOP)
    return Standing(searched(read), Headings.of([read]), counts)


_STANDING = Kept(_standing)


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference at `start:end` of a draft; `place` and `page` are what it names."""

    start: int
    end: int
    text: str
    documents: tuple[ReadDocument, ...]
    place: Place
    page: int | None


@dataclass(frozen=True, slots=True)
class Looked:
    """What stands where a reference points; `passages` are those at its place, in order."""

    verdict: Verdict
    passages: tuple[Passage, ...]
    remark: Remark | None = None
    expected: str = ""


def references(
    draft: str, names: DocumentNames, blocked: Sequence[tuple[int, int]]
) -> Iterator[Reference]:
    """Yield the references of a draft: a document's name and a place of it in the same sentence.

    Args:
        draft: The draft.
        names: The names of the documents.
        blocked: Ranges of the draft that are quotations, in order; no reference reaches into one.
    """
    starts = [start for start, _ in blocked]
    ends = [0, *accumulate((end for _, end in blocked), max)]
    found = [n for n in names.found_in(draft) if ends[bisect_right(starts, n.start)] <= n.start]
    for index, name in enumerate(found):
        limit = min(len(draft), name.end + _LONGEST)
        following = [named.start for named in found[index + 1 : index + 2]]
        quoted = bisect_left(starts, name.end)
        limit = min([limit, *following, *starts[quoted : quoted + 1]])
        end = _end(draft, name.start, name.end, limit)
        said = draft[name.end : end]
        page = _PAGE.search(said)
        named = place_in(_COMMA.sub(" ", _PAGE.sub(" ", said)).rstrip(" .,;:"))
        if named.named or page or _is_label(said, name.documents):
            text = _TRAILING.sub("", draft[name.start : end])
            yield Reference(
                start=name.start,
                end=name.start + len(text),
                text=text,
                documents=name.documents,
                place=named,
                page=int(page.group(1)) if page else None,
            )


def look_up(reference: Reference) -> Looked:
    """Return whether a place is there, and whether its page and heading are those named."""
    for read in reference.documents:
        passages = _at_place(reference, read)
        if not passages:
            continue
        if reference.place.named and (other := _other_heading(reference, read, passages[0])):
            return Looked(Verdict.CLOSE, passages, Remark.OTHER_HEADING, other)
        return _page_checked(reference, read, passages)
    return Looked(Verdict.ABSENT, ())


def _at_place(reference: Reference, read: ReadDocument) -> tuple[Passage, ...]:
    labelled = _labelled(reference.text, read)
    if labelled:
        return labelled
    if reference.place.named:
        at_place, _ = _STANDING.of(read)(_to_the_letter(reference.place))
        return tuple(p for p, stands in zip(searched(read), at_place, strict=True) if stands)
    return _on_page(reference.page, read)


def _to_the_letter(place: Place) -> Place:
    """Return a place without the readings in which a chapter that it names is none."""
    strict = tuple(other for other in place.otherwise if other.chapter == place.chapter)
    return replace(place, otherwise=strict)


def _on_page(page: int | None, read: ReadDocument) -> tuple[Passage, ...]:
    if page is None:
        return ()
    if any(p.page is not None for p in read.passages):
        return tuple(p for p in read.passages if p.page == page)
    starts = [s for s in read.sections if s.first_page is not None and s.first_page <= page]
    if not starts:
        return ()
    last = max(starts, key=lambda s: (s.first_page or 0, s.char_start))
    return tuple(p for p in read.passages if p.section.startswith(last.address))


def _page_checked(
    reference: Reference, read: ReadDocument, passages: tuple[Passage, ...]
) -> Looked:
    page = reference.page
    if page is None:
        return Looked(Verdict.EXACT, passages)
    low, high = _pages_of(passages, read)
    if low is None:
        return Looked(Verdict.UNCHECKED, passages)
    if low <= page and (high is None or page <= high):
        # Nothing says where the last section ends.
        verdict = Verdict.UNCHECKED if high is None and page > low else Verdict.EXACT
        return Looked(verdict, passages)
    pages = str(low) if high in (None, low) else f"{low}-{high}"
    return Looked(Verdict.CLOSE, passages, Remark.OTHER_PAGE, pages)


def _pages_of(passages: Sequence[Passage], read: ReadDocument) -> tuple[int | None, int | None]:
    """Return the first and last page of passages, as far as the text or its contents tell."""
    stated = [p.page for p in passages if p.page is not None]
    if stated:
        return min(stated), max(stated)
    above = [s for s in read.sections if _holds(s, passages[0]) and s.first_page is not None]
    if not above:
        return None, None
    section = above[-1]
    later = [
        s.first_page
        for s in read.sections
        if s.first_page is not None and s.char_start > section.char_start
    ]
    return section.first_page, min(later, default=None)


def _holds(section: Section, passage: Passage) -> bool:
    return passage.section == section.address or passage.section.startswith(f"{section.address}/")


def _other_heading(reference: Reference, read: ReadDocument, passage: Passage) -> str:
    """Return the heading at the place, where the reference has that of another numbered place."""
    said = f"-{slug(reference.text)}-"
    here = [s for s in read.sections if _holds(s, passage) and s.number]
    own = {slug(s.title) for s in here}
    if any(f"-{title}-" in said for title in own if title) or not here:
        return ""
    others = {slug(s.title) for s in read.sections if s.number} - own
    return here[-1].heading if any(f"-{title}-" in said for title in others if title) else ""


def _is_label(said: str, documents: Sequence[ReadDocument]) -> bool:
    return any(_labelled(said, read) for read in documents)


def _labelled(said: str, read: ReadDocument) -> tuple[Passage, ...]:
    """Return the passage whose whole label a text has, in any language; of several the longest."""
    text = folded(said).text
    found = [
        (len(words), passage)
        for words, passage in _LABELS.of(read)
        if words in text and not text[text.index(words) + len(words) :][:1].isalnum()
    ]
    return (max(found, key=lambda pair: pair[0])[1],) if found else ()


def _labels(read: ReadDocument, _: str) -> tuple[tuple[str, Passage], ...]:
    """Return the places of a document in words; that of one heading alone is no more than words."""
    worded = ((place(passage, lang), passage) for passage in read.passages for lang in _LANGUAGES)
    return tuple((folded(words).text, passage) for words, passage in worded if "," in words)


_LABELS = Kept(_labels)


def _end(draft: str, start: int, after_name: int, limit: int) -> int:
    stop = _STOP.search(draft, after_name, limit)
    limit = stop.start() if stop else limit
    depth = 0
    for index in range(after_name, limit):
        depth += {"(": 1, ")": -1}.get(draft[index], 0)
        if depth < 0:
            limit = index
            break
    text = draft[start:limit]
    first = next(iter(sentences(text)), (0, len(text)))
    # "p. 12", "nr. 3" and "1. Titel" hold a full stop that ends no sentence.
    end = first[1]
    while re.search(r"(?:\b(?:p|pp|blz|pag|S|nr|art|doelst|hfdst)|,\s\d{1,2})\.\s*$", text[:end]):
        later = [b for a, b in sentences(text) if b > end]
        if not later:
            break
        end = later[0]
    return start + end

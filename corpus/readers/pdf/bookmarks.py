"""The outline of a PDF: which headings it lists, how deep, and on which page."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from corpus.vocabulary import slug

_MAX_ENTRIES = 20_000
_MAX_DEPTH = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Bookmark:
    """An entry of the outline; `page` is the object number of its page, 0 if not given so."""

    title: str
    depth: int
    page: int


def bookmarks_of(reader: PdfReader) -> dict[str, list[Bookmark]]:
    """Return the entries of the outline by the slug of their title; its links are not followed."""
    found: dict[str, list[Bookmark]] = {}
    outlines = _resolved(reader.root_object.get("/Outlines"))
    if isinstance(outlines, DictionaryObject):
        for bookmark in _entries(outlines.get("/First")):
            found.setdefault(slug(bookmark.title), []).append(bookmark)
    found.pop("", None)
    return found


def _entries(first: object) -> Iterator[Bookmark]:
    stack: list[tuple[object, int]] = [(first, 1)]
    seen: set[int] = set()
    while stack and len(seen) < _MAX_ENTRIES:
        node, depth = stack.pop()
        reference = node.idnum if isinstance(node, IndirectObject) else 0
        entry = _resolved(node)
        if not isinstance(entry, DictionaryObject) or reference in seen or depth > _MAX_DEPTH:
            continue
        seen.add(reference)
        title = _resolved(entry.get("/Title"))
        yield Bookmark(title=str(title or ""), depth=depth, page=_page(entry))
        stack.append((entry.get("/Next"), depth))
        stack.append((entry.get("/First"), depth + 1))


def _page(entry: DictionaryObject) -> int:
    target = _resolved(entry.get("/Dest"))
    action = _resolved(entry.get("/A"))
    if target is None and isinstance(action, DictionaryObject):
        target = _resolved(action.get("/D")) if action.get("/S") == "/GoTo" else None
    if isinstance(target, ArrayObject) and target and isinstance(target[0], IndirectObject):
        return int(target[0].idnum)
    return 0


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value

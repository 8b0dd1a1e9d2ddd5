"""The pages of a PDF one after another, without keeping them."""

from collections.abc import Iterator
from dataclasses import dataclass

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, StreamObject

from corpus.readers.pdf.runs import Matrix

_INHERITED = ("/Resources", "/MediaBox", "/CropBox", "/Rotate")
_MAX_DEPTH = 60
_KEPT_OBJECTS = 1_500
_A4 = (0.0, 0.0, 595.0, 842.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A page as the file has it; `number` counts from 0, `reference` is its object number."""

    number: int
    reference: int
    content: object
    resources: DictionaryObject
    width: float
    height: float
    upright: Matrix


def leaves(reader: PdfReader) -> Iterator[Leaf]:
    """Yield the pages in order; what pypdf stored for a page is dropped after it."""
    seen: set[int] = set()
    pages = _walk(reader.root_object.raw_get("/Pages"), {}, seen, 0)
    for number, (reference, page) in enumerate(pages):
        before = set(reader.resolved_objects)
        yield _leaf(number, reference, page)
        _forget(reader, before)


def _forget(reader: PdfReader, before: set[tuple[int, int]]) -> None:
    """Drop what a page made pypdf store: all streams, and everything once it is much.

    pypdf keeps every object it has met, so memory would grow with the number of pages.
    """
    store = reader.resolved_objects
    if len(store) > _KEPT_OBJECTS:
        store.clear()
        return
    for key in [k for k in store if k not in before and isinstance(store[k], StreamObject)]:
        del store[key]


def _walk(
    node: object, inherited: dict[str, object], seen: set[int], depth: int
) -> Iterator[tuple[int, dict[str, object]]]:
    reference = node.idnum if isinstance(node, IndirectObject) else 0
    if depth > _MAX_DEPTH or (reference and reference in seen):
        return
    seen.add(reference)
    entry = node.get_object() if isinstance(node, IndirectObject) else node
    if not isinstance(entry, DictionaryObject):
        return
    own = {key: entry.get(key) for key in _INHERITED if entry.get(key) is not None}
    attributes = {**inherited, **own}
    kids = _resolved(entry.get("/Kids"))
    if isinstance(kids, ArrayObject):
        for kid in kids:
            yield from _walk(kid, attributes, seen, depth + 1)
    elif entry.get("/Type") != "/Pages":
        yield reference, {**attributes, "/Contents": entry.get("/Contents")}


def _leaf(number: int, reference: int, page: dict[str, object]) -> Leaf:
    left, bottom, right, top = _box(page)
    turned = _resolved(page.get("/Rotate"))
    quarter = int(turned) // 90 % 4 if isinstance(turned, (int, float)) else 0
    width, height = right - left, top - bottom
    upright: dict[int, Matrix] = {
        0: (1, 0, 0, 1, -left, -bottom),
        1: (0, -1, 1, 0, -bottom, right),
        2: (-1, 0, 0, -1, right, top),
        3: (0, 1, -1, 0, top, -left),
    }
    resources = _resolved(page.get("/Resources"))
    return Leaf(
        number=number,
        reference=reference,
        content=_resolved(page.get("/Contents")),
        resources=resources if isinstance(resources, DictionaryObject) else DictionaryObject(),
        width=height if quarter % 2 else width,
        height=width if quarter % 2 else height,
        upright=upright[quarter],
    )


def _box(page: dict[str, object]) -> tuple[float, float, float, float]:
    for key in ("/CropBox", "/MediaBox"):
        box = _resolved(page.get(key))
        if isinstance(box, ArrayObject) and len(box) == 4:
            values = [_resolved(value) for value in box]
            if all(isinstance(value, (int, float)) for value in values):
                x0, y0, x1, y1 = (float(str(value)) for value in values)
                if x0 != x1 and y0 != y1:
                    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)
    return _A4


def _resolved(value: object) -> object:
    return value.get_object() if isinstance(value, IndirectObject) else value

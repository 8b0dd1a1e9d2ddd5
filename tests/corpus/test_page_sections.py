"""Texts with pages and without headings."""

from collections.abc import Callable

from corpus import PageStart, ReadDocument, SectionKind, label

Reader = Callable[..., ReadDocument]

SOURCE = "Een zin.\n\nEen zin die\n\n- een punt\n\nverder gaat\n\nover de pagina.\n\nNog een.\n"


def pages(*starts: str) -> tuple[PageStart, ...]:
    return tuple(
        PageStart(offset=SOURCE.index(start), number=number)
        for number, start in enumerate(starts, start=7)
    )


def test_pages_are_sections_when_there_are_no_headings(read: Reader) -> None:
    document = read(SOURCE, pages=pages("Een zin.", "- een punt", "over de pagina"))

    assert [(s.address, s.kind) for s in document.sections[1:]] == [
        ("page-7", SectionKind.PAGE),
        ("page-8", SectionKind.PAGE),
        ("page-9", SectionKind.PAGE),
    ]
    assert [(p.address, p.text, p.page) for p in document.passages] == [
        ("page-7/p1", "Een zin.", 7),
        ("page-7/p2", "Een zin die", 7),
        ("page-8/b1", "een punt verder gaat over de pagina.", 8),
        ("page-9/p1", "Nog een.", 9),
    ]


def test_pages_are_no_sections_when_there_is_a_heading(read: Reader) -> None:
    document = read(f"# Kop\n\n{SOURCE}", pages=(PageStart(offset=0, number=1),))

    assert [s.address for s in document.sections] == ["top", "kop"]


def test_label_ends_with_the_page_in_words(read: Reader) -> None:
    document = read(SOURCE, pages=pages("Een zin.", "- een punt"))

    labels = [label(document.document, document.passages[1], each) for each in ("nl", "de")]
    assert labels == ["Test, alinea 2, p. 7", "Test, Absatz 2, S. 7"]

"""Footnotes as superscripts and as Markdown writes them."""

from collections.abc import Callable

from corpus import Kind, ReadDocument

Reader = Callable[..., ReadDocument]


def test_markdown_note_is_attached_to_its_mark(read: Reader) -> None:
    document = read(
        "# Een\n\nEen zin.[^1] Nog een.[^wet]\n\n# Twee\n\n[^1]: De noot.\n[^wet]: Wet.\n"
    )

    [text] = [p for p in document.passages if p.kind is Kind.PARAGRAPH]
    notes = [(p.address, p.text) for p in document.passages if p.kind is Kind.FOOTNOTE]
    assert notes == [("een/n1", "De noot."), ("een/n-wet", "Wet.")]
    assert [text.text[m.offset :][:1] for m in text.footnotes] == ["1", "w"]
    assert [m.passage for m in text.footnotes] == ["test:een:n1", "test:een:n-wet"]


def test_mark_belongs_to_the_next_note_when_numbers_start_again(read: Reader) -> None:
    document = read("# Een\n\nZin.¹\n\n¹ Noot een.\n\n# Twee\n\nZin.¹\n\n¹ Noot twee.\n")

    linked = [m.passage for p in document.passages for m in p.footnotes]
    assert linked == ["test:een:n1", "test:twee:n1"]


def test_text_of_notes_alone_is_read(read: Reader) -> None:
    assert [p.address for p in read("¹ Een noot\nover twee regels.\n").passages] == ["top/n1"]


def test_note_before_and_after_the_text_is_in_a_section(read: Reader) -> None:
    source = "² Vooraf.\n\nEen zin.\n\n¹ Achteraf."
    [root] = read(source).sections

    assert (root.char_start, root.char_end) == (0, len(source))

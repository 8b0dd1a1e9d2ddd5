"""What of the source a passage's text keeps: asterisks, line ends, cut words, long paragraphs."""

from collections.abc import Callable

import pytest

from corpus import CorpusError, ReadDocument

Reader = Callable[..., ReadDocument]


@pytest.mark.parametrize(
    ("source", "text", "strong"),
    [
        ("Zo is 2 * 3 = 6 en 2*3*4 = 24.", "Zo is 2 * 3 = 6 en 2*3*4 = 24.", []),
        ("Een* noot bij *dit", "Een* noot bij *dit", []),
        ("Dit is __heel__ _mooi_.", "Dit is heel mooi.", [("heel", True), ("mooi", False)]),
        ("De snake_case_naam en __main__.py", "De snake_case_naam en __main__.py", []),
        ("Naam: ______ en \\*zo\\*", "Naam: ______ en \\*zo\\*", []),
        ("***Beide*** dus", "Beide dus", [("Beide", True), ("Beide", False)]),
        ("**Vet en *schuin* erin**", "Vet en schuin erin", [("schuin", False), (None, True)]),
    ],
)
def test_only_paired_marks_are_left_out(
    read: Reader, source: str, text: str, strong: list[tuple[str | None, bool]]
) -> None:
    [passage] = read(source).passages

    found = [(passage.text[e.start : e.end], e.strong) for e in passage.emphasis]
    assert passage.text == text
    assert sorted(found, key=str) == sorted(((t or text, s) for t, s in strong), key=str)


def test_trailing_spaces_do_not_move_the_text(read: Reader) -> None:
    source = "Eerste regel.  \nTweede regel.\n"
    [passage] = read(source).passages

    assert passage.text == "Eerste regel.\nTweede regel."
    assert "".join(source[s.start : s.end] for s in passage.spans) == passage.text


def test_lines_wrapped_at_one_width_are_read_as_one(read: Reader) -> None:
    [passage] = read(
        "De lokale politie werkt in de komende jaren aan een betere\n"
        "samenwerking met de federale politie, met de steden en met\n"
        "alle partners. Dat is nodig.\n"
    ).passages

    assert "\n" not in passage.text
    assert "betere samenwerking" in passage.text


def test_line_that_ends_no_sentence_goes_on_in_lower_case(read: Reader) -> None:
    [passage] = read("De zone\nwerkt samen.\nMet wie?\n").passages

    assert passage.text == "De zone werkt samen.\nMet wie?"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("De infor-\n\nmatie is er.", "De infor-matie is er."),
        ("De zonale-\n\nFederale aanpak.", "De zonale- Federale aanpak."),
        ("De lucht-\n\nen zeevaart.", "De lucht- en zeevaart."),
        ("- De zin gaat\n\nverder hier.", "De zin gaat verder hier."),
    ],
)
def test_cut_sentence_is_rejoined(read: Reader, source: str, text: str) -> None:
    assert [p.text for p in read(source).passages] == [text]


def test_long_paragraph_is_cut_at_sentence_ends(read: Reader) -> None:
    sentence = "De politie werkt **samen** met alle partners in de zone."
    document = read(f"Kort.\n\n{' '.join([sentence] * 60)}\n\nNa.\n")

    parts = document.passages[1:-1]
    assert [p.address for p in parts] == ["top/p2", "top/p2-2", "top/p2-3"]
    assert all(len(p.text.split()) <= 200 and p.text.endswith("zone.") for p in parts)
    assert sum(len(p.emphasis) for p in parts) == 60
    assert document.passages[-1].address == "top/p3"


def test_paragraph_of_300_words_stays_whole(read: Reader) -> None:
    assert len(read("woord " * 300).passages) == 1


def test_sentence_too_long_for_one_passage_is_cut_as_well(read: Reader) -> None:
    document = read("woord " * 450)

    assert [len(p.text.split()) for p in document.passages] == [200, 200, 50]


@pytest.mark.parametrize("source", ["", "\n \n\t\n"])
def test_empty_text_is_refused(read: Reader, source: str) -> None:
    with pytest.raises(CorpusError, match="is empty"):
        read(source)

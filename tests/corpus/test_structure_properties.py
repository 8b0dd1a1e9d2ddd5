"""What holds for the reading of any text, whatever it is made of."""

import re
from time import perf_counter

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from corpus import (
    Document,
    DocumentStatus,
    PageStart,
    Passage,
    ReadDocument,
    Section,
    label,
    read_text,
)
from corpus.source import lines_of

DOCUMENT = Document(
    id="test",
    title="Test",
    short_title="Test",
    edition="",
    language="nl",
    publishers=(),
    status=DocumentStatus.OTHER,
    dates=(),
    provenance="made for a test",
    source_file="test.md",
    sha256="0" * 64,
)

MARKS = (
    *("", "", "", "# ", "## ", "### ", "###### ", "» ", "## » "),
    *("1. ", "2. ", "3. ", "12. ", "1) ", "(2) ", "1° ", "1.1 ", "1.2. ", "2.10.3 ", "## 1. "),
    *(
        "## 1.1 ",
        "### 4. ",
        "I. ",
        "II. ",
        "A. ",
        "B. ",
        "## II. ",
        "## B. ",
        "a) ",
        "b) ",
        "(iv) ",
    ),
    *(
        "a. ",
        "b. ",
        "i) ",
        "- ",
        "  - ",
        "    - ",
        "* ",
        "+ ",
        "• ",
        "◦ ",
        "▪ ",
        "\uf0b7",
        "– o ",
        "o ",
    ),
    *("Hoofdstuk 1 ", "# Chapitre II: ", "Titel 2 – ", "Afdeling 1. ", "Deel III ", "Bijlage A: "),
    *(
        "Unterabschnitt 3 ",
        "Art. 1. ",
        "Art. 2. § 1. ",
        "Artikel 12bis ",
        "### Artikel 5/1 ",
        "§ 2. ",
    ),
    *(
        "**Art. 3.** ",
        "Article 1er ",
        "¹ ",
        "²³ ",
        "[^1]: ",
        "[^naam]: ",
        "| ",
        "|",
        "> ",
        "\t",
        "    ",
    ),
)
WORDS = (
    *("Doelstellingen", "objectifs", "Voor de Lokale Politie", "Voor de Federale Politie:"),
    *("beleidskader", "Test", "Inhoud", "afkortingen", "veilig-", "heid", "**vet**", "*schuin*"),
    *("_zo_", "__zo__", "snake_case", "2 * 3", "***", "**", "*", "_", "___", "noot¹", "noot[^1]"),
    *(
        "noot[^naam]",
        "a | b",
        "|",
        "| --- |",
        "---",
        "===",
        "….....12",
        "\t12",
        "art. 95",
        "§",
        "#",
    ),
    *(
        "„citaat“",
        "“open",
        "«",
        "»",
        ".",
        ":",
        ";",
        "Zin.",
        "Zin: ",
        "z. B.",
        "ß",
        "Œuvre",
        "١٢",
        "²",
    ),
    *(
        "日本語",
        "\u200b",
        "\u00a0",
        "\u2028",
        "\x0b",
        "\x1c",
        "\x85",
        "e\u0301",
        "🚓",
        "A/B",
        "a\\*b",
    ),
)
line = st.builds(
    lambda mark, words: mark + " ".join(words),
    st.sampled_from(MARKS),
    st.lists(
        st.one_of(st.sampled_from(WORDS), st.text(alphabet="abc DEF.:-12éü", max_size=12)),
        max_size=8,
    ),
)
odd_line = st.text(st.characters(exclude_characters="\n\r", exclude_categories=["Cs"]), max_size=30)
ruled = st.sampled_from(("", "", "", "===", "---", "```", "<!-- x -->", "| a | b |", "|---|---|"))
texts = st.lists(st.one_of(line, line, line, ruled, odd_line), max_size=30).map("\n".join)
many = settings(
    max_examples=150,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=list(HealthCheck),
)


def read(source: str, pages: tuple[PageStart, ...] = ()) -> ReadDocument:
    assume(source.strip())
    return read_text(DOCUMENT, source, pages)


def letters(text: str) -> str:
    return "".join(character for character in text if character.isalnum())


@many
@given(texts)
def test_every_line_is_in_exactly_one_section(source: str) -> None:
    sections = read(source).sections

    for each in lines_of(source):
        inside = [s for s in sections if s.char_start <= each.start and each.end <= s.char_end]
        assert each.blank or len(inside) == 1


@many
@given(texts)
def test_every_letter_is_in_a_passage_or_heading_or_marks_an_item(source: str) -> None:
    document = read(source)
    covered = {i for p in document.passages for s in p.spans for i in range(s.start, s.end)}

    for each in (line for line in lines_of(source) if not line.blank):
        inside = [i for i in range(each.start, each.end) if i in covered]
        left = letters(
            "".join(" " if i in covered else source[i] for i in range(each.start, each.end))
        )
        section = section_of(document, each.start)
        before = letters(source[each.start : inside[0]]) if inside else left
        heading = letters(section.heading)
        if left in heading or letters(document.document.title) == left:
            continue
        # What is left is what a marker prints before the text: "12", "iv", "naam", "Art2" and "1".
        assert inside, repr(each.text)
        assert left == before, repr(each.text)
        assert len(left.removeprefix(heading) if heading in left else left) <= 5


def section_of(document: ReadDocument, offset: int) -> Section:
    return next(
        s
        for s in reversed(document.sections)
        if s.char_start <= offset <= s.char_end and s.char_start < s.char_end
    )


@many
@given(texts)
def test_text_is_the_source_at_its_spans(source: str) -> None:
    for passage in read(source).passages:
        runs = [
            run if s.line_break else run.replace("\n", " ")
            for s in passage.spans
            for run in [source[s.start : s.end]]
        ]
        assert "".join(runs) == passage.text
        assert all(s.start < s.end for s in passage.spans)
        assert passage.text.strip()
        for emphasis in passage.emphasis:
            assert 0 <= emphasis.start <= emphasis.end <= len(passage.text)
        for mark in passage.footnotes:
            assert 0 <= mark.offset < len(passage.text)


@many
@given(texts)
def test_addresses_are_unique_and_ids_fit_in_a_url(source: str) -> None:
    document = read(source)
    addresses = [p.address for p in document.passages] + [s.address for s in document.sections]
    ids = [p.id for p in document.passages]

    assert len(set(addresses)) == len(addresses)
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[A-Za-z0-9:.-]{1,200}", each) for each in ids)


@many
@given(texts)
def test_reading_is_deterministic_and_its_links_hold(source: str) -> None:
    document = read(source)
    sections = {s.address: s for s in document.sections}
    ids = {p.id for p in document.passages}

    assert read(source) == document
    assert [s.parent for s in document.sections].count(None) == 1
    assert all(s.parent is None or s.parent in sections for s in document.sections)
    assert all(p.section in sections for p in document.passages)
    assert all(mark.passage in ids for p in document.passages for mark in p.footnotes)
    assert all(
        label(DOCUMENT, p, language).strip()
        for p in document.passages
        for language in ("nl", "fr", "de", "en")
    )


@many
@given(texts, st.lists(st.integers(0, 400), max_size=5), st.integers(0, 3))
def test_pages_keep_the_same_promises(source: str, offsets: list[int], first: int) -> None:
    starts = enumerate(sorted({0, *offsets}), start=first)
    pages = tuple(PageStart(offset=offset, number=number) for number, offset in starts)
    document = read(source, pages)

    addresses = [p.address for p in document.passages] + [s.address for s in document.sections]
    assert len(set(addresses)) == len(addresses)
    for each in lines_of(source):
        inside = [
            s for s in document.sections if s.char_start <= each.start and each.end <= s.char_end
        ]
        assert each.blank or len(inside) == 1
    assert all(p.page is not None for p in document.passages)


@many
@given(texts, texts)
def test_other_places_stay_when_a_paragraph_is_changed_or_appended(above: str, below: str) -> None:
    def with_paragraph(text: str) -> ReadDocument:
        return read(f"{above}\n\n{text}\n\n{below}")

    before = with_paragraph("De politie is er voor iedereen.")
    after = with_paragraph("Iedereen mag op haar rekenen, dag en nacht. Zo hoort het.")

    assert [s.address for s in after.sections] == [s.address for s in before.sections]
    assert [p.address for p in after.passages] == [p.address for p in before.passages]

    appended = read(f"{above}\n\nDe politie is er voor iedereen.\n\nZij is er altijd.")
    shorter = read(f"{above}\n\nDe politie is er voor iedereen.")
    assert [s.address for s in appended.sections] == [s.address for s in shorter.sections]
    assert places(shorter.passages) <= places(appended.passages)


def places(passages: tuple[Passage, ...]) -> set[str]:
    return {p.address for p in passages}


@pytest.mark.parametrize(
    "piece",
    [
        "## Kop\n\nTekst hier.\n\n",
        "1. Titel\n\nTekst hier.\n\n",
        "- punt\n  - onderpunt\n",
        "| a | b |\n",
        "Art. 1. § 1. Tekst.\n1° dit;\n\n",
        "Zin.[^1]\n\n[^1]: Noot.\n\n",
        "woord en nog **een** woord\n",
        "zonder eind\n\n",
    ],
)
def test_reading_time_grows_with_the_text_and_no_faster(piece: str) -> None:
    def seconds(lines: int) -> float:
        source = piece * (lines // (piece.count("\n")))
        start = perf_counter()
        read_text(DOCUMENT, source)
        return perf_counter() - start

    short = seconds(2_000)

    # Eight times the text takes eight times as long; were it quadratic, 64 times.
    assert seconds(16_000) < 30 * max(short, 0.01)

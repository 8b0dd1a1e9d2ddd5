"""Parts, titles, chapters, sections, annexes and articles, in the four languages."""

from collections.abc import Callable

import pytest

from corpus import ReadDocument, SectionKind

Reader = Callable[..., ReadDocument]


def addresses(document: ReadDocument) -> list[str]:
    return [s.address for s in document.sections if s.kind is not SectionKind.DOCUMENT]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            ("Deel 1", "Titel 2", "Hoofdstuk 3", "Afdeling 1", "Onderafdeling 4", "Bijlage 1"),
            ("deel-1", "titel-2", "3", "afdeling-1", "onderafdeling-4", "bijlage-1"),
        ),
        (
            ("PARTIE 1", "Titre 2", "Chapitre 3", "Section 1re", "Sous-section 4", "Annexe 1"),
            ("partie-1", "titre-2", "3", "section-1", "sous-section-4", "annexe-1"),
        ),
        (
            ("Teil 1", "Titel 2", "Kapitel 3", "Abschnitt 1", "Unterabschnitt 4", "Anhang 1"),
            ("teil-1", "titel-2", "3", "abschnitt-1", "unterabschnitt-4", "anhang-1"),
        ),
        (
            ("Part 1", "Title 2", "Chapter 3", "Section 1", "Subsection 4", "Annex 1"),
            ("part-1", "title-2", "3", "section-1", "subsection-4", "annex-1"),
        ),
    ],
)
def test_divisions_nest_by_the_rank_of_their_words(
    read: Reader, words: tuple[str, ...], expected: tuple[str, ...]
) -> None:
    document = read("\n\n".join(f"{word}: Iets\n\nTekst hier." for word in words))

    chain = ["/".join(expected[: n + 1]) for n in range(5)]
    assert addresses(document) == [*chain, expected[5]]


def test_roman_numbers_and_bare_names_take_the_next_line_as_title(read: Reader) -> None:
    document = read("TITRE Ier\n\nGénéralités\n\nTexte.\n\nChapitre II\nObjet\n\nTexte.\n", "fr")

    assert [(s.address, s.heading) for s in document.sections[1:]] == [
        ("titre-i", "TITRE Ier: Généralités"),
        ("titre-i/ii", "Chapitre II: Objet"),
    ]


def test_division_does_not_take_the_next_division_as_its_title(read: Reader) -> None:
    document = read("Hoofdstuk 1\n\nAfdeling 1\n\nBegrippen\n\nTekst.\n")

    assert addresses(document) == ["1", "1/afdeling-1"]
    assert document.sections[-1].heading == "Afdeling 1: Begrippen"


@pytest.mark.parametrize(
    "line",
    [
        "Deel 2 van het plan beschrijft de context",
        "Artikel 95 van de wet van 7 december 1998 bepaalt dit.",
        "Artikel 95, § 2 van de wet",
        "Art. 12 en 13 gelden",
        "Section 5 of the Act applies here",
    ],
)
def test_sentence_is_no_heading_when_it_only_begins_with_a_name(read: Reader, line: str) -> None:
    assert addresses(read(f"{line}\n\nEn dan nog een zin.\n")) == []


@pytest.mark.parametrize(
    ("line", "address", "heading"),
    [
        ("Art. 12.", "art-12", "Art. 12"),
        ("Artikel 12", "art-12", "Artikel 12"),
        ("Article 12er", "art-12", "Article 12er"),
        ("Art. 5/1.", "art-5-1", "Art. 5/1"),
        ("Art. 12bis. - Toepassing", "art-12bis", "Art. 12bis: Toepassing"),
        ("Artikel 2 Begrippen", "art-2", "Artikel 2: Begrippen"),
        ("### Artikel 2 Begrippen", "art-2", "Artikel 2: Begrippen"),
        ("**Art. 3.**", "art-3", "Art. 3"),
        ("HOOFDSTUK I. - Slotbepalingen", "i", "HOOFDSTUK I: Slotbepalingen"),
    ],
)
def test_name_and_number_make_the_address(
    read: Reader, line: str, address: str, heading: str
) -> None:
    document = read(f"{line}\n\nDe Koning bepaalt de nadere regels.\n")

    assert [(s.address, s.heading) for s in document.sections[1:]] == [(address, heading)]
    assert [p.address for p in document.passages] == [f"{address}/p1"]


def test_article_owns_the_text_on_its_line_and_its_paragraphs(read: Reader) -> None:
    document = read(
        "Hoofdstuk 1. Algemeen\n\nArt. 1. Deze wet regelt een aangelegenheid.\n"
        "Art. 2. § 1. De Koning bepaalt:\n1° het eerste;\n2° het tweede.\n\n"
        "§ 2. De minister voert uit.\n\nHij doet dat snel.\n\nHoofdstuk 2. Slot\n\n"
        "Art. 3. Zij treedt in werking.\n"
    )

    assert [(p.address, p.text) for p in document.passages] == [
        ("art-1/p1", "Deze wet regelt een aangelegenheid."),
        ("art-2/par-1", "De Koning bepaalt:"),
        ("art-2/par-1/1", "het eerste;"),
        ("art-2/par-1/2", "het tweede."),
        ("art-2/par-2", "De minister voert uit."),
        ("art-2/par-2/p1", "Hij doet dat snel."),
        ("art-3/p1", "Zij treedt in werking."),
    ]
    assert document.passages[0].section_path == ("Hoofdstuk 1: Algemeen", "Art. 1")


def test_articles_of_an_annex_have_their_own_numbers(read: Reader) -> None:
    document = read("Art. 1. De wet geldt.\n\nBijlage 1: Reglement\n\nArt. 1. Dit geldt ook.\n")

    assert addresses(document) == ["art-1", "bijlage-1", "bijlage-1/art-1"]


def test_roman_and_lettered_headings_continue_a_sequence(read: Reader) -> None:
    document = read(
        "I. Inleiding\n\nTekst.\n\nA. Doel\n\nTekst.\n\nB. Middelen\n\nTekst.\n\n"
        "II. Aanpak\n\nTekst.\n\nA. Janssens\n\nTekst.\n"
    )

    assert addresses(document) == ["i", "i/a", "i/b", "ii"]
    assert document.sections[-1].heading == "II. Aanpak"


def test_lettered_names_in_a_row_are_no_headings(read: Reader) -> None:
    assert addresses(read("Aanwezig waren\n\nA. Janssens\n\nB. Peeters\n\nC. Claes\n")) == []


def test_line_of_a_table_of_contents_is_no_heading(read: Reader) -> None:
    document = read(
        "Inhoud\n\n1. Drugs ........ 4\n\n2. Verkeer ..... 9\n\nBijlage A ...... 12\n\n"
        "1. Drugs\n\nTekst.\n\n2. Verkeer\n\nTekst.\n"
    )

    assert addresses(document) == ["inhoud", "1", "2"]
    assert [s.first_page for s in document.sections[-2:]] == [4, 9]

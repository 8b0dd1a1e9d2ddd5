"""What a PDF prints, as light Markdown: one small file per feature."""

import itertools

import pytest
from pypdf import PdfReader, PdfWriter
from reportlab.pdfgen.canvas import Canvas

from corpus import CorpusError
from corpus.extracted import PageStart
from corpus.readers import extract
from tests.corpus.readers.conftest import Write
from tests.corpus.readers.pdf_file import (
    FILLER,
    LEFT,
    TOP,
    Draw,
    body,
    both,
    justified,
    lines,
    pdf,
)


def read(write: Write, *pages: Draw, **about: str) -> str:
    return extract(write("t.pdf", pdf(*pages, **about))).text


def test_lines_are_one_paragraph_when_they_wrap(write: Write) -> None:
    text = read(write, justified(FILLER))

    assert text == " ".join(FILLER) + "\n"


def test_paragraphs_are_parted_when_a_gap_is_between_them(write: Write) -> None:
    text = read(write, both(justified(FILLER), justified(FILLER, y=TOP - 35), body()))

    assert text.split("\n\n")[:2] == [" ".join(FILLER)] * 2


def test_paragraphs_are_parted_when_the_first_line_is_indented(write: Write) -> None:
    # The empty line keeps the one before it justified.
    second = justified([FILLER[0], ""], x=LEFT + 15, y=TOP - 26)
    rest = lines(FILLER[1:], y=TOP - 39)

    text = read(write, both(justified(FILLER), second, rest))

    assert text.split("\n\n") == [" ".join(FILLER), " ".join(FILLER) + "\n"]


def test_unused_code_is_a_bullet_when_the_encoding_is_that_of_windows(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for number, item in enumerate(["de helm", "de lamp"]):
            # The writer encodes it as 0x7F, which its encoding leaves unused.
            canvas.setFont("Helvetica", 10)
            canvas.drawString(LEFT, TOP - 13 * number, "•")
            canvas.drawString(LEFT + 15, TOP - 13 * number, item)

    text = read(write, both(draw, body()))

    assert text.startswith("- de helm\n- de lamp\n")


def test_line_breaks_stay_when_lines_end_early(write: Write) -> None:
    address = ["Bernard QUINTIN", "De Minister van Veiligheid en Binnenlandse Zaken"]

    text = read(write, both(lines(address), body()))

    assert text.startswith("\n".join(address) + "\n\n")


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        ("en zo wordt de samen-", "werking versterkt", "de samenwerking versterkt"),
        ("de provincie Noord-", "Brabant en de stad", "Noord-Brabant"),
        ("de informatie-", "uitwisseling van nu", "informatie-uitwisseling"),
        ("de in-", "en uitvoer van goederen", "de in- en uitvoer"),
        ("de EU-", "lidstaten samen zijn", "EU-lidstaten"),
        ("de e-", "steps en fietsen zijn", "e-steps"),
        ("de werkings-", "/investeringskredieten en", "werkings-/investeringskredieten"),
    ],
)
def test_hyphen_is_kept_only_when_it_belongs_to_the_word(
    write: Write, first: str, second: str, joined: str
) -> None:
    padded = " ".join(["Woord na woord vult deze regel de bladspiegel tot aan de rand:", first])

    text = read(write, both(justified([padded, second]), body()))

    assert joined in text


def test_hyphen_is_kept_when_the_document_writes_the_word_so(write: Write) -> None:
    written = lines(["De btw-fraude is een fenomeen.", "De wapen-handel ook."], y=300)
    broken = ["Woord na woord vult deze regel de bladspiegel tot aan de rand van btw-", "fraude."]

    text = read(write, both(justified(broken), body(500), written))

    assert "van btw-fraude." in text


def test_items_keep_markers_and_nesting(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for number, (x, marker, item) in enumerate(
            [
                (
                    0,
                    "1.",
                    "eerste punt van de lijst dat over twee regels loopt omdat het zo erg lang en",
                ),
                (18, "", "breedvoerig is;"),
                (18, "•", "onderliggend punt;"),
                (18, "•", "nog een;"),
                (0, "2.", "tweede punt."),
            ]
        ):
            canvas.drawString(LEFT + x, TOP - 13 * number, marker)
            canvas.drawString(LEFT + x + (16 if marker else 0), TOP - 13 * number, item)

    text = read(write, both(draw, body()))

    assert text.split("\n\n")[0] == (
        "1. eerste punt van de lijst dat over twee regels loopt omdat het zo erg lang en "
        "breedvoerig is;\n"
        "  - onderliggend punt;\n"
        "  - nog een;\n"
        "2. tweede punt."
    )


def test_dash_is_no_item_when_a_sentence_wraps_before_it(write: Write) -> None:
    sentence = [
        "De netwerken en de betrokken diensten van de Federale Politie zijn actief",
        "– zo blijkt uit de beeldvorming van het laatste jaar in het hele land en artikel",
        "3. van de wet.",
    ]

    text = read(write, both(justified(sentence), body()))

    assert text.startswith(" ".join(sentence) + "\n\n")


def test_drawn_dot_is_a_bullet_when_text_follows(write: Write) -> None:
    def dots(canvas: Canvas) -> None:
        for number in range(3):
            canvas.circle(LEFT + 5, TOP - 13 * number + 3.5, 1.9, stroke=0, fill=1)
        canvas.circle(300, 200, 1.9, stroke=0, fill=1)

    items = lines(["een;", "twee;", "drie."], x=LEFT + 14)

    assert read(write, both(dots, items, body())).startswith("- een;\n- twee;\n- drie.\n\n")


def test_running_heads_are_left_out_when_neighbouring_pages_have_them(write: Write) -> None:
    def page(number: int) -> Draw:
        head = lines(["Veiligheidsplan", f"Hoofdstuk {1 + number // 3}"], y=810, size=8)
        foot = lines([f"Pagina {number} van 6"], y=30, size=8)
        return both(head, body(), foot)

    text = read(write, *(page(number) for number in range(1, 7)))

    assert "Veiligheidsplan" not in text
    assert "Hoofdstuk" not in text
    assert "Pagina" not in text


def test_page_number_is_left_out_when_there_is_one_page(write: Write) -> None:
    text = read(write, both(body(), lines(["- 1 -"], x=290, y=30)))

    assert "- 1 -" not in text


def test_first_line_stays_when_no_other_page_has_it(write: Write) -> None:
    pages = [both(lines([f"Aanhef {word}"], y=810), body()) for word in ("een", "twee", "drie")]

    assert read(write, *pages).count("Aanhef") == 3


def test_columns_are_read_one_after_the_other(write: Write) -> None:
    left = [f"linkerkolom met lopende tekst {n}" for n in "abcdef"]
    right = [f"rechterkolom met lopende tekst {n}" for n in "abcdef"]
    title = lines(["Titel over de volle breedte van deze bladzijde"], y=800, size=18)

    text = read(write, both(title, lines(left), lines(right, x=320)))

    assert text == (
        "# Titel over de volle breedte van deze bladzijde\n\n"
        + " ".join(left) + "\n\n" + " ".join(right) + "\n"
    )  # fmt: skip


def test_table_rows_are_pipe_rows_when_columns_are_clear(write: Write) -> None:
    names = lines(["AIG", "ANPR", "BDO", "CCU"])
    meanings = lines(
        ["Algemene Inspectie", "Automatic Number Plate Recognition", "Officer", "Unit"], x=200
    )

    text = read(write, both(names, meanings, body()))

    assert text.startswith(
        "| AIG | Algemene Inspectie |\n"
        "| ANPR | Automatic Number Plate Recognition |\n"
        "| BDO | Officer |\n| CCU | Unit |\n\n"
    )


def test_cell_is_one_when_it_wraps(write: Write) -> None:
    names = lines(["AIG", "", "ANPR", "BDO"])
    meanings = lines(["Algemene Inspectie van de", "Lokale Politie", "Plate", "Officer"], x=200)

    text = read(write, both(names, meanings, body()))

    assert "| AIG | Algemene Inspectie van de Lokale Politie |\n| ANPR | Plate |" in text


def test_cells_are_whole_when_lines_rule_the_table(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.grid([LEFT, 250, 525], [TOP + 15, TOP - 5, TOP - 50, TOP - 95])
        lines(["Actie"], font="VeraBd", x=LEFT + 4)(canvas)
        lines(["Toelichting"], font="VeraBd", x=254)(canvas)
        # The short cell stands in the middle of its row, beside three lines.
        lines(["Controles in de", "haven van Gent"], x=LEFT + 4, y=TOP - 23)(canvas)
        prose = [
            "De politie controleert samen met de douane",
            "en de inspectie, zo vaak als",
            "nodig is.",
        ]
        lines(prose, x=254, y=TOP - 17)(canvas)
        lines(["Opleiding"], x=LEFT + 4, y=TOP - 75)(canvas)
        lines(["Alle medewerkers volgen een vorming."], x=254, y=TOP - 75)(canvas)

    text = read(write, both(draw, body()))

    assert text.startswith(
        "| Actie | Toelichting |\n|---|---|\n"
        "| Controles in de haven van Gent | De politie controleert samen met de douane "
        "en de inspectie, zo vaak als nodig is. |\n"
        "| Opleiding | Alle medewerkers volgen een vorming. |\n\n"
    )


def test_text_in_a_box_is_no_table(write: Write) -> None:
    def box(canvas: Canvas) -> None:
        canvas.rect(LEFT - 5, TOP - 40, 460, 60)

    text = read(write, both(box, justified(FILLER), body()))

    assert text.startswith(" ".join(FILLER) + "\n\n")


def test_contents_are_rows_when_dots_lead_to_the_pages(write: Write) -> None:
    entries = ["1. Inleiding " + "." * 60 + " 5", "1.1 Doel " + ". " * 30 + "12"]

    text = read(write, both(lines(entries), body()))

    assert text.startswith("| 1. Inleiding | 5 |\n| 1.1 Doel | 12 |\n\n")


def test_head_row_has_a_rule_when_it_is_bold(write: Write) -> None:
    head = both(lines(["Zone"], font="VeraBd"), lines(["Aantal"], x=200, font="VeraBd"))
    names = lines(["Gent", "Luik", "Bergen"], y=TOP - 13)
    numbers = lines(["een", "twee", "drie"], x=200, y=TOP - 13)

    text = read(write, both(head, names, numbers, body()))

    assert text.startswith("| Zone | Aantal |\n|---|---|\n| Gent | een |\n")


def test_footnotes_are_blocks_when_marks_are_raised(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(LEFT, TOP, "Mensensmokkel")
        end = LEFT + canvas.stringWidth("Mensensmokkel", "Vera", 10)
        canvas.setFont("Vera", 6)
        canvas.drawString(end, TOP + 4, "12")
        canvas.setFont("Vera", 10)
        canvas.drawString(end + 10, TOP, "is strafbaar.")
        canvas.setFont("Vera", 5)
        canvas.drawString(LEFT, 103, "12")
        canvas.setFont("Vera", 8)
        canvas.drawString(LEFT + 8, 100, "Artikel 77bis van de wet")
        canvas.drawString(LEFT, 90, "van 15 december 1980.")

    text = read(write, both(draw, body()))

    assert text.startswith("Mensensmokkel¹² is strafbaar.")
    assert text.endswith("\n\n¹² Artikel 77bis van de wet van 15 december 1980.\n")


def test_note_is_one_when_it_runs_over_to_the_next_page(write: Write) -> None:
    def mark(canvas: Canvas) -> None:
        canvas.setFont("Vera", 5)
        canvas.drawString(LEFT, 103, "1")

    first = both(body(), mark, lines(["Een noot die op de"], x=LEFT + 6, y=100, size=8))
    second = both(body(), lines(["volgende bladzijde eindigt."], y=100, size=8))

    text = read(write, first, second)

    assert "¹ Een noot die op de volgende bladzijde eindigt." in text


def test_paragraph_stays_in_two_parts_when_a_page_break_cuts_it(write: Write) -> None:
    # The structure reader joins the parts; here the page must stay known.
    result = extract(write("t.pdf", pdf(lines(FILLER[:1], y=100), lines(FILLER[1:]))))

    assert result.text == "\n\n".join(FILLER) + "\n"
    assert result.pages[1] == PageStart(offset=result.text.index(FILLER[1]), number=2)


def test_word_is_whole_when_a_page_break_cuts_it(write: Write) -> None:
    text = read(write, lines(["De politie ver-"], y=100), lines(["sterkt de samenwerking."]))

    assert text == "De politie versterkt\n\nde samenwerking.\n"


def test_headings_have_levels_by_size_and_weight(write: Write) -> None:
    page = both(
        lines(["Hoofdstuk 1"], y=800, size=20),
        lines(["1.1 Drugshandel"], y=760, size=14),
        lines(["» Doelstellingen"], y=730, font="VeraBd"),
        body(700),
    )

    text = read(write, page)

    assert text.startswith("# Hoofdstuk 1\n\n## 1.1 Drugshandel\n\n### » Doelstellingen\n\n")


def test_item_is_no_heading_when_its_title_is_bold(write: Write) -> None:
    page = both(
        lines(["1. Samenwerking:"], font="VeraBd"),
        lines(FILLER, x=LEFT + 18, y=TOP - 13),
        body(),
    )

    assert read(write, page).startswith("1. Samenwerking:\n" + " ".join(FILLER))


def test_heading_levels_follow_the_outline_when_there_is_one(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        for number, (title, level) in enumerate([("Deel A", 0), ("Onderdeel", 1), ("Punt", 2)]):
            canvas.setFont("Vera", 14)
            canvas.drawString(LEFT, TOP - 40 * number, title)
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)

    text = read(write, both(draw, body()))

    assert text.startswith("# Deel A\n\n## Onderdeel\n\n### Punt\n\n")


def test_pages_have_printed_numbers_when_the_file_labels_them(write: Write) -> None:
    writer = PdfWriter(clone_from=PdfReader(write("plain.pdf", pdf(*[body()] * 5))))
    writer.set_page_label(0, 1, style="/r")
    writer.set_page_label(2, 4, style="/D", start=9)
    path = write("t.pdf", b"")
    writer.write(path)

    numbers = [page.number for page in extract(path).pages]

    assert numbers == [1, 2, 9, 10, 11]


def test_pages_are_counted_from_1_when_nothing_labels_them(write: Write) -> None:
    pages = extract(write("t.pdf", pdf(body(), lambda _: None, body()))).pages

    assert [page.number for page in pages] == [1, 2, 3]
    assert pages[1].offset == pages[2].offset


def test_file_says_of_itself_what_it_is(write: Write) -> None:
    result = extract(write("t.pdf", pdf(body(), title="Kadernota", lang="nl-BE")))

    assert (result.title, result.language) == ("Kadernota", "nl")
    assert len(result.date) == 10


@pytest.mark.parametrize(
    "title", ["untitled", "(anonymous)", "Microsoft Word - plan v3.docx", "nota.indd"]
)
def test_title_is_empty_when_a_program_made_it_up(write: Write, title: str) -> None:
    assert extract(write("t.pdf", pdf(body(), title=title))).title == ""


def test_page_is_read_upright_when_it_is_turned(write: Write) -> None:
    def sideways(canvas: Canvas) -> None:
        canvas.translate(595, 0)
        canvas.rotate(90)
        lines(FILLER, y=500)(canvas)

    writer = PdfWriter(clone_from=PdfReader(write("plain.pdf", pdf(sideways))))
    writer.pages[0].rotate(90)
    path = write("t.pdf", b"")
    writer.write(path)

    assert extract(path).text == " ".join(FILLER) + "\n"


def test_watermark_is_left_out_when_it_runs_aslant(write: Write) -> None:
    def watermark(canvas: Canvas) -> None:
        canvas.rotate(45)
        canvas.drawString(300, 200, "ONTWERP")

    assert "ONTWERP" not in read(write, both(body(), watermark))


def test_text_is_read_once_when_it_is_printed_twice(write: Write) -> None:
    page = both(lines(["Kop"], size=16), lines(["Kop"], x=LEFT + 0.4, size=16), body())

    assert read(write, page).startswith("# Kop\n\n")


def test_literal_marks_are_not_structure(write: Write) -> None:
    page = both(lines(["# geen titel", "| geen rij", "een * en ** sterren"]), body())

    text = read(write, page)

    assert text.startswith("＃ geen titel\n∣ geen rij\neen ∗ en ∗∗ sterren\n\n")


def test_form_text_is_read_when_the_page_shows_a_form(write: Write) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("stempel")
        canvas.drawString(0, 0, "Tekst in een formulierobject.")
        canvas.endForm()
        canvas.translate(LEFT, TOP)
        canvas.doForm("stempel")

    assert "Tekst in een formulierobject." in read(write, both(draw, body()))


def test_pages_read_the_same_whatever_the_page_tree(write: Write) -> None:
    writer = PdfWriter()
    for number in range(26):
        writer.append(
            write(f"{number}.pdf", pdf(lines([f"Op deze bladzijde staat {chr(97 + number) * 3}."])))
        )
    path = write("t.pdf", b"")
    writer.write(path)

    result = extract(path)

    found = [result.text[a.offset : b.offset].strip() for a, b in itertools.pairwise(result.pages)]
    assert found == [f"Op deze bladzijde staat {chr(97 + number) * 3}." for number in range(25)]


def test_file_is_read_when_an_empty_password_opens_it(write: Write) -> None:
    writer = PdfWriter(clone_from=PdfReader(write("plain.pdf", pdf(body()))))
    writer.encrypt("", "baas", algorithm="AES-256")
    path = write("t.pdf", b"")
    writer.write(path)

    assert extract(path).text.startswith("Dit is een gewone regel")


def test_file_is_refused_when_a_password_protects_it(write: Write) -> None:
    writer = PdfWriter(clone_from=PdfReader(write("plain.pdf", pdf(body()))))
    writer.encrypt("geheim", algorithm="AES-128")
    path = write("plan.pdf", b"")
    writer.write(path)

    with pytest.raises(CorpusError, match=r"^plan\.pdf is protected by a password") as caught:
        extract(path)

    assert "without the password" in caught.value.fix

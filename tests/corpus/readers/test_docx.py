"""What a DOCX file says, as light Markdown."""

from corpus.readers import extract
from tests.corpus.readers.conftest import Write
from tests.corpus.readers.docx_file import HEADING_STYLES, docx, numbering, p, row

REFERENCE = '<w:r><w:t>smokkel</w:t></w:r><w:r><w:{0}Reference w:id="{1}"/></w:r>'


def read(write: Write, body: str, **parts: str) -> str:
    return extract(write("t.docx", docx(body, **parts))).text


def test_headings_have_the_levels_of_their_styles(write: Write) -> None:
    body = p("Hoofdstuk 1", style="Kop1") + p("Doel", style="Kop3") + p("Tekst.")

    assert read(write, body, styles=HEADING_STYLES) == "# Hoofdstuk 1\n\n### Doel\n\nTekst.\n"


def test_heading_is_known_when_a_style_is_based_on_one(write: Write) -> None:
    own = (
        '<w:style w:type="paragraph" w:styleId="Eigen"><w:name w:val="Eigen kop"/>'
        '<w:basedOn w:val="Kop2"/></w:style>'
    )

    assert read(write, p("Doel", style="Eigen"), styles=HEADING_STYLES + own) == "## Doel\n"


def test_heading_is_known_when_the_paragraph_has_an_outline_level(write: Write) -> None:
    paragraph = '<w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>Doel</w:t></w:r></w:p>'

    assert read(write, paragraph) == "## Doel\n"


def test_heading_is_known_when_it_is_short_and_bold(write: Write) -> None:
    body = p("Deel", style="Kop1") + p("Doelstellingen", run="<w:b/>") + p("Tekst.")

    assert "\n\n## Doelstellingen\n\nTekst.\n" in read(write, body, styles=HEADING_STYLES)


def test_numbers_are_counted_when_word_numbers_headings(write: Write) -> None:
    numbers = numbering(("decimal", "Hoofdstuk %1:"), ("decimal", "%1.%2"))
    body = "".join(
        [
            p("Inleiding", style="Kop1", num=(1, 0)),
            p("Thema's", style="Kop1", num=(1, 0)),
            p("Drugs", style="Kop2", num=(1, 1)),
            p("Geweld", style="Kop2", num=(1, 1)),
            p("Middelen", style="Kop1", num=(1, 0)),
            p("Mensen", style="Kop2", num=(1, 1)),
        ]
    )

    text = read(write, body, styles=HEADING_STYLES, numbering=numbers)

    assert text.split("\n\n") == [
        "# Hoofdstuk 1: Inleiding",
        "# Hoofdstuk 2: Thema's",
        "## 2.1 Drugs",
        "## 2.2 Geweld",
        "# Hoofdstuk 3: Middelen",
        "## 3.1 Mensen\n",
    ]


def test_items_are_nested_and_numbered_as_printed(write: Write) -> None:
    numbers = numbering(("decimal", "%1."), ("bullet", "o")) + numbering(
        ("upperRoman", "%1."), id=2
    )
    body = "".join(
        [
            p("een", num=(1, 0)),
            p("onder", num=(1, 1)),
            p("onder", num=(1, 1)),
            p("twee", num=(1, 0)),
            p("Tussendoor."),
            p("drie", num=(1, 0)),
            p("Romeins", num=(2, 0)),
        ]
    )

    text = read(write, body, numbering=numbers)

    assert text == (
        "1. een\n  - onder\n  - onder\n2. twee\n\nTussendoor.\n\n3. drie\n\nI. Romeins\n"
    )


def test_list_starts_anew_when_its_numbering_says_so(write: Write) -> None:
    again = (
        '<w:num w:numId="7"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
        '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    )
    body = p("een", num=(1, 0)) + p("twee", num=(1, 0)) + p("Of:") + p("een", num=(7, 0))

    text = read(write, body, numbering=numbering(("decimal", "%1.")) + again)

    assert text == "1. een\n2. twee\n\nOf:\n\n1. een\n"


def test_tables_are_pipe_rows_with_a_rule_after_the_head(write: Write) -> None:
    table = f"<w:tbl>{row('Zone', 'Aantal', head=True)}{row('Gent', 'a|b')}</w:tbl>"

    assert read(write, p("Tabel:") + table) == (
        "Tabel:\n\n| Zone | Aantal |\n|---|---|\n| Gent | a∣b |\n"
    )


def test_cells_keep_their_column_when_others_are_merged(write: Write) -> None:
    wide = f'<w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/></w:tcPr>{p("breed")}</w:tc></w:tr>'
    down = f"<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr>{p('')}</w:tc><w:tc>{p('x')}</w:tc></w:tr>"

    text = read(write, f"<w:tbl>{row('a', 'b')}{wide}{down}</w:tbl>")

    assert text == "| a | b |\n| breed |  |\n|  | x |\n"


def test_table_is_running_text_when_it_has_one_column(write: Write) -> None:
    assert read(write, f"<w:tbl>{row('In een kader.')}</w:tbl>") == "In een kader.\n"


def test_notes_are_blocks_under_their_marks(write: Write) -> None:
    body = f"<w:p>{REFERENCE.format('footnote', 4)}{REFERENCE.format('endnote', 4)}</w:p>"
    notes = f'<w:footnote w:id="4">{p("Voetnoot.")}</w:footnote>'
    ends = f'<w:endnote w:id="4">{p("Eindnoot.")}</w:endnote>'

    text = read(write, body + p("Meer."), footnotes=notes, endnotes=ends)

    assert text == "smokkel¹smokkel²\n\nMeer.\n\n¹ Voetnoot.\n\n² Eindnoot.\n"


def test_notes_stand_before_the_next_heading(write: Write) -> None:
    body = f"<w:p>{REFERENCE.format('footnote', 2)}</w:p>" + p("Deel", style="Kop1")
    notes = f'<w:footnote w:id="2">{p("Noot.")}</w:footnote>'

    text = read(write, body, styles=HEADING_STYLES, footnotes=notes)

    assert text == "smokkel¹\n\n¹ Noot.\n\n# Deel\n"


def test_contents_are_rows_of_title_and_page(write: Write) -> None:
    style = '<w:style w:type="paragraph" w:styleId="I1"><w:name w:val="toc 1"/></w:style>'
    entry = "<w:r><w:t>{}</w:t><w:tab/><w:t>{}</w:t></w:r>"
    body = "".join(
        f'<w:p><w:pPr><w:pStyle w:val="I1"/></w:pPr>{entry.format(title, page)}</w:p>'
        for title, page in (("1. Doel", 3), ("2. Middelen", 12))
    )

    assert read(write, body, styles=style) == "| 1. Doel | 3 |\n| 2. Middelen | 12 |\n"


def test_deleted_and_hidden_text_is_left_out(write: Write) -> None:
    changed = (
        "<w:p><w:r><w:t>Blijft </w:t></w:r><w:del><w:r><w:delText>weg</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>nieuw</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>verborgen</w:t></w:r></w:p>"
    )

    assert read(write, changed) == "Blijft nieuw\n"


def test_text_is_read_when_it_stands_in_content_controls_links_or_boxes(write: Write) -> None:
    box = f"<w:r><w:pict><w:txbxContent>{p('In een vak.')}</w:txbxContent></w:pict></w:r>"
    body = (
        f"<w:sdt><w:sdtContent>{p('In een veld.')}</w:sdtContent></w:sdt>"
        f"<w:p><w:hyperlink><w:r><w:t>Een link.</w:t></w:r></w:hyperlink>{box}</w:p>"
    )

    assert read(write, body) == "In een veld.\n\nEen link.\n\nIn een vak.\n"


def test_literal_marks_are_not_structure(write: Write) -> None:
    assert read(write, p("# een * ster") + p("| balk")) == "＃ een ∗ ster\n\n∣ balk\n"


def test_file_says_of_itself_what_it_is(write: Write) -> None:
    core = (
        "<dc:title>Omzendbrief</dc:title><dc:language>fr-BE</dc:language>"
        "<dcterms:created>2025-07-10T08:00:00Z</dcterms:created>"
    )

    result = extract(write("t.docx", docx(p("Tekst."), core=core)))

    assert (result.title, result.language, result.date) == ("Omzendbrief", "fr", "2025-07-10")
    assert result.pages == ()

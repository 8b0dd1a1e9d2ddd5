"""What an HTML page says, as light Markdown."""

import pytest

from corpus.readers import extract
from tests.corpus.readers.conftest import Write


def read(write: Write, body: str, head: str = "") -> str:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    return extract(write("t.html", page)).text


def test_blocks_are_parted_and_white_space_is_folded(write: Write) -> None:
    text = read(write, "<h1>Titel\n  hier</h1><p>Een&nbsp;zin   over <b>drugs</b>\n.</p>los")

    assert text == "# Titel hier\n\nEen zin over drugs .\n\nlos\n"


@pytest.mark.parametrize(
    "around",
    [
        "<nav>weg</nav>",
        "<header>weg</header>",
        "<footer>weg</footer>",
        "<aside>weg</aside>",
        "<form>weg</form>",
        "<script>weg</script>",
        "<style>weg</style>",
        "<div hidden>weg</div>",
        '<div aria-hidden="true">weg</div>',
        '<p style="display: none">weg</p>',
        '<div role="navigation">weg</div>',
        "<!-- weg -->",
        "<svg><text>weg</text></svg>",
    ],
)
def test_what_is_around_the_text_is_left_out(write: Write, around: str) -> None:
    assert read(write, f"{around}<p>Tekst.</p>") == "Tekst.\n"


def test_only_the_main_content_is_read_when_the_page_marks_it(write: Write) -> None:
    text = read(write, "<div>menu</div><main><header><h1>T</h1></header><p>Tekst hier.</p></main>")

    assert text == "# T\n\nTekst hier.\n"


def test_all_is_read_when_the_marked_content_is_a_small_part(write: Write) -> None:
    text = read(write, f"<article>kort</article><p>{'lang ' * 50}</p>")

    assert text.startswith("kort\n\nlang lang")


def test_page_is_read_when_it_is_all_one_form(write: Write) -> None:
    assert read(write, f"<form><p>{'tekst ' * 100}</p></form>").startswith("tekst tekst")


def test_lists_are_nested_and_numbered(write: Write) -> None:
    text = read(
        write,
        '<ol start="3"><li>drie<ul><li>a<ul><li>diep</li></ul></li><li>b</li></ul></li>'
        '<li>vier</li><li value="9">negen</li></ol><ol type="i"><li>een</li></ol>',
    )

    assert text == ("3. drie\n  - a\n    - diep\n  - b\n4. vier\n9. negen\ni. een\n")


def test_item_keeps_its_paragraphs(write: Write) -> None:
    assert read(write, "<ul><li><p>een</p><p>twee</p></li><li>drie</li></ul>") == (
        "- een\ntwee\n- drie\n"
    )


def test_tables_are_pipe_rows_with_a_rule_after_the_head(write: Write) -> None:
    text = read(
        write,
        "<table><caption>Zones</caption><tr><th>Zone<th>Aantal</tr>"
        "<tr><td rowspan=2>Gent<td>a | b<tr><td>twee</table>",
    )

    assert text == "Zones\n\n| Zone | Aantal |\n|---|---|\n| Gent | a ∣ b |\n|  | twee |\n"


def test_table_is_running_text_when_it_lays_out_the_page(write: Write) -> None:
    text = read(write, "<table><tr><td><h2>Kop</h2><p>Tekst.</p></td><td>x</td></tr></table>")

    assert text == "## Kop\n\nTekst.\n\nx\n"


def test_terms_are_rows(write: Write) -> None:
    assert read(write, "<dl><dt>NVP<dd>Nationaal Veiligheidsplan<dt>KIV<dd>Kadernota</dl>") == (
        "| NVP | Nationaal Veiligheidsplan |\n| KIV | Kadernota |\n"
    )


@pytest.mark.parametrize(
    ("call", "note"),
    [
        (
            '<sup><a href="#fn1" id="r1">1</a></sup>',
            '<ol><li id="fn1"><p>Noot. <a href="#r1">↩</a></p></li></ol>',
        ),
        (
            '<a href="#fn1" role="doc-noteref">[1]</a>',
            '<aside role="doc-footnote" id="fn1">1. Noot.</aside>',
        ),
        (
            '<a class="sdfootnoteanc" href="#s1sym"><sup>1</sup></a>',
            '<div><p><a name="s1sym" href="#s1anc">1</a> Noot.</p></div>',
        ),
        ("<sup>1</sup>", "<p><sup>1</sup>Noot.</p>"),
    ],
)
def test_notes_are_blocks_under_their_marks(write: Write, call: str, note: str) -> None:
    assert read(write, f"<p>smokkel{call} omvat</p>{note}") == "smokkel¹ omvat\n\n¹ Noot.\n"


def test_link_is_no_note_when_it_is_only_a_number(write: Write) -> None:
    assert read(write, '<p>zie <a href="#art7">7</a></p><p id="art7">Art.</p>') == (
        "zie 7\n\nArt.\n"
    )


def test_paragraphs_are_apart_when_end_tags_are_left_out(write: Write) -> None:
    text = read(write, "<p>een<p>twee<ul><li>a<li>b</ul><p>drie" + "<p>x" * 400)

    assert text.startswith("een\n\ntwee\n\n- a\n- b\n\ndrie\n\nx\n\nx")


def test_breaks_stay_and_double_ones_part_paragraphs(write: Write) -> None:
    assert read(write, "<p>een<br>twee<br><br>drie</p>") == "een\ntwee\n\ndrie\n"


def test_literal_marks_are_not_structure(write: Write) -> None:
    assert read(write, "<p># een * ster</p><p>a<br>| b</p>") == "＃ een ∗ ster\n\na\n∣ b\n"


def test_page_says_of_itself_what_it_is(write: Write) -> None:
    page = (
        '<html lang="nl-BE"><head><title> Omzendbrief\nPLP41 </title>'
        '<meta name="DCTERMS.issued" content="2006-07-07T10:00"></head><body>Tekst.</body></html>'
    )

    result = extract(write("t.htm", page))

    assert (result.title, result.language, result.date) == ("Omzendbrief PLP41", "nl", "2006-07-07")


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [("", "utf-8"), ("utf-8", "utf-8"), ("iso-8859-1", "cp1252"), ("", "cp1252"), ("", "utf-16")],
)
def test_characters_are_right_in_each_encoding(write: Write, declared: str, encoding: str) -> None:
    page = f'<html><meta charset="{declared}"><body>Geïntegreerde “politie”</body></html>'

    assert extract(write("t.html", page.encode(encoding))).text == "Geïntegreerde “politie”\n"


def test_page_is_read_when_it_is_xhtml(write: Write) -> None:
    page = (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>x'
    )

    assert extract(write("t.xhtml", page)).text == "x\n"

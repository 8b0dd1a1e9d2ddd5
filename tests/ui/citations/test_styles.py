"""Citations in every style and language, read back by the formats' own parsers."""

import json
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser

import bibtexparser
import pytest
import rispy
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from assistant import LANGUAGES, DocumentStatus, NotFoundError, ReadDocument
from assistant.library import Library
from tests.ui.standin_assistant import StandIn
from ui.citations.reference import Reference, range_quoted, reference_to
from ui.citations.styles import STYLES, style
from ui.wording import words

ADDRESS = "2/1.3/strategische-doelstellingen/lokale-politie/1"
PLACE = (
    "Hoofdstuk 2: Nationale Veiligheidsthema's 2026-2029, 1. Georganiseerde criminaliteit, "
    "1.3 Mensenhandel en mensensmokkel, Strategische doelstellingen, Voor de Lokale Politie, "
)
MINISTERS = ["De Minister van Veiligheid en Binnenlandse Zaken", "De Minister van Justitie"]
DAY = date(2026, 11, 27)
HOSTILE = "<b>}{\\ % & # _ $ ~ ^\nTY  - JOUR\r\nER  - `code` [x](javascript:1) \x00\u2028\"'"


@pytest.fixture(scope="module")
def library(documents: tuple[ReadDocument, ...]) -> Library:
    return Library(documents)


def reference(library: Library, language: str = "nl", quote: str = "") -> Reference:
    passage = next(p for p in library.documents[0].passages if p.address == ADDRESS)
    return reference_to(
        library,
        passage,
        range_quoted(library, passage, quote),
        language=language,
        public_url="https://plan.example.be",
        consulted=DAY,
    )


def hostile(ref: Reference, text: str = HOSTILE) -> Reference:
    document = replace(
        ref.document, title=text, short_title=text, edition=text, publishers=(text, text)
    )
    return replace(ref, document=document, quote=text, label=text, place=text)


@pytest.mark.parametrize(
    ("language", "also", "item", "consulted"),
    [
        ("nl", "en", "doelstelling 1", "geraadpleegd op 27 november 2026"),
        ("fr", "et", "objectif 1", "consulté le 27 novembre 2026"),
        ("de", "und", "Ziel 1", "abgerufen am 27. November 2026"),
        ("en", "and", "goal 1", "consulted on 27 November 2026"),
    ],
)
def test_footnote_names_authority_title_place_and_day(
    library: Library, language: str, also: str, item: str, consulted: str
) -> None:
    ref = reference(library, language)

    assert style("note").write(ref) == (
        f"{MINISTERS[0]} {also} {MINISTERS[1]}, Nationaal Veiligheidsplan 2026-2029, "
        f"{PLACE}{item}, {ref.url} ({consulted})."
    )


@pytest.mark.parametrize(
    ("language", "undated"), [("nl", "z.d."), ("fr", "s. d."), ("de", "o. J."), ("en", "n.d.")]
)
def test_apa_says_that_no_date_is_stated(library: Library, language: str, undated: str) -> None:
    ref = reference(library, language)
    apa = style("apa")

    assert apa.write(ref) == (
        f"{MINISTERS[0]}, & {MINISTERS[1]}. ({undated}). Nationaal Veiligheidsplan 2026-2029. "
        f"{ref.url}"
    )
    assert apa.in_text
    assert apa.in_text(ref).startswith(f"({MINISTERS[0]} & {MINISTERS[1]}, {undated}, Hoofdstuk 2")


def test_the_year_is_that_of_a_date_without_remark(library: Library) -> None:
    ref = reference(library)
    dated = replace(ref, document=replace(ref.document, dates=("2025-04-01",)))

    assert (ref.year, dated.year) == ("", "2025")
    assert ". (2025). " in style("apa").write(dated)
    assert rispy.loads(style("ris").write(dated))[0]["year"] == "2025"


def test_bibtex_is_read_back_by_its_parser(library: Library) -> None:
    ref = reference(library)

    read = bibtexparser.parse_string(style("bibtex").write(ref))

    assert read.failed_blocks == []
    fields = read.entries[0].fields_dict
    assert fields["author"].value == " and ".join(f"{{{name}}}" for name in MINISTERS)
    assert fields["title"].value == "{Nationaal Veiligheidsplan 2026-2029}"
    assert fields["note"].value == PLACE + "doelstelling 1"
    assert fields["url"].value == ref.url
    assert "year" not in fields


def test_ris_is_read_back_by_its_parser(library: Library) -> None:
    ref = reference(library)

    (read,) = rispy.loads(style("ris").write(ref))

    assert read["type_of_reference"] == "RPRT"
    assert read["authors"] == MINISTERS
    assert read["title"] == "Nationaal Veiligheidsplan 2026-2029"
    assert read["notes"] == [PLACE + "doelstelling 1"]
    assert read["urls"] == [ref.url]


def test_csl_json_has_the_fields_of_its_schema(library: Library) -> None:
    ref = reference(library)

    (read,) = json.loads(style("csl-json").write(ref))

    assert read["type"] == "report"
    assert read["author"] == [{"literal": name} for name in MINISTERS]
    assert read["accessed"] == {"date-parts": [[2026, 11, 27]]}
    assert read["URL"] == ref.url
    assert "issued" not in read


def test_plain_quotes_word_for_word(library: Library) -> None:
    ref = reference(library, quote="Slachtofferdetectie en -bejegening")

    assert style("plain").write(ref) == (
        f"“Slachtofferdetectie en -bejegening” (NVP 2026-2029, {PLACE}doelstelling 1, {ref.url})"
    )


@pytest.mark.parametrize("name", ["plain", "markdown", "html"])
def test_a_working_translation_is_called_so(library: Library, name: str) -> None:
    text = style(name).write(reference(library, "fr"))

    assert words("fr").chat.working_translation in text
    assert "Détection et accueil des victimes" in text
    assert text.index("Slachtofferdetectie") < text.index("Détection")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["note", "apa", "bibtex", "ris", "csl-json", "html", "plain"])
def test_a_context_note_is_never_cited_as_the_official_text(
    library: Library, name: str, language: str
) -> None:
    note = library.documents[1]
    assert note.document.status is DocumentStatus.CONTEXT_NOTE
    ref = reference_to(
        library, note.passages[3], None, language=language, public_url="", consulted=DAY
    )

    assert words(language).citation.context_note in style(name).write(ref)


class _Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, _: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def test_hostile_words_stay_words_in_html(library: Library) -> None:
    parser = _Tags()
    parser.feed(style("html").write(hostile(reference(library))))

    assert set(parser.tags) == {"blockquote", "p", "br", "footer", "a"}
    assert "[x](javascript:1)" in parser.text


def test_hostile_words_stay_words_in_markdown(library: Library) -> None:
    text = style("markdown").write(hostile(reference(library)))

    assert all(line.startswith(">") for line in text.split("\n"))
    assert "\\<b\\>" in text
    assert "\\[x\\](javascript:1)" in text


@given(text=st.text(min_size=1, max_size=60).filter(lambda text: text.strip().isprintable()))
def test_any_words_come_back_from_ris_and_csl_json(library: Library, text: str) -> None:
    ref = hostile(reference(library), f"a{text}b")
    line = " ".join("".join(c if c.isprintable() else " " for c in f"a{text}b").split())

    (ris,) = rispy.loads(style("ris").write(ref))
    (csl,) = json.loads(style("csl-json").write(ref))

    assert (ris["title"], ris["notes"], csl["title"], csl["note"]) == (line, [line], line, line)


@given(text=st.text(min_size=1, max_size=60))
def test_any_words_leave_bibtex_one_entry(library: Library, text: str) -> None:
    entry = style("bibtex").write(hostile(reference(library), f"a{text}b"))

    read = bibtexparser.parse_string(entry)

    assert (len(read.entries), read.failed_blocks) == (1, [])
    assert read.entries[0].fields_dict["urldate"].value == "2026-11-27"


def test_hostile_words_leave_one_entry_each(library: Library) -> None:
    ref = hostile(reference(library))

    assert len(rispy.loads(style("ris").write(ref))) == 1
    assert len(json.loads(style("csl-json").write(ref))) == 1
    assert "\x00" not in "".join(style(n).write(ref) for n in ("note", "apa", "bibtex", "ris"))


def test_a_quote_is_found_but_for_typography(library: Library) -> None:
    quote = "slachtoffers van\u00a0mensenhandel in de\nwijkwerking"

    assert reference(library, quote=quote).quote == quote.replace("\u00a0", " ").replace("\n", " ")


def test_a_quote_that_is_not_there_is_refused(library: Library) -> None:
    with pytest.raises(NotFoundError, match="does not have that quote"):
        reference(library, quote="slachtoffers van mensenhandel in het wijkwerk")


@pytest.mark.parametrize("name", STYLES)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_style_is_named_in_every_language(name: str, language: str) -> None:
    assert words(language).citation.styles[name]


@pytest.mark.parametrize("name", STYLES)
def test_the_route_writes_every_style(client: TestClient, standin: StandIn, name: str) -> None:
    passage = standin.documents[0].passages[1]

    reply = client.get(
        f"/api/v1/citations/{passage.id}",
        params={"style": name, "language": "fr", "quote": passage.text[:25]},
    ).json()

    assert (reply["style"], reply["language"]) == (name, "fr")
    assert reply["quote"] == passage.text[:25]
    assert reply["url"].startswith("https://plan.example.be/plan/nvp-2026-2029?from=")
    assert reply["text"]
    assert (reply["in_text"] is not None) is (name == "apa")


def test_the_link_leads_back_to_this_server_when_it_does_not_know_its_name(
    client_of_no_name: TestClient, standin: StandIn
) -> None:
    passage = standin.documents[0].passages[1]

    reply = client_of_no_name.get(f"/api/v1/citations/{passage.id}").json()

    assert reply["url"].startswith("http://testserver/plan/nvp-2026-2029?from=")


@pytest.mark.parametrize(
    ("query", "status"),
    [({"style": "chicago"}, 422), ({"quote": "nooit gezegd"}, 404), ({"quote": "x" * 2_001}, 422)],
)
def test_what_cannot_be_cited_is_refused(
    client: TestClient, standin: StandIn, query: dict[str, str], status: int
) -> None:
    passage = standin.documents[0].passages[1]

    assert client.get(f"/api/v1/citations/{passage.id}", params=query).status_code == status
    assert client.get("/api/v1/citations/none").status_code == 404

"""How the four kinds of evidence work together, on the plan with a stand-in embedder."""

from collections.abc import Sequence

import numpy as np
import pytest

from corpus import Audience, Kind, ReadDocument
from index import Filters, Query, SilentProgress, Why
from index.build import build
from index.open_index import load
from index.search import Searcher
from index.stand_in import HashingEmbedder


@pytest.fixture(scope="module")
def searcher(
    documents: Sequence[ReadDocument], tmp_path_factory: pytest.TempPathFactory
) -> Searcher:
    root = tmp_path_factory.mktemp("search")
    embedder = HashingEmbedder()
    build(documents, embedder, folder=root / "i", kept=root / "c", progress=SilentProgress())
    return load(documents, embedder, root / "i")


def first(searcher: Searcher, text: str) -> str:
    return searcher.search(Query(text=text, language="nl"), top_k=1).hits[0].passage.address


def test_verbatim_wording_comes_first(searcher: Searcher) -> None:
    [hit] = searcher.search(
        Query(text="versterkte screening tegen infiltratie en corruptie", language="nl"), top_k=1
    ).hits

    assert hit.passage.address == "2/8/4/5"
    assert Why.QUOTE in hit.why


def test_half_remembered_wording_is_found(searcher: Searcher) -> None:
    address = first(searcher, "versterkte skreening tegen infiltraties en corruptie")

    assert address == "2/8/4/5"


def test_named_place_comes_first(searcher: Searcher) -> None:
    assert first(searcher, "voetnoot 9") == "2/6.2/n9"


def test_section_is_given_from_its_start_when_its_heading_is_asked(searcher: Searcher) -> None:
    assert first(searcher, "Inzetten op de toegangspoorten") == "2/1.5/p1"


def test_contents_row_is_found_when_a_page_is_asked(searcher: Searcher) -> None:
    hits = searcher.search(
        Query(text="op welke pagina begint cybercriminaliteit", language="nl"), top_k=3
    ).hits

    assert Kind.TABLE_ROW in {hit.passage.kind for hit in hits}


def test_filters_hold(searcher: Searcher) -> None:
    filters = Filters(themes=frozenset({"5"}), audience=Audience.LOCAL)

    hits = searcher.search(Query(text="drugs", language="nl"), top_k=50, filters=filters).hits

    assert [h.passage.address for h in sorted(hits, key=lambda h: h.passage.address)] == [
        "2/5/strategische-doelstellingen/lokale-politie/1",
        "2/5/strategische-doelstellingen/lokale-politie/2",
    ]


def test_nothing_is_found_when_filters_admit_nothing(searcher: Searcher) -> None:
    filters = Filters(themes=frozenset({"99"}))

    assert searcher.search(Query(text="drugs", language="nl"), filters=filters).hits == ()


def test_expansion_is_matched_by_words(searcher: Searcher) -> None:
    expanded = Query(text="xq", language="nl", expansions=("Full Integrated Police Action",))

    why = {h.passage.address: h.why for h in searcher.search(expanded, top_k=400).hits}
    without = {
        h.passage.address: h.why
        for h in searcher.search(Query(text="xq", language="nl"), top_k=400).hits
    }

    assert Why.LEXICAL in why["lijst-met-afkortingen/fipa"]
    assert Why.LEXICAL not in without["lijst-met-afkortingen/fipa"]


def test_a_point_of_a_chapter_is_an_item_where_the_chapter_has_no_such_section(
    searcher: Searcher,
) -> None:
    assert first(searcher, "hoofdstuk 3 punt 2") == "3/2/p1"
    assert first(searcher, "hoofdstuk 3 punt 3") == "3/2/3"


def test_several_readings_meet_a_unit_as_they_do_on_average(searcher: Searcher) -> None:
    own, whole = "en hoeveel?", "Hoeveel medewerkers telt de Federale Politie?"

    def nearest(*readings: str) -> float:
        found = searcher.search(Query(text=whole, readings=readings, language="nl"))
        unit = found.hits[0].units[0].cosine
        # Each reading may have another unit of the hit that is nearest to it.
        assert unit <= np.mean([one.cosine for one in found.readings]) + 1e-4
        return unit

    same = searcher.search(Query(text=whole, language="nl")).hits[0].units[0].cosine
    assert nearest(whole, whole) == pytest.approx(same, abs=1e-4)
    assert nearest(whole, own) < same


def test_each_reading_is_told_apart_at_the_best_hit(searcher: Searcher) -> None:
    own, whole = "en hoeveel?", "Hoeveel medewerkers telt de Federale Politie?"

    found = searcher.search(Query(text=whole, readings=(own, whole), language="nl"))

    near, far, again = found.readings
    assert (near.text, far.text) == (whole, own)
    assert near.cosine > far.cosine
    assert near.cosine == pytest.approx(again.cosine, abs=1e-3)
    assert all(one.cosine <= one.best + 1e-6 for one in found.readings)
    assert all(0 <= one.asked <= one.best_asked for one in found.readings)


def test_a_hit_that_the_answer_before_quoted_is_known(searcher: Searcher) -> None:
    query = Query(text="Europese doelstellingen verkeersdoden", language="nl")
    best = searcher.search(query, top_k=1).hits[0].passage

    def again(said: str) -> bool:
        asked = Query(text=query.text, language="nl", after=said)
        return searcher.search(asked, top_k=1).is_quoted

    assert again(f"Het plan zegt:\n\n- “{best.text}” [1]")
    assert not again("Het plan zegt hierover niets.")


def test_the_theme_of_the_answer_before_goes_first(searcher: Searcher) -> None:
    text = "welke omzendbrief hoort daarbij"
    themed = searcher.search(Query(text="humaan verwijderingsbeleid", language="nl"), top_k=1)
    said = themed.hits[0].passage.text

    without = searcher.search(Query(text=text, language="nl"), top_k=400).hits
    after = searcher.search(Query(text=text, language="nl", after=said), top_k=400).hits

    [theme] = {themed.hits[0].passage.theme}
    gains = {hit.passage.address: hit.score for hit in after if hit.passage.theme == theme}
    assert gains
    for hit in without:
        if hit.passage.address in gains:
            assert gains[hit.passage.address] > hit.score


FORMS = {
    "nl": (
        "{theme} {level} nr {number}",
        "{heading} doelstelling {number} {level}",
        "doelstelling {number} van de {level} bij {heading}",
    ),
    "fr": (
        "{theme} {level} objectif {number}",
        "{level} {heading} objectif {number}",
        "objectif {number} de la {level} en matière de {heading}",
    ),
    "de": (
        "{theme} {level} Ziel {number}",
        "{heading} Ziel {number} {level}",
        "Ziel {number} {level} bei {heading}",
    ),
    "en": (
        "theme {theme} {level} goal {number}",
        "{level} {heading} goal {number}",
        "goal {number} of the {level} on {heading}",
    ),
}
LEVELS = {
    "nl": {Audience.FEDERAL: "federale politie", Audience.LOCAL: "lokale politie"},
    "fr": {Audience.FEDERAL: "police fédérale", Audience.LOCAL: "police locale"},
    "de": {Audience.FEDERAL: "föderale Polizei", Audience.LOCAL: "lokale Polizei"},
    "en": {Audience.FEDERAL: "federal police", Audience.LOCAL: "local police"},
}


@pytest.mark.parametrize("language", FORMS)
def test_every_goal_is_found_by_its_place(
    searcher: Searcher, plan: ReadDocument, language: str
) -> None:
    headings = {
        version.address: version.text for version in plan.versions if version.language == language
    } | ({section.address: section.title for section in plan.sections} if language == "nl" else {})
    missed = []
    for goal in plan.passages:
        if goal.kind is not Kind.GOAL or goal.audience is Audience.BOTH:
            continue
        heading = headings[f"2/{goal.theme}"].lstrip("0123456789. ").lower()
        for form in FORMS[language]:
            query = form.format(
                theme=goal.theme,
                heading=heading,
                level=LEVELS[language][goal.audience],
                number=goal.address.rsplit("/", 1)[1],
            )
            if first(searcher, query) != goal.address:
                missed.append((query, goal.address))

    assert not missed


@pytest.mark.parametrize(
    ("query", "section"),
    [
        ("transversale aandachtspunten drugshandel", "2/1.1/transversale-aandachtspunten"),
        ("aandachtspunten thema 1.4", "2/1.4/transversale-aandachtspunten"),
        ("Aktionspläne Thema 5", "2/5/relevante-actieplannen-en-beleidskaders"),
        (
            "plans d'action cybercriminalité",
            "2/2/relevante-actieplannen-en-beleidskaders",
        ),
        ("cross-cutting points of attention corruption", "2/1.6/transversale-aandachtspunten"),
        ("4.1", "4/1"),
        ("hoofdstuk 3.2", "3/2"),
        ("thema 8 punt 5", "2/8/5"),
        ("deel over sociale fraude", "2/6.1"),
    ],
)
def test_sections_are_known_by_what_is_above_them(
    searcher: Searcher, query: str, section: str
) -> None:
    assert first(searcher, query).startswith(f"{section}/")

"""How the four kinds of evidence work together, on the plan with a stand-in embedder."""

from collections.abc import Sequence

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

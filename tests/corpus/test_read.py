"""Reading texts of other shapes, by the same general rules."""

from corpus import Audience, Document, Kind, ReadDocument, read_text


def read(source: str, language: str = "nl") -> ReadDocument:
    document = Document(
        id="test",
        title="Test",
        short_title="Test",
        edition="",
        language=language,
        publishers=(),
        status="test",
        dates=(),
        provenance="made for a test",
        source_file="test.md",
        sha256="0" * 64,
    )
    return read_text(document, source)


def test_french_plan_is_read_when_it_uses_french_structure_words() -> None:
    source = (
        "Plan zonal\n\nChapitre 1\n\nNos thèmes\n\n1. Drogues\n\nUn texte.\n\n"
        "» Objectifs stratégiques\n\nPour la police locale :\n\n1. Agir vite;\n2. Agir bien.\n\n"
        "2. Circulation\n\nUn autre texte.\n"
    )

    plan = read(source, "fr")

    goals = [p for p in plan.passages if p.kind is Kind.GOAL]
    assert [g.address for g in goals] == [
        "1/1/objectifs-strategiques/police-locale/1",
        "1/1/objectifs-strategiques/police-locale/2",
    ]
    assert {g.audience for g in goals} == {Audience.LOCAL}
    assert "1/2" in [s.address for s in plan.sections]


def test_numbered_line_is_an_item_when_a_list_is_open() -> None:
    source = (
        "1. Deel\n\n» Doelstellingen\n\n1. Eerste doel\n\nUitleg.\n\n2. Tweede doel\n\nUitleg.\n"
    )

    plan = read(source)

    goals = [p.text for p in plan.passages if p.kind is Kind.GOAL]
    assert goals == ["Eerste doel\nUitleg.", "Tweede doel\nUitleg."]


def test_paragraph_stays_apart_when_the_one_before_is_finished() -> None:
    plan = read("Een zin.\n\nEen andere zin.\n")

    assert [p.text for p in plan.passages] == ["Een zin.", "Een andere zin."]


def test_text_without_any_structure_still_becomes_passages() -> None:
    plan = read("zomaar wat woorden\nen nog een regel")

    assert [p.address for p in plan.passages] == ["top/p1"]


def test_emphasis_is_taken_out_and_remembered() -> None:
    plan = read("Dit is **heel belangrijk** en *dit* ook.\n")

    [passage] = plan.passages
    assert passage.text == "Dit is heel belangrijk en dit ook."
    assert [(passage.text[e.start : e.end], e.strong) for e in passage.emphasis] == [
        ("heel belangrijk", True),
        ("dit", False),
    ]


def test_footnote_goes_to_the_text_before_it_when_no_mark_refers_to_it() -> None:
    plan = read("1. Deel\n\nEen zin.\n\n¹ Een noot.\n")

    note = next(p for p in plan.passages if p.kind is Kind.FOOTNOTE)
    assert note.address == "1/n1"

"""What a right reading of the plan contains: counted by people in the plan itself."""

import re

import pytest

from corpus import Audience, Kind, Passage, ReadDocument, Section, SectionKind, sentences
from corpus.source import lines_of


def goals(plan: ReadDocument, theme: str, audience: Audience) -> list[Passage]:
    return [
        p
        for p in plan.passages
        if p.kind is Kind.GOAL and p.theme == theme and p.audience is audience
    ]


def section(plan: ReadDocument, address: str) -> Section:
    return next(s for s in plan.sections if s.address == address)


def passage(plan: ReadDocument, address: str) -> Passage:
    return next(p for p in plan.passages if p.address == address)


@pytest.mark.parametrize(
    ("theme", "federal", "local"),
    [
        ("1", 6, 3),
        ("1.1", 4, 1),
        ("1.2", 4, 1),
        ("1.3", 6, 1),
        ("1.4", 5, 1),
        ("1.5", 4, 1),
        ("1.6", 2, 0),
        ("1.7", 2, 1),
        ("2", 5, 1),
        ("3", 5, 1),
        ("4", 5, 0),
        ("5", 5, 2),
        ("6.1", 3, 2),
        ("6.2", 2, 2),
    ],
)
def test_theme_has_its_goals_per_police_level(
    plan: ReadDocument, theme: str, federal: int, local: int
) -> None:
    numbers = [
        [p.address.rsplit("/", 1)[1] for p in goals(plan, theme, level)]
        for level in (Audience.FEDERAL, Audience.LOCAL)
    ]

    assert numbers == [
        [str(n) for n in range(1, federal + 1)],
        [str(n) for n in range(1, local + 1)],
    ]


def test_violence_theme_has_goals_per_kind_of_violence(plan: ReadDocument) -> None:
    found = [p.address for p in goals(plan, "7", Audience.BOTH)]

    assert found == [
        f"2/7/strategische-doelstellingen/{kind}/{n}"
        for kind in ("intrafamiliaal-geweld", "seksueel-geweld")
        for n in (1, 2, 3, 4)
    ]


def test_plan_has_four_chapters(plan: ReadDocument) -> None:
    chapters = [(s.number, s.title) for s in plan.sections if s.kind is SectionKind.CHAPTER]

    assert chapters == [
        ("1", "Inleiding en Methodologie"),
        ("2", "Nationale Veiligheidsthema's 2026-2029"),
        ("3", "Middelen en capaciteit van de Federale Politie"),
        ("4", "Opvolging & evaluatie"),
    ]


def test_eighth_section_has_eleven_conditions(plan: ReadDocument) -> None:
    conditions = [s.address for s in plan.sections if s.parent == "2/8"]

    assert conditions == [f"2/8/{n}" for n in range(1, 12)]


def test_fourth_condition_has_six_points(plan: ReadDocument) -> None:
    points = [p.address for p in plan.passages if p.section == "2/8/4" and p.kind is Kind.LIST_ITEM]

    assert points == [f"2/8/4/{n}" for n in range(1, 7)]


def test_plan_has_84_abbreviations(plan: ReadDocument) -> None:
    found = [p for p in plan.passages if p.kind is Kind.ABBREVIATION]

    assert len(found) == 84
    assert found[0].text == "ADIV | Algemene Dienst Inlichting en Veiligheid"
    assert found[-1].text == "ZVP | Zonaal Veiligheidsplan"


@pytest.mark.parametrize(
    ("address", "page"),
    [
        ("voorwoord", 2),
        ("inhoudstafel", 4),
        ("1", 5),
        ("2", 8),
        ("2/1", 10),
        ("2/1.3", None),
        ("2/2", 24),
        ("2/3", 26),
        ("2/4", 28),
        ("2/5", 30),
        ("2/6", 32),
        ("2/7", 35),
        ("2/8", 38),
        ("2/8/1", None),
        ("3", 42),
        ("4", 45),
        ("lijst-met-afkortingen", 47),
    ],
)
def test_section_starts_on_the_page_the_contents_print(
    plan: ReadDocument, address: str, page: int | None
) -> None:
    assert section(plan, address).first_page == page


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (1, "Mensensmokkel¹ omvat"),
        (2, "hawaladars²"),
        (3, "disruptieve interventies³"),
        (4, "herstelgerichte⁴"),
        (5, "gestandaardiseerde, geïntegreerde uitvoering;⁵"),
        (6, "risicoanalyses⁶"),
        (7, "zelfstandigen.⁷"),
        (8, "btw-fraude⁸"),
        (9, "inkomstenbelastingfraude⁹"),
    ],
)
def test_footnote_is_attached_to_the_sentence_that_carries_its_mark(
    plan: ReadDocument, number: int, words: str
) -> None:
    notes = {p.id: p for p in plan.passages if p.kind is Kind.FOOTNOTE}
    carriers = [(p, mark) for p in plan.passages for mark in p.footnotes if mark.number == number]

    assert len(notes) == 9
    [(carrier, mark)] = carriers
    sentence = next(carrier.text[a:b] for a, b in sentences(carrier.text) if a <= mark.offset < b)
    assert words in sentence
    assert notes[mark.passage].address == f"{carrier.section}/n{number}"


@pytest.mark.parametrize(
    ("address", "across"),
    [
        ("2/1/b2", "gelinkt aan georganiseerde criminaliteit. Dit omvat"),
        ("2/1.2/p2", "informatie-uitwisseling en gerichte operaties tegen sleutelfiguren"),
        ("2/1.6/p2", "herhaaldelijk aangespoord om de integriteit van parlementsleden"),
        (
            "2/2/strategische-doelstellingen/federale-politie/3",
            "om expertise en middelen te delen",
        ),
        (
            "2/4/strategische-doelstellingen/federale-politie/4",
            "inspelen op evolverende uitdagingen door investeringen",
        ),
    ],
)
def test_paragraph_is_rejoined_when_a_page_break_cut_it(
    plan: ReadDocument, address: str, across: str
) -> None:
    cut = passage(plan, address)

    assert across in cut.text
    assert across not in plan.source


def test_every_line_belongs_to_a_section(plan: ReadDocument) -> None:
    lost = [
        line.text
        for line in lines_of(plan.source)
        if not line.blank
        and sum(s.char_start <= line.start and line.end <= s.char_end for s in plan.sections) != 1
    ]

    assert lost == []


def test_every_word_is_in_a_passage_or_a_heading(plan: ReadDocument) -> None:
    covered = {i for p in plan.passages for span in p.spans for i in range(span.start, span.end)}
    headings = " ".join(s.heading for s in plan.sections)

    lost = [
        line.text
        for line in lines_of(plan.source)
        if any(
            m.group() not in headings
            for m in re.finditer(r"[^\W\d_]{2,}", line.text)
            if not {line.start + i for i in range(m.start(), m.end())} <= covered
        )
    ]

    assert lost == []


def test_text_is_verbatim_at_its_spans(plan: ReadDocument) -> None:
    for p in plan.passages:
        read = "".join(
            plan.source[s.start : s.end].replace("\n", "\n" if s.line_break else " ")
            for s in p.spans
        )
        assert read == p.text


def test_ids_and_addresses_are_unique(plan: ReadDocument) -> None:
    addresses = [p.address for p in plan.passages] + [s.address for s in plan.sections]

    assert len(set(addresses)) == len(addresses)
    assert len({p.id for p in plan.passages}) == len(plan.passages)


def test_section_path_names_the_headings_above(plan: ReadDocument) -> None:
    goal = passage(plan, "2/1.3/strategische-doelstellingen/lokale-politie/1")

    assert goal.section_path == (
        "Hoofdstuk 2: Nationale Veiligheidsthema's 2026-2029",
        "1. Georganiseerde criminaliteit",
        "1.3 Mensenhandel en mensensmokkel",
        "Strategische doelstellingen",
        "Voor de Lokale Politie",
    )


def test_item_owns_its_body_when_its_first_line_is_a_title(plan: ReadDocument) -> None:
    goal = passage(plan, "2/1.5/strategische-doelstellingen/federale-politie/1")

    assert goal.text.startswith("Een strategische en dynamische cartografie van de risico's")
    assert goal.text.endswith("op basis van crimescripting;")


def test_item_owns_its_sub_list_when_a_page_break_cut_it(plan: ReadDocument) -> None:
    goal = passage(plan, "2/6.1/strategische-doelstellingen/federale-politie/1")

    assert "Gericht onderzoeken naar high-value targets" in goal.text
    assert goal.text.endswith("in hun ketens van onderaannemers;")


def test_framework_list_is_one_passage_across_a_page_break(plan: ReadDocument) -> None:
    frameworks = passage(plan, "2/1.3/relevante-actieplannen-en-beleidskaders/list")

    assert frameworks.kind is Kind.FRAMEWORK_LIST
    assert "Actieplan Mensenhandel\n- Prioriteiten EMPACT THB" in frameworks.text

"""List items of every form, and what belongs to them."""

from collections.abc import Callable

import pytest

from corpus import Kind, ReadDocument

Reader = Callable[..., ReadDocument]


def items(document: ReadDocument) -> list[tuple[str, str]]:
    return [
        (p.address.removeprefix("top/"), p.text)
        for p in document.passages
        if p.kind is Kind.LIST_ITEM
    ]


@pytest.mark.parametrize(
    ("first", "second", "addresses"),
    [
        ("1)", "2)", ["1", "2"]),
        ("(1)", "(2)", ["1", "2"]),
        ("1°", "2°", ["1", "2"]),
        ("a)", "b)", ["a", "b"]),
        ("a.", "b.", ["a", "b"]),
        ("(a)", "(b)", ["a", "b"]),
        ("i)", "ii)", ["i", "ii"]),
        ("i.", "ii.", ["i", "ii"]),
        *((bullet, bullet, ["b1", "b2"]) for bullet in "•◦▪–*+-\uf0b7"),
    ],
)
def test_items_are_found_by_their_markers(
    read: Reader, first: str, second: str, addresses: list[str]
) -> None:
    document = read(f"Een zin.\n\n{first} het eerste;\n{second} het tweede.\n")

    assert items(document) == list(zip(addresses, ["het eerste;", "het tweede."], strict=True))


@pytest.mark.parametrize(
    "line", ["z. B. die Polizei", "p. 12 van het verslag", "i. d. R. die Polizei", "d. h. so"]
)
def test_abbreviation_at_the_start_of_a_line_is_no_item(read: Reader, line: str) -> None:
    assert items(read(f"Een zin gaat verder met\n{line} en zo.\n")) == []


def test_deeper_items_belong_to_the_item_above(read: Reader) -> None:
    document = read(
        "- een\n    * sub\n    * sub\n- twee\n\n1) drie\n   a) sub\n   b) sub\n2) vier:\na) sub\n"
    )

    assert items(document) == [
        ("b1", "een\n* sub\n* sub"),
        ("b2", "twee"),
        ("1", "drie\na) sub\nb) sub"),
        ("2", "vier:\na) sub"),
    ]


def test_indented_paragraph_belongs_to_its_item(read: Reader) -> None:
    document = read("- een punt.\n\n  Met uitleg.\n\n- nog een.\n\nSlot.\n")

    assert items(document) == [("b1", "een punt.\nMet uitleg."), ("b2", "nog een.")]


def test_item_takes_no_more_lines_when_it_is_long(read: Reader) -> None:
    lines = "".join(f"  - onderdeel nummer {n} van vele\n" for n in range(200))

    document = read(f"- lijst\n{lines}")

    assert len(document.passages) > 1
    assert max(len(p.text.split()) for p in document.passages) <= 320


def test_goals_stay_goals_when_marked_by_a_bracket(read: Reader) -> None:
    document = read("» Doelstellingen\n\n1) een doel;\n2) nog een.\n")

    assert [p.kind for p in document.passages] == [Kind.GOAL, Kind.GOAL]


def test_table_row_is_read_whatever_its_bars(read: Reader) -> None:
    document = read("| a | b |\n|---|---|\n|c|d|\n| e |  | f\n| alleen\n")

    assert [p.text for p in document.passages] == ["a | b", "c|d", "e | f", "alleen"]


def test_amount_at_the_start_of_a_line_is_no_number_of_an_item(read: Reader) -> None:
    [passage] = read("In dat jaar werd\n2.84 miljoen euro besteed.\n").passages

    assert passage.text == "In dat jaar werd\n2.84 miljoen euro besteed."

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.written.reading import Reading
from assistant.written.reply import Written, plain, statements_in

SAID = {"answering": [2], "statements": [{"text": "De zone telt 12 wagens.", "passages": [2]}]}
READ = (Written(text="De zone telt 12 wagens.", passages=(2,)),)


@pytest.mark.parametrize(
    "reply",
    [
        json.dumps(SAID),
        f"```json\n{json.dumps(SAID, indent=2)}\n```",
        f"Hier is het antwoord: {json.dumps(SAID)} Succes!",
        f'{{"note": "a"}} {json.dumps(SAID)}',
        "De zone telt 12 wagens. [2]",
        "- **De zone telt 12 wagens.** [2]\n\nDit is los gepraat.",
    ],
)
def test_reply_is_read_in_whatever_form(reply: str) -> None:
    assert statements_in(reply) == READ


@pytest.mark.parametrize(
    "reply",
    [
        "",
        "Ik weet het niet.",
        '{"answering": [], "statements": []}',
        '{"statements": "geen"}',
        '{"statements": [{"passages": [1]}, 7, null]}',
        '{"statements": [{"text": "half',
    ],
)
def test_reply_without_statements_has_none(reply: str) -> None:
    assert statements_in(reply) == ()


def test_a_single_number_is_as_good_as_a_list() -> None:
    reply = '{"statements": [{"text": "Ja.", "passages": 3}, {"text": "Nee.", "passages": true}]}'

    assert [one.passages for one in statements_in(reply)] == [(3,), ()]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("Zie [het plan](https://kwaad.example) [1].", "Zie het plan."),
        ("1. **Twee** `woorden` [1, 2]", "Twee woorden"),
        ("![x](http://a/b.png)Tekst <b>vet</b>", "xTekst vet"),
    ],
)
def test_marks_and_links_are_taken_off(text: str, bare: str) -> None:
    assert plain(text) == bare


@given(st.text())
def test_anything_can_be_read(reply: str) -> None:
    assert len(statements_in(reply)) <= 12


def _read(reply: str, size: int) -> tuple[Written, ...]:
    reading = Reading()
    fed = [w for i in range(0, len(reply), size) for w in reading.feed(reply[i : i + size])]
    return (*fed, *reading.end())


@given(st.integers(1, 40))
def test_pieces_of_any_size_give_the_same_statements(size: int) -> None:
    two = {"text": "Een } en een ] in de tekst.", "passages": [1]}
    reply = json.dumps({"answering": [2], "statements": [*SAID["statements"], two]})

    assert _read(reply, size) == statements_in(reply) != ()


def test_statement_is_there_before_the_reply_is_whole() -> None:
    reading = Reading()
    reply = json.dumps(SAID)

    assert tuple(reading.feed(reply[: reply.index("}") + 1])) == READ


@given(st.text(), st.integers(1, 9))
def test_anything_can_be_read_in_pieces(reply: str, size: int) -> None:
    assert len(_read(reply, size)) <= len(reply)

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

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

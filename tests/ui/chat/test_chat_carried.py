import json
from dataclasses import replace

import pytest

from tests.ui.chat.saving.conftest import HOSTILE, talk
from ui.chat.carried import MAX_BYTES, MAX_EXCHANGES, is_full, packed, unpacked
from ui.chat.conversation import Exchange
from ui.http.limits import MAX_CHAT_BODY_BYTES


def answered() -> tuple[Exchange, ...]:
    return talk("Wat is “dit”?")[:2]


@pytest.mark.parametrize("text", [t for t in HOSTILE if t.isprintable()])
def test_conversation_is_the_same_when_it_comes_back(text: str) -> None:
    exchanges = talk(text)[:2]
    assert unpacked(packed(exchanges)) == exchanges


def test_question_without_reply_is_not_carried_when_it_is_still_asked() -> None:
    assert unpacked(packed(talk("Zo."))) == talk("Zo.")[:2]
    assert packed([Exchange(question="x", told="Half")]) == ""
    assert unpacked("") == ()


@pytest.mark.parametrize("field", ["url", "permalink"])
@pytest.mark.parametrize(
    "link",
    [
        "javascript:alert(1)//plan/",
        "//evil.example/plan/nvp",
        "data:text/html,/plan/",
        "/plan/nvp onclick=x",
        '/plan/"><svg>',
        "/other",
        "https://x.example/other",
    ],
)
def test_link_is_refused_when_it_leads_elsewhere(field: str, link: str) -> None:
    carried = json.loads(packed(answered()))
    carried[0][1]["sources"][0][field] = link
    with pytest.raises(ValueError, match=field):
        unpacked(json.dumps(carried))


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("language", "xx"),
        ("statement_language", "nl\n"),
        ("found", "yes"),
        ("statements", "x"),
        ("markdown", None),
        ("introduction", 3),
    ],
)
def test_conversation_is_refused_when_a_field_is_another_thing(field: str, value: object) -> None:
    carried = json.loads(packed(answered()))
    carried[0][1][field] = value
    with pytest.raises(ValueError, match=field):
        unpacked(json.dumps(carried))


@pytest.mark.parametrize("text", ["{}", "null", "3", "[[1, 2]]", '[["x"]]', "[", "\ud800", "NaN"])
def test_conversation_is_refused_when_it_is_none(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any of its kinds
        unpacked(text)


def test_conversation_is_refused_when_it_is_too_long() -> None:
    one = answered()[:1]
    assert len(unpacked(packed(one * MAX_EXCHANGES))) == MAX_EXCHANGES
    many = json.loads(packed(one)) * (MAX_EXCHANGES + 1)
    with pytest.raises(ValueError, match="50"):
        unpacked(json.dumps(many))
    with pytest.raises(ValueError, match="longer"):
        unpacked("[" + " " * MAX_CHAT_BODY_BYTES + "]")


def test_question_is_refused_when_it_is_longer_than_any() -> None:
    long = replace(answered()[0], question="x" * 2001)
    with pytest.raises(ValueError, match="2000"):
        unpacked(packed([long]))


def test_conversation_is_full_when_it_has_no_room_for_another() -> None:
    one = answered()[0]
    assert not is_full([one] * (MAX_EXCHANGES - 1))
    assert is_full([one] * MAX_EXCHANGES)
    assert one.reply is not None
    assert is_full([replace(one, reply=replace(one.reply, markdown="x" * MAX_BYTES))])


def test_body_can_hold_it_when_a_conversation_may_still_be_saved() -> None:
    one = answered()[0]
    assert one.reply is not None
    # As many quotes and lines as a list of statements has.
    long = '- “Zo staat het er.” "En zo." [1][2]\n' * 4_300
    carried = packed([replace(one, reply=replace(one.reply, markdown=long))])
    assert len(carried.encode()) > MAX_BYTES
    unpacked(carried)
    body = json.dumps({"data": ["x" * 2000, "nl", carried]}, ensure_ascii=False)
    assert len(body.encode()) < MAX_CHAT_BODY_BYTES

"""When a stream shows its first statement, and what counts as no answer."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from eval import chatting
from eval.chatting import Answered, NoAnswerError, ask, chat, events
from eval.questions import load
from eval.talks import Deck

ANSWER = {"answer": "Het plan zegt:\n\n- Dit. [1]", "status": "answered"}
PAUSE = 0.15
QUESTIONS = Path(chatting.__file__).parent / "questions" / "dev"


class _Stream(httpx.AsyncByteStream):
    """Sends pieces; a number is a pause in seconds."""

    def __init__(self, *pieces: str | float) -> None:
        self._pieces = pieces

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for piece in self._pieces:
            if isinstance(piece, float):
                await asyncio.sleep(piece)
            else:
                yield piece.encode()


def _event(name: str, data: object) -> str:
    return f"event: {name}\r\ndata: {json.dumps(data, ensure_ascii=False)}\r\n\r\n"


def _token(text: str) -> str:
    return _event("token", {"text": text})


def _ask(*pieces: str | float, status: int = 200) -> Answered:
    def handle(_: httpx.Request) -> httpx.Response:
        return httpx.Response(status, stream=_Stream(*pieces))

    async def asked() -> Answered:
        transport = httpx.MockTransport(handle)
        async with httpx.AsyncClient(transport=transport, base_url="http://x") as client:
            return await ask(client, "Wat?", [])

    return asyncio.run(asked())


def test_the_introduction_is_not_yet_a_statement() -> None:
    answered = _ask(
        _token("Het plan zegt:\n\n"), PAUSE, _token("- "), _token("Dit. "), _event("answer", ANSWER)
    )

    assert answered.seconds >= PAUSE
    assert not answered.refused
    assert answered.markdown == ANSWER["answer"]


def test_the_wait_ends_at_the_statement_and_not_at_the_end_of_the_answer() -> None:
    answered = _ask(_token("Het:\n\n- Dit. "), PAUSE, _event("answer", ANSWER))

    assert answered.seconds < PAUSE


def test_a_refusal_is_timed_to_its_first_words() -> None:
    refusal = {"answer": "Dat staat er niet.", "status": "not_in_corpus"}

    answered = _ask(_token("Dat "), PAUSE, _token("staat er niet."), _event("answer", refusal))

    assert answered.refused
    assert answered.seconds < PAUSE


@pytest.mark.parametrize(
    ("pieces", "status", "said"),
    [
        ((), 503, "status 503"),
        ((_token("Het "), _event("error", {"status": 503})), 200, "error event"),
        ((_token("Het "),), 200, "no answer event"),
    ],
)
def test_what_is_no_answer_is_named(pieces: tuple[str, ...], status: int, said: str) -> None:
    with pytest.raises(NoAnswerError, match=said):
        _ask(*pieces, status=status)


def test_events_are_read_when_pieces_cut_them_and_lines_hold_separators() -> None:
    text = _event("token", "één\u2028twee") + _event("answer", 3)
    raw = text.encode()

    async def read() -> list[tuple[str, bytes]]:
        async def chunks() -> AsyncIterator[bytes]:
            for start in range(0, len(raw), 5):
                yield raw[start : start + 5]

        return [event async for event in events(chunks())]

    assert asyncio.run(read()) == [("token", '"één\u2028twee"'.encode()), ("answer", b"3")]


def test_people_ask_follow_ups_with_what_was_said_before(monkeypatch: pytest.MonkeyPatch) -> None:
    bodies: list[dict[str, object]] = []

    def handle(request: httpx.Request) -> httpx.Response:
        bodies.append(json.loads(request.content))
        return httpx.Response(200, text=_token("- Dit.") + _event("answer", ANSWER))

    client = httpx.AsyncClient
    monkeypatch.setattr(
        chatting.httpx,
        "AsyncClient",
        lambda **options: client(
            **{**options, "limits": httpx.Limits(), "transport": httpx.MockTransport(handle)}
        ),
    )
    monkeypatch.setattr(chatting, "READING_SECONDS", (0.0, 0.001))
    deck = Deck(load(QUESTIONS), seed=1)

    waits = asyncio.run(chat("http://x", people=8, seconds=0.5, deck=deck, seed=1))

    assert len(waits.seconds) == len(bodies)
    later = [body for body in bodies if body["history"]]
    assert len(later) == waits.follow_ups > 0
    history = later[0]["history"]
    assert isinstance(history, list)
    assert [turn["role"] for turn in history[:2]] == ["user", "assistant"]
    assert history[1]["content"] == ANSWER["answer"]
    assert history[0]["content"] in [body["question"] for body in bodies]

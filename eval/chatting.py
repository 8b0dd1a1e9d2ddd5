"""People who ask the streaming API, read, and ask on, and how long each waits for a statement."""

import asyncio
import json
import random
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field

import httpx

from eval.questions import Language
from eval.talks import LANGUAGES, Deck

READING_SECONDS = (10.0, 20.0)
"""For how long somebody reads an answer, at least and at most."""

_STATEMENT = re.compile(r"^- \S", re.MULTILINE)
_PATIENCE = 60.0

History = list[dict[str, str]]


class NoAnswerError(Exception):
    """A question got no answer; the message says what came instead, in a word or two."""


@dataclass(slots=True)
class Waits:
    """What a group of people met.

    Attributes:
        seconds: From asking to the first statement, or to the refusal's first words.
        refused: How many of the answers say that the plan does not answer.
        follow_ups: How many of the questions follow from the one before.
        failed: What came instead of an answer, and how often.
    """

    seconds: list[float] = field(default_factory=list)
    refused: int = 0
    follow_ups: int = 0
    failed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """An answer: seconds to its first statement, its Markdown, and whether it is a refusal."""

    seconds: float
    markdown: str
    refused: bool


async def chat(base: str, people: int, seconds: float, deck: Deck, seed: int) -> Waits:
    """Let people chat for a time, as many in each language, and return what they met."""
    waits = Waits()
    until = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=people)
    async with httpx.AsyncClient(base_url=base, timeout=_PATIENCE, limits=limits) as client:
        await asyncio.gather(
            *(
                _person(
                    client, LANGUAGES[number % len(LANGUAGES)], deck, seed + number, until, waits
                )
                for number in range(people)
            )
        )
    return waits


async def warm(base: str) -> None:
    """Ask one question, so that the first of those that count is not the server's first."""
    async with httpx.AsyncClient(base_url=base, timeout=_PATIENCE) as client:
        await ask(client, "Wat is de rol van de lokale politie?", [])


async def ask(client: httpx.AsyncClient, text: str, history: History) -> Answered:
    """Ask a question as a stream.

    Raises:
        NoAnswerError: The server refused the request, broke off or reported an error.
    """
    body = {"question": text, "history": history, "stream": True}
    began = time.perf_counter()
    try:
        async with client.stream("POST", "/api/v1/ask", json=body) as response:
            if not response.is_success:
                raise NoAnswerError(f"status {response.status_code}")
            return await _heard(response.aiter_bytes(), began)
    except httpx.HTTPError as error:
        raise NoAnswerError(type(error).__name__) from error


async def events(chunks: AsyncIterator[bytes]) -> AsyncIterator[tuple[str, bytes]]:
    """Yield the name and the data of server-sent events as they come; data stays on one line."""
    name, rest = "", b""
    async for chunk in chunks:
        # Only a line feed ends a line here: JSON may hold U+2028, where str.splitlines would cut.
        *lines, rest = (rest + chunk).split(b"\n")
        for line in lines:
            part, _, value = line.rstrip(b"\r").partition(b": ")
            if part == b"event":
                name = value.decode()
            elif part == b"data":
                yield name, value


async def _heard(chunks: AsyncIterator[bytes], began: float) -> Answered:
    told, words, statement = "", 0.0, 0.0
    async for name, data in events(chunks):
        now = time.perf_counter() - began
        if name == "error":
            raise NoAnswerError("error event")
        if name == "token" and not statement:
            told += json.loads(data)["text"]
            words = words or now
            statement = now if _STATEMENT.search(told) else 0.0
        elif name == "answer":
            answer = json.loads(data)
            return Answered(
                seconds=statement or words or now,
                markdown=answer["answer"],
                refused=answer["status"] != "answered",
            )
    raise NoAnswerError("no answer event")


async def _person(
    client: httpx.AsyncClient,
    language: Language,
    deck: Deck,
    seed: int,
    until: float,
    waits: Waits,
) -> None:
    drawn = random.Random(seed)  # noqa: S311
    # Nobody starts at the same moment as all others.
    await asyncio.sleep(drawn.uniform(0, READING_SECONDS[1]))
    while True:
        history: History = []
        for text in deck.deal(language):
            if time.monotonic() > until:
                return
            history += await _asked(client, text, history, waits)
            await asyncio.sleep(drawn.uniform(*READING_SECONDS))


async def _asked(
    client: httpx.AsyncClient, text: str, history: Sequence[dict[str, str]], waits: Waits
) -> History:
    """Ask, note what came, and return the turns that this adds to the history."""
    waits.follow_ups += bool(history)
    try:
        answered = await ask(client, text, list(history))
    except NoAnswerError as error:
        waits.failed[str(error)] += 1
        return []
    waits.seconds.append(answered.seconds)
    waits.refused += answered.refused
    return [
        {"role": "user", "content": text},
        {"role": "assistant", "content": answered.markdown},
    ]

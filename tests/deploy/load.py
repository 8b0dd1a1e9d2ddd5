"""Clients that ask without a pause, and what becomes of each request."""

import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import count

import httpx

from tests.deploy.nginx import Nginx

CLIENTS = 4
QUESTIONS = (
    "Wat doet de lokale politie tegen mensenhandel?",
    "Que fait la police fédérale contre le blanchiment ?",
    "Wat betekent ZSG?",
    "Was tut die Polizei gegen Cyberkriminalität?",
    "What does the plan say about domestic violence?",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reply:
    """What a client got: whether all of it came, and which answer it was."""

    kind: str
    status: int
    whole: bool
    answer: str = ""


@contextmanager
def load(nginx: Nginx, key: str, kinds: Sequence[str]) -> Iterator[list[Reply]]:
    """Ask from several clients for a while; the list grows meanwhile."""
    replies: list[Reply] = []
    over = threading.Event()

    def ask(number: int) -> None:
        with nginx.client() as client:
            client.headers["Authorization"] = f"Bearer {key}"
            for turn in count(number):
                if over.is_set():
                    return
                replies.append(_reply(client, kinds[turn % len(kinds)], turn))

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    try:
        yield replies
    finally:
        over.set()
        for thread in threads:
            thread.join()


def until_more(replies: list[Reply], number: int, seconds: float = 400) -> None:
    """Wait until a number of requests more have ended."""
    enough = len(replies) + number
    deadline = time.monotonic() + seconds
    while len(replies) < enough:
        assert time.monotonic() < deadline, replies[-5:]
        time.sleep(0.05)


def _reply(client: httpx.Client, kind: str, turn: int) -> Reply:
    # A number keeps each question new: what was asked before is remembered.
    words = f"{QUESTIONS[turn % len(QUESTIONS)]} {turn}"
    try:
        match kind:
            case "ask":
                got = client.post("/api/v1/ask", json={"question": words})
            case "stream":
                got = client.post("/api/v1/ask", json={"question": words, "stream": True})
            case "search":
                got = client.post("/api/v1/search", json={"query": words})
            case _:
                got = client.get("/plan/nvp-2026-2029")
    except httpx.HTTPError as error:
        return Reply(kind=type(error).__name__, status=0, whole=False)
    if got.status_code != httpx.codes.OK:
        return Reply(kind=kind, status=got.status_code, whole=False)
    return Reply(kind=kind, status=200, whole=_is_whole(kind, got), answer=_answer(kind, got))


def _is_whole(kind: str, got: httpx.Response) -> bool:
    match kind:
        case "ask":
            return bool(got.json()["answer"])
        case "stream":
            return "event: answer" in got.text
        case "search":
            return bool(got.json()["results"])
        case _:
            return got.text.rstrip().endswith("</html>")


def _answer(kind: str, got: httpx.Response) -> str:
    return str(got.json()["id"]) if kind == "ask" else ""

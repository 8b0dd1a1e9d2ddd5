"""Many clients at once: `python -m eval.load` (or `make load`).

A server of its own is asked by 200 clients for a minute: questions, look-ups, streams and pages,
each client again as soon as it has its answer. Only 200, 429 and 503 are right answers, and the
server's memory is to stay where it was.
"""

import argparse
import asyncio
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle
from pathlib import Path

import httpx
import psutil

from eval.questions import load
from eval.serving import served

RIGHT = frozenset({200, 429, 503})
GROWTH = 1.1
"""How much larger the memory may be in the last third of the time than in the second."""

_QUESTIONS = Path(__file__).parent / "questions" / "dev"
_PATIENCE = 180.0
_PAUSE = 0.5
_MEGABYTE = 1024 * 1024


@dataclass(slots=True)
class Seen:
    """What the clients saw, and the server's memory in megabytes once a second."""

    statuses: Counter[str] = field(default_factory=Counter)
    seconds: list[float] = field(default_factory=list)
    memory: list[float] = field(default_factory=list)

    @property
    def growth(self) -> float:
        """The mean memory in the last third of the time, by that in the second third."""
        third = max(1, len(self.memory) // 3)
        return statistics.mean(self.memory[-third:]) / statistics.mean(self.memory[third:-third])

    @property
    def wrong(self) -> dict[str, int]:
        """What was answered that is never right, and how often."""
        right = {str(status) for status in RIGHT}
        return {status: n for status, n in self.statuses.items() if status not in right}


def main() -> None:
    """Run and print; the exit code is 1 where an answer was wrong or the memory grew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clients", type=int, default=200)
    parser.add_argument("--seconds", type=int, default=60)
    chosen = parser.parse_args()
    with served() as server:
        seen = asyncio.run(_load(server.base, server.process, chosen.clients, chosen.seconds))
    for line in report(seen, chosen.clients, chosen.seconds):
        print(line)
    if seen.wrong or seen.growth > GROWTH:
        sys.exit(1)


def report(seen: Seen, clients: int, seconds: int) -> Iterator[str]:
    """Yield what was seen, line by line."""
    total = sum(seen.statuses.values())
    yield f"clients                  {clients} for {seconds} s"
    yield f"requests                 {total} ({total / seconds:.0f} a second)"
    for status, number in sorted(seen.statuses.items()):
        yield f"status {status:<17} {number} ({number / total:.1%})"
    if len(seen.seconds) > 1:
        cuts = statistics.quantiles(seen.seconds, n=20)
        yield f"time to a 200, p50       {statistics.median(seen.seconds):.2f} s"
        yield f"time to a 200, p95       {cuts[-1]:.2f} s"
    yield f"memory, highest          {max(seen.memory):.0f} MB"
    yield f"memory, last by second third  {seen.growth:.3f}"


async def _load(base: str, process: psutil.Process, clients: int, seconds: int) -> Seen:
    seen = Seen()
    questions = [asked.question for asked in load(_QUESTIONS).answerable]
    until = time.monotonic() + seconds
    limits = httpx.Limits(max_connections=clients)
    async with httpx.AsyncClient(base_url=base, timeout=_PATIENCE, limits=limits) as client:
        tasks = [
            _client(client, number, [*questions[number:], *questions[:number]], until, seen)
            for number in range(clients)
        ]
        await asyncio.gather(_weigh(process, until, seen), *tasks)
    return seen


async def _client(
    client: httpx.AsyncClient, number: int, questions: list[str], until: float, seen: Seen
) -> None:
    for turn, question in enumerate(cycle(questions), start=number):
        if time.monotonic() > until:
            return
        began = time.perf_counter()
        try:
            # A number keeps each question new: what was asked before is remembered.
            response = await client.send(_request(client, turn, f"{question} {number}.{turn}"))
        except httpx.HTTPError as error:
            seen.statuses[type(error).__name__] += 1
            continue
        seen.statuses[str(response.status_code)] += 1
        if response.status_code == httpx.codes.OK:
            seen.seconds.append(time.perf_counter() - began)
        else:
            await asyncio.sleep(_PAUSE)


def _request(client: httpx.AsyncClient, turn: int, question: str) -> httpx.Request:
    """Return the request of a turn: mostly questions and look-ups, some of them as a stream."""
    match turn % 8:
        case 0 | 1 | 2:
            return client.build_request("POST", "/api/v1/ask", json={"question": question})
        case 3:
            body = {"question": question, "stream": True}
            return client.build_request("POST", "/api/v1/ask", json=body)
        case 4 | 5:
            return client.build_request("POST", "/api/v1/search", json={"query": question})
        case 6:
            return client.build_request("GET", "/api/v1/documents")
        case _:
            return client.build_request("GET", "/plan/nvp-2026-2029?lang=fr")


async def _weigh(process: psutil.Process, until: float, seen: Seen) -> None:
    while time.monotonic() < until:
        seen.memory.append(process.memory_info().rss / _MEGABYTE)
        await asyncio.sleep(1)


if __name__ == "__main__":
    main()

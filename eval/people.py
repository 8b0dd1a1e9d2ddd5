"""What people wait for: `python -m eval.people` (or `make bench-people`).

A server of its own, without a language model, is asked by 20 people who read between questions,
one of them more in a real browser; then the reader page is loaded with a cold cache. Figures that
are slow do not fail the command, what could not be measured does.
"""

import argparse
import asyncio
import json
import os
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from math import ceil
from pathlib import Path

import psutil
from rich.console import Console
from rich.table import Table

from eval import chatting, visiting
from eval.chatting import Waits
from eval.questions import load
from eval.serving import Served, served
from eval.talks import Deck
from eval.visiting import Load

_QUESTIONS = Path(__file__).parent / "questions" / "dev"
_LOADS = 5
_PAGES = {
    "the plan": "/plan/nvp-2026-2029?lang=nl",
    "the plan, French beside it": "/plan/nvp-2026-2029?lang=fr",
}
_UNDER_A_SECOND = "under 1 s"
_UNDER_400_KB = "under 400 KB"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A measure, its value in a unit (`s`, `KB` of 1,000 bytes, or none), and what is wanted."""

    measure: str
    value: float
    unit: str = ""
    wanted: str = ""

    @property
    def shown(self) -> str:
        """The value as people read it."""
        return (
            f"{self.value:.2f} s" if self.unit == "s" else f"{self.value:.0f} {self.unit}".strip()
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What the people over the API and in the browser met, and the loads of each page.

    `processor_seconds` is the server's processor time while they chatted. It depends on how many
    questions share a batch, and grows when other work contends for the cores.
    """

    people: Waits
    browser: Waits
    processor_seconds: float
    loads: dict[str, list[Load]]


def main() -> None:
    """Measure and print.

    Raises:
        SystemExit: Something could not be measured; the message says what.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--seconds", type=int, default=90)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    chosen = parser.parse_args()
    about = {
        "date": date.today().isoformat(),
        "cores": len(psutil.Process().cpu_affinity()),
        "load before": round(os.getloadavg()[0], 2),
        "people": chosen.people,
        "seconds": chosen.seconds,
        "seed": chosen.seed,
    }
    with served({"PLANWIJZER_LLM": ""}) as server:
        measured = asyncio.run(_measure(server, chosen.people, chosen.seconds, chosen.seed))
    figures = list(report(measured))
    if chosen.json:
        print(json.dumps({"about": about, "figures": [asdict(f) for f in figures]}, indent=2))
        return
    said = ", ".join(f"{name} {value}" for name, value in about.items())
    table = Table("measure", "value", "wanted", caption=said)
    for figure in figures:
        table.add_row(figure.measure, figure.shown, figure.wanted)
    Console().print(table)


def report(measured: Measured) -> Iterator[Figure]:
    """Yield the figures of what was measured.

    Raises:
        SystemExit: Nobody got an answer, over the API or in the browser.
    """
    yield from _waiting("people", measured.people)
    yield from _waiting("browser", measured.browser)
    answers = len(measured.people.seconds) + len(measured.browser.seconds)
    yield Figure(
        measure="the server's processor time, per answer",
        value=measured.processor_seconds / answers,
        unit="s",
    )
    for page, loads in measured.loads.items():
        yield from _loading(page, loads)


def at_most(values: Sequence[float], share: float) -> float:
    """Return the value that a share of all values does not exceed (nearest rank)."""
    return sorted(values)[max(1, ceil(share * len(values))) - 1]


async def _measure(server: Served, people: int, seconds: int, seed: int) -> Measured:
    base = server.base
    deck = Deck(load(_QUESTIONS), seed)
    async with visiting.chromium() as browser:
        page = await visiting.open_chat(browser, base, "nl")
        await chatting.warm(base)
        before = _processor_seconds(server)
        met, seen = await asyncio.gather(
            chatting.chat(base, people, seconds, deck, seed),
            visiting.chat_in(page, "nl", seconds, deck, seed - 1),
        )
        spent = _processor_seconds(server) - before
        await page.close()
        loads = {
            name: [await visiting.load(browser, f"{base}{path}") for _ in range(_LOADS)]
            for name, path in _PAGES.items()
        }
    return Measured(people=met, browser=seen, processor_seconds=spent, loads=loads)


def _processor_seconds(server: Served) -> float:
    times = server.process.cpu_times()
    return float(times.user + times.system)


def _waiting(who: str, waits: Waits) -> Iterator[Figure]:
    if not waits.seconds:
        raise SystemExit(f"No answer could be timed ({who}): {dict(waits.failed)}.")
    failed = waits.failed.total()
    yield Figure(measure=f"{who}: questions asked", value=len(waits.seconds) + failed)
    yield Figure(measure=f"{who}: of them follow-ups", value=waits.follow_ups)
    yield Figure(measure=f"{who}: told that the plan does not answer", value=waits.refused)
    yield Figure(measure=f"{who}: got no answer", value=failed, wanted="0")
    for name, value, wanted in (
        ("p50", statistics.median(waits.seconds), ""),
        ("p95", at_most(waits.seconds, 0.95), _UNDER_A_SECOND),
        ("max", max(waits.seconds), ""),
    ):
        measure = f"{who}: Enter to first statement, {name}"
        yield Figure(measure=measure, value=value, unit="s", wanted=wanted)


def _loading(page: str, loads: Sequence[Load]) -> Iterator[Figure]:
    for name, values, unit, wanted in (
        ("first paint", [each.first_paint for each in loads], "s", _UNDER_A_SECOND),
        ("first contentful paint", [each.first_contentful_paint for each in loads], "s", ""),
        ("transferred", [each.size / 1000 for each in loads], "KB", _UNDER_400_KB),
    ):
        measure = f"{page}: {name}, median of {len(loads)}"
        yield Figure(measure=measure, value=statistics.median(values), unit=unit, wanted=wanted)


if __name__ == "__main__":
    main()

"""Speed and size, measured side by side in one run, because machines differ and are noisy."""

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
from rich.console import Console
from rich.table import Table

from assistant import (
    Question,
    Settings,
    SilentProgress,
    build_index,
    open_assistant,
    open_embedder,
)
from eval.serving import served

_CLIENTS = 16
_WARMING = 32
_ASKED_AT_ONCE = 320
_ROUNDS = 40
_QUESTIONS = (
    "Wat doet de lokale politie tegen drugshandel?",
    "Quels sont les objectifs de la police fédérale contre la corruption ?",
    "Wie viele Mitarbeiter hat die Föderale Polizei?",
    "Which partners help to secure the ports?",
)


def main() -> None:
    """Measure and print the table of docs/benchmarks.md."""
    settings = Settings.load()
    table = Table("measure", "value", title=settings.model)
    for name, value in (*_building(settings), *_answering(settings), *_running(settings)):
        table.add_row(name, value)
    Console().print(table)


def _building(settings: Settings) -> Iterator[tuple[str, str]]:
    """Time a build from nothing and a rebuild of unchanged text, loading the model included."""
    with tempfile.TemporaryDirectory() as folder:
        # The model stays where it is; only vectors and index start from nothing.
        fresh = settings.model_copy(
            update={"index": Path(folder) / "index", "vectors": Path(folder) / "vectors"}
        )
        for name in ("index built from nothing", "index rebuilt, text unchanged"):
            started = time.perf_counter()
            report = build_index(fresh, SilentProgress())
            seconds = time.perf_counter() - started
            yield name, f"{seconds:.1f} s ({report.embedded} of {report.units} units embedded)"


def _answering(settings: Settings) -> Iterator[tuple[str, str]]:
    """Time answering against embedding the same question alone, in turn."""
    assistant, embedder = open_assistant(settings), open_embedder(settings)
    asking: list[float] = []
    embedding: list[float] = []
    for number in range(_ROUNDS):
        # A number keeps each question new: what was asked before is remembered.
        text = f"{_QUESTIONS[number % len(_QUESTIONS)]} {number}"
        embedding.append(_milliseconds(lambda text=text: embedder.embed_queries([text])))  # type: ignore[misc]
        asking.append(_milliseconds(lambda text=text: assistant.answer(Question(text=text))))  # type: ignore[misc]
    # The first round of each question warms up.
    ask, embed = (statistics.median(times[len(_QUESTIONS) :]) for times in (asking, embedding))
    yield "embedding a question, p50", f"{embed:.0f} ms"
    yield "answering a question, p50", f"{ask:.0f} ms"
    yield "answering ÷ embedding", f"{ask / embed:.2f}"


def _running(settings: Settings) -> Iterator[tuple[str, str]]:
    """Time the help and the start of the server, and weigh the serving process."""
    command = [sys.executable, "-m", "ui.cli"]
    helping = [*command, "--help"]
    times = [_milliseconds(lambda: subprocess.run(helping, capture_output=True)) for _ in range(5)]
    yield "planwijzer --help, p50", f"{statistics.median(times):.0f} ms"
    with served({"PLANWIJZER_MODEL": settings.model}) as server:
        yield "server ready, warm start", f"{server.seconds:.1f} s"
        for text in _QUESTIONS * 5:
            body = {"question": text}
            httpx.post(f"{server.base}/api/v1/ask", json=body, timeout=60).raise_for_status()
        yield f"questions a second, {_CLIENTS} clients", f"{_sustained(server.base):.1f}"
        memory = server.process.memory_info().rss
        yield "serving process, resident", f"{memory / 1e9:.2f} GB"


def _sustained(base: str) -> float:
    """Return how many questions the server answers in a second when many ask at once."""

    def ask(number: int) -> None:
        # A number keeps each question new: what was asked before is remembered.
        text = f"{_QUESTIONS[number % len(_QUESTIONS)]} {number}"
        client.post(f"{base}/api/v1/ask", json={"question": text}).raise_for_status()

    limits = httpx.Limits(max_connections=_CLIENTS)
    with httpx.Client(timeout=60, limits=limits) as client, ThreadPoolExecutor(_CLIENTS) as pool:
        list(pool.map(ask, range(_WARMING)))
        started = time.perf_counter()
        list(pool.map(ask, range(_WARMING, _WARMING + _ASKED_AT_ONCE)))
        return _ASKED_AT_ONCE / (time.perf_counter() - started)


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()

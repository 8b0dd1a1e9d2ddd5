"""A run as a person starts it: parts opened, progress shown, files written."""

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import httpx
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from assistant import Settings, open_assistant, open_llm, read_documents
from eval.asker import Asker, System
from eval.collect import Done
from eval.generators import Generators
from eval.in_process import InProcess, system_of
from eval.llm_judge import judge_of
from eval.over_http import SECONDS, OverHttp
from eval.report import write_report
from eval.result import Result, read, save
from eval.run import Start, evaluate, load_sets


def measure(
    folders: Sequence[Path],
    *,
    url: str,
    output: Path,
    jobs: int,
    fresh: bool,
    judge: bool = False,
    generator: Generators = "auto",
    most: int | None = None,
) -> tuple[Result, Path]:
    """Return the result of a run and where its report is.

    In `output` are then result.json, report.html, the outcomes, and previous.json, the result that
    was there before.

    Args:
        folders: Folders with question sets; the shipped ones where there is none.
        url: A server to ask; empty for an assistant in this process.
        output: Where to write.
        jobs: Questions asked at the same time.
        fresh: Whether to forget an interrupted run.
        judge: Whether the language model of the settings says of each statement whether its quotes
            support it.
        generator: Who words the answers.
        most: How many questions of each kind are asked at most, spread evenly; all, if None.

    Raises:
        PlanwijzerError: A set, a part or the server stands in the way; the journal of what was
            asked so far is kept, and the next run goes on from there.
    """
    sets = load_sets(folders)
    if most:
        sets = {name: questions.some(most) for name, questions in sets.items()}
    settings = Settings.load()
    opinion = judge_of(open_llm(settings)) if judge else None
    journal = output / "outcomes.partial.jsonl"
    if fresh:
        journal.unlink(missing_ok=True)
    with _opened(url, settings, generator) as (asker, system), _progress() as start:
        result = evaluate(
            sets,
            asker,
            system,
            journal=journal,
            jobs=jobs,
            start=start,
            settings={
                "jobs": str(jobs),
                "threads": str(settings.threads),
                "generator": generator if url else f"{generator} {settings.llm}".strip(),
                # Latency means little on a machine that does other work.
                "load before": f"{os.getloadavg()[0]:.1f}",
                **({"judge": settings.llm} if judge else {}),
            },
            judge=opinion,
        )
    journal.replace(output / "outcomes.jsonl")
    return result, _written(result, output)


@contextmanager
def _opened(url: str, settings: Settings, generator: Generators) -> Iterator[tuple[Asker, System]]:
    if url:
        with httpx.Client(base_url=url, timeout=SECONDS) as client:
            server = OverHttp(client, generator)
            yield server, server.system(read_documents(settings))
    else:
        if generator == "llm":
            open_llm(settings)
        assistant = open_assistant(settings)
        may = generator != "extractive"
        yield (
            InProcess(assistant, may_be_written=may),
            system_of(assistant, settings, may_be_written=may),
        )


@contextmanager
def _progress() -> Iterator[Start]:
    """Give what shows a bar on a terminal, and one line elsewhere."""
    console = Console(stderr=True, quiet=not sys.stderr.isatty())
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console) as bars:

        def start(total: int) -> Done:
            if not sys.stderr.isatty():
                print(f"Asking {total} questions", file=sys.stderr)
            bar = bars.add_task("Asking", total=total)
            return lambda: bars.advance(bar)

        yield start


def _written(result: Result, output: Path) -> Path:
    now, before = output / "result.json", output / "previous.json"
    if now.is_file():
        now.replace(before)
    save(result, now)
    page = output / "report.html"
    write_report(result, read(before) if before.is_file() else None, page)
    return page

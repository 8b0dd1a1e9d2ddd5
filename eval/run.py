"""The evaluation, top to bottom: question sets in, a result out."""

import time
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path

from eval.asker import Asker, System
from eval.collect import Done, collect
from eval.journal import Journal
from eval.llm_judge import Judge, with_opinions
from eval.outcome import Outcome
from eval.questions import QuestionSets, load
from eval.result import SCHEMA, About, Result
from eval.score import records
from eval.tally import tally
from eval.task import sample, tasks

SHIPPED = Path(__file__).parent / "questions"
READER = "http://127.0.0.1:8321"
"""Where `planwijzer serve` shows the reader page unless told otherwise."""
ALONE = 60
"""How many questions are asked one at a time for the latency."""

Start = Callable[[int], Done]
"""Told how many tasks there are; returns what is told of each."""


def load_sets(folders: Sequence[Path]) -> dict[str, QuestionSets]:
    """Return the question sets of folders by name, those shipped where none is named.

    Raises:
        QuestionSetError: A folder holds none, or lines not of their form.
    """
    chosen = list(folders) or [SHIPPED / "dev", SHIPPED / "test"]
    names = [folder.resolve().name for folder in chosen]
    if len(set(names)) < len(names):
        names = [folder.as_posix() for folder in chosen]
    return dict(zip(names, map(load, chosen), strict=True))


def evaluate(
    sets: Mapping[str, QuestionSets],
    asker: Asker,
    system: System,
    *,
    journal: Path,
    jobs: int,
    start: Start,
    settings: Mapping[str, str],
    judge: Judge | None = None,
) -> Result:
    """Return the result of asking every question of the sets."""
    began = time.perf_counter()
    every = tasks(sets)
    alone = sample(every, ALONE)
    with Journal(journal) as kept:
        outcomes = collect(
            every,
            alone,
            asker,
            journal=kept,
            system=system.digest,
            jobs=jobs,
            done=start(len(every)),
        )
    return result_of(sets, outcomes, system, settings, time.perf_counter() - began, judge)


def result_of(
    sets: Mapping[str, QuestionSets],
    outcomes: Sequence[Outcome],
    system: System,
    settings: Mapping[str, str],
    seconds: float,
    judge: Judge | None = None,
) -> Result:
    """Return the result of outcomes that are there, with a judge's opinions where one is given."""
    scored = records(sets, outcomes, system.sources)
    if judge:
        scored = with_opinions(scored, outcomes, judge)
    asked_alone = sum(record.latency_ms is not None for record in scored)
    return Result(
        schema=SCHEMA,
        about=About(
            date=datetime.now(UTC).isoformat(timespec="seconds"),
            asked=system.url,
            reader=system.url or READER,
            version=system.version,
            model=system.model,
            digest=system.digest,
            settings=dict(settings),
            latency=f"{asked_alone} questions asked one at a time, as the asker waited for them",
            threshold=system.threshold,
            seconds=round(seconds, 1),
        ),
        sets=tuple(sets),
        values=tally(scored),
        records=scored,
    )

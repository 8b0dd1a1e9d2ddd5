"""Tasks to outcomes: a few one at a time, to see how fast an answer is, the rest in parallel."""

import time
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor

from assistant import Role, Turn
from eval.asker import Asker
from eval.journal import Journal
from eval.outcome import Kind, Outcome, Reply
from eval.task import Task

_WARM_UP = "Planwijzer"

Done = Callable[[], None]
"""Called after each task, from any thread, so that a bar can advance."""


def collect(
    tasks: Sequence[Task],
    alone: Sequence[Task],
    asker: Asker,
    *,
    journal: Journal,
    system: str,
    jobs: int,
    done: Done,
) -> tuple[Outcome, ...]:
    """Return the outcomes in the order of the tasks, whatever the order they came in.

    What the journal holds is not asked again.

    Args:
        tasks: Everything there is to ask.
        alone: Those of them asked one at a time, before the others.
        asker: Who is asked.
        journal: Where outcomes are written as they come.
        system: The digest of what is measured.
        jobs: How many tasks run at the same time.
        done: Told of each task.
    """

    def of(task: Task, *, by_itself: bool) -> tuple[Outcome, ...]:
        key = task.key(system)
        outcomes = journal.get(key)
        if outcomes is None:
            outcomes = tuple(_asked(task, asker, alone=by_itself))
            journal.add(key, outcomes)
        done()
        return outcomes

    asker.search(_WARM_UP)
    first = {task: of(task, by_itself=True) for task in alone}
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="evaluation")
    try:
        waiting = [
            None if task in first else pool.submit(of, task, by_itself=False) for task in tasks
        ]
        return tuple(
            outcome
            for task, job in zip(tasks, waiting, strict=True)
            for outcome in (first[task] if job is None else job.result())
        )
    finally:
        pool.shutdown(cancel_futures=True)


def _asked(task: Task, asker: Asker, *, alone: bool) -> Iterator[Outcome]:
    history: tuple[Turn, ...] = ()
    for number, text in enumerate(task.texts, start=1):
        started = time.perf_counter()
        reply = asker.search(text) if task.kind is Kind.LOOKUP else asker.ask(text, history)
        yield Outcome(
            set=task.set,
            id=f"{task.id}/{number}" if task.kind is Kind.TURN else task.id,
            kind=task.kind,
            reply=reply,
            latency_ms=(time.perf_counter() - started) * 1000,
            alone=alone,
        )
        history += _turns(text, reply)


def _turns(text: str, reply: Reply) -> tuple[Turn, ...]:
    return (
        Turn(role=Role.USER, content=text),
        Turn(role=Role.ASSISTANT, content=reply.markdown),
    )

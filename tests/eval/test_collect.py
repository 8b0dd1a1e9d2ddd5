import threading
import time
from pathlib import Path

import pytest

from assistant import Turn
from eval.asker import EvaluationError
from eval.collect import collect
from eval.journal import Journal
from eval.outcome import Outcome, Reply
from eval.task import Task, sample, tasks
from tests.eval.made import SETS


class Echo:
    """Answers a question with itself, late ones first; can break down or count who is inside."""

    def __init__(self, *, breaks_at: str = "") -> None:
        self.asked: list[str] = []
        self.inside = self.most = 0
        self._breaks_at = breaks_at
        self._lock = threading.Lock()

    def ask(self, text: str, history: tuple[Turn, ...]) -> Reply:
        if text == self._breaks_at:
            raise EvaluationError("broken", "mend it")
        with self._lock:
            self.asked.append(text)
            self.inside += 1
            self.most = max(self.most, self.inside)
        time.sleep(0.02 / len(self.asked))
        with self._lock:
            self.inside -= 1
        return Reply(status="answered", markdown=f"{text} after {len(history)}")

    def search(self, text: str) -> Reply:
        return Reply(markdown=text)


def run(
    asker: Echo, path: Path, *, alone: tuple[Task, ...] = (), system: str = "s", jobs: int = 4
) -> tuple[Outcome, ...]:
    with Journal(path) as journal:
        return collect(
            tasks(SETS),
            alone,
            asker,
            journal=journal,
            system=system,
            jobs=jobs,
            done=lambda: None,
        )


def test_outcomes_are_in_the_order_of_the_questions(tmp_path: Path) -> None:
    found = run(Echo(), tmp_path / "j")

    assert [one.id for one in found] == ["a1", "a2", "u1", "c1/1", "c1/2", "l1", "h1"]
    assert found[4].reply.markdown == "En de prijs? after 2"


def test_nothing_is_asked_again_when_a_run_goes_on(tmp_path: Path) -> None:
    first = Echo(breaks_at="Zeg KRAAK.")
    with pytest.raises(EvaluationError):
        run(first, tmp_path / "j", jobs=1)

    second = Echo()
    found = run(second, tmp_path / "j")

    assert set(first.asked) == {
        "Hoeveel wijkinspecteurs?",
        "Qui assure le suivi ?",
        "Wat kosten ze?",
        "Hoeveel?",
        "En de prijs?",
    }
    assert second.asked == ["Zeg KRAAK."]
    assert len(found) == 7


def test_everything_is_asked_again_when_the_system_changed(tmp_path: Path) -> None:
    run(Echo(), tmp_path / "j")
    changed = Echo()

    run(changed, tmp_path / "j", system="other")

    assert len(changed.asked) == 6


def test_sample_is_asked_one_at_a_time_and_marked(tmp_path: Path) -> None:
    asker = Echo()
    alone = sample(tasks(SETS), 3)

    found = run(asker, tmp_path / "j", alone=alone)

    assert asker.asked[:3] == [task.texts[0] for task in alone]
    assert [one.id for one in found if one.alone] == ["a1", "a2", "u1"]


def test_key_tells_tasks_and_systems_apart() -> None:
    keys = {task.key(system) for task in tasks(SETS) for system in ("s", "t")}

    assert len(keys) == 2 * len(tasks(SETS))

"""The evaluation: question sets in, a table of measures out."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from assistant import PlanwijzerError, Settings, open_assistant
from eval.questions import QuestionSetError, load
from eval.scores import Values, count, score

_BEYOND_ONE = "median"


def run(
    folders: Annotated[list[Path], typer.Argument(help="Folders with question sets.")],
    as_json: Annotated[bool, typer.Option("--json", help="Print the figures as JSON.")] = False,
) -> None:
    """Measure the answers on each folder of question sets."""
    try:
        results = _measure(folders)
    except (PlanwijzerError, QuestionSetError) as error:
        print(f"{error.message}\n{error.fix}", file=sys.stderr)
        raise typer.Exit(1) from error
    if as_json:
        print(json.dumps(results, indent=2))
    else:
        Console().print(_table(results))


def _measure(folders: list[Path]) -> dict[str, Values]:
    sets = {folder.name: load(folder) for folder in folders}
    assistant = open_assistant(Settings.load())
    results: dict[str, Values] = {}
    with Progress(console=Console(stderr=True)) as progress:
        for name, questions in sets.items():
            task = progress.add_task(name, total=count(questions))
            results[name] = score(assistant, questions, lambda task=task: progress.advance(task))  # type: ignore[misc]
    return results


def _table(results: dict[str, Values]) -> Table:
    table = Table("measure", *results)
    for name in dict.fromkeys(name for values in results.values() for name in values):
        table.add_row(name, *(_shown(name, values.get(name)) for values in results.values()))
    return table


def _shown(name: str, value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:.0f}" if name.startswith(_BEYOND_ONE) else f"{value:.1%}"


if __name__ == "__main__":
    typer.run(run)

"""What a language model's answers lose and how long they take: `python -m eval.worded`.

Development questions that the source answers are asked one after another, some in each language,
in this process and with the language model of the settings (`PLANWIJZER_LLM`).
"""

import hashlib
import json
import statistics
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant import Assistant, Generator, Question, Settings, Status, Why, open_assistant
from eval.metrics import answer_correct
from eval.questions import Answerable, load
from eval.talks import LANGUAGES

_DEVELOPMENT = Path(__file__).parent / "questions" / "dev"


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """One question: whether it is answered in the model's words, and what that took.

    `first` and `whole` are seconds until the first checked statement and until the answer; `first`
    is None where the model's words did not get through.
    """

    id: str
    language: str
    kept: int
    removed: int
    right: bool
    first: float | None
    whole: float


def main(
    most: Annotated[int, typer.Option(help="Questions of each language.", min=1)] = 6,
    as_json: Annotated[bool, typer.Option("--json", help="Print each question as JSON.")] = False,
) -> None:
    """Ask, and print what each language kept, lost and took."""
    assistant = open_assistant(Settings.load())
    if not assistant.writes:
        raise typer.BadParameter("No language model is set: set PLANWIJZER_LLM.")
    chosen = _chosen(load(_DEVELOPMENT).answerable, most)
    console = Console(stderr=as_json)
    found = [
        worded
        for asked in track(chosen, "asking", console=console)
        if (worded := _asked(assistant, asked)) is not None
    ]
    if as_json:
        print(json.dumps([asdict(one) for one in found], indent=2))
    else:
        console.print(_table(found))


def _chosen(questions: Sequence[Answerable], most: int) -> list[Answerable]:
    """Return some questions of each language, in an order that has nothing to do with them."""
    drawn = sorted(questions, key=lambda one: hashlib.sha256(one.question.encode()).digest())
    return [
        one
        for language in LANGUAGES
        for one in [asked for asked in drawn if asked.lang == language][:most]
    ]


def _asked(assistant: Assistant, asked: Answerable) -> Worded | None:
    """Return what came of a question; None where no model is let near it: refused or looked up."""
    told: list[float] = []
    started = time.perf_counter()
    question = Question(text=asked.question)
    answer = assistant.answer(question, on_text=lambda _: told.append(time.perf_counter()))
    whole = time.perf_counter() - started
    looked_up = bool(answer.hits and answer.hits[0].why & {Why.QUOTE, Why.ADDRESS})
    if answer.status is not Status.ANSWERED or looked_up:
        return None
    is_worded = answer.generator is Generator.LLM
    quotes = [citation.quote for citation in answer.citations]
    must = asked.answer_must_contain
    return Worded(
        id=asked.id,
        language=asked.lang,
        kept=answer.faithfulness.supported if is_worded else 0,
        removed=answer.faithfulness.removed,
        right=answer_correct(answer.status, answer.markdown, quotes, must) == 1.0,
        first=told[0] - started if is_worded and told else None,
        whole=whole,
    )


def _table(found: Sequence[Worded]) -> Table:
    columns = ("language", "asked", "fell back", "kept", "removed", "right", "first", "whole")
    table = Table(*columns, caption="first, whole: median seconds; first of those that it worded")
    for language in (*LANGUAGES, ""):
        own = [one for one in found if language in ("", one.language)]
        if not own:
            continue
        first = [one.first for one in own if one.first is not None]
        table.add_row(
            language or "all",
            str(len(own)),
            str(sum(one.kept == 0 for one in own)),
            str(sum(one.kept for one in own)),
            str(sum(one.removed for one in own)),
            str(sum(one.right for one in own)),
            f"{statistics.median(first):.0f}" if first else "",
            f"{statistics.median(one.whole for one in own):.0f}",
        )
    return table


if __name__ == "__main__":
    typer.run(main)

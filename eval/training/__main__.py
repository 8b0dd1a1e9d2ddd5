"""Learn what ships: `python -m eval.training --foreign FILE...`, for the model of the settings.

First what moves questions nearer to their answers, a tower or an adapter, then the networks that
judge answerability. Each question is judged by a search that did not know it, moved by what was
learnt without it. Development and test
questions are never learnt from; the development questions only show how well those that are
answered are told from those that are not. The foreign files are in SQuAD's form; XQuAD (Artetxe et
al., 2020, CC BY-SA 4.0) in Dutch, German and English was used.
"""

from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.progress import track
from sklearn.metrics import roc_auc_score

from assistant import (
    Assistant,
    Question,
    QuestionVectors,
    Settings,
    learn_from,
    open_assistant,
    open_embedder,
    tower_of,
    weights_of,
)
from eval.questions import load
from eval.training.by_adapter import learn_by_adapter
from eval.training.by_tower import learn_by_tower
from eval.training.material import foreign, material
from eval.training.networks import learn_networks

_DEVELOPMENT = Path(__file__).parents[1] / "questions" / "dev"
_LOST = (0.05, 0.08, 0.1, 0.15)


def main(
    foreign_files: Annotated[
        list[Path], typer.Option("--foreign", help="Questions about other texts, in SQuAD's form.")
    ],
) -> None:
    """Learn for the embedding model of the settings."""
    settings = Settings.load()
    embedder = open_embedder(settings)
    searched = open_assistant(settings)
    number_of = searched.searcher.number_of
    questions = [
        one
        for one in material(searched.documents)
        if number_of(one.document, one.address) is not None
    ]
    others = foreign(foreign_files)
    if embedder.spec.tower_from:
        changes, unseen = learn_by_tower(searched, embedder, questions, others)
        tower = tower_of(embedder.identity)
        tower.parent.mkdir(exist_ok=True)
        np.savez_compressed(tower, allow_pickle=False, **changes)
    else:
        vectors = QuestionVectors(embedder, settings.vectors_folder)
        adapter, unseen = learn_by_adapter(searched, vectors, questions, others)
        adapter.save(embedder.identity)
    rows = [
        learn_from(searched, one.text, asked)
        for one, asked in track(list(zip(questions, unseen, strict=True)), "asking")
    ]
    answered = np.array([one.answered for one in questions])
    learn_networks(np.stack(rows), answered).save(weights_of(embedder.identity))
    print(f"{len(questions)} questions, {answered.mean():.0%} answered, for {embedder.identity}")
    _report(open_assistant(settings))


def _report(asked: Assistant) -> None:
    """Print how well the development questions, which nothing was learnt from, are told apart."""
    sets = load(_DEVELOPMENT)
    yes, no = (
        np.array([asked.answer(Question(text=one.question)).answerable or 0.0 for one in side])
        for side in (sets.answerable, sets.unanswerable)
    )
    right = np.repeat([True, False], [len(yes), len(no)])
    print(f"development questions: AUROC {roc_auc_score(right, np.concatenate([yes, no])):.3f}")
    for lost in _LOST:
        bar = np.quantile(yes, lost)
        print(f"    from {bar:.2f}: {np.mean(no < bar):.0%} refused, {lost:.0%} lost")


if __name__ == "__main__":
    typer.run(main)

"""Learn what ships: `python -m eval.training --foreign FILE...`, for the model of the settings.

First the adapter of questions, then the networks that judge answerability. Each question is judged
by a search that did not know it, with an adapter that was learnt without it. Development and test
questions are never learnt from; the development questions only show how well those that are
answered are told from those that are not. The foreign files are in SQuAD's form; XQuAD (Artetxe et
al., 2020, CC BY-SA 4.0) in Dutch, German and English was used.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import typer
from rich.progress import track
from sklearn.metrics import roc_auc_score

from assistant import (
    Assistant,
    Question,
    QuestionAdapter,
    QuestionVectors,
    Settings,
    open_assistant,
    open_embedder,
    weights_of,
)
from eval.questions import load
from eval.training.adapter import learn_adapter
from eval.training.material import Learnt, Vectors, foreign_questions, material
from eval.training.networks import learn_networks

_DEVELOPMENT = Path(__file__).parents[1] / "questions" / "dev"
_FOLDS = 5
_LOST = (0.05, 0.08, 0.1, 0.15)


def main(
    foreign: Annotated[
        list[Path], typer.Option("--foreign", help="Questions about other texts, in SQuAD's form.")
    ],
) -> None:
    """Learn for the embedding model of the settings."""
    settings = Settings.load()
    embedder = open_embedder(settings)
    vectors = QuestionVectors(embedder, settings.vectors_folder)
    asked = open_assistant(settings)
    questions = [one for one in material(asked.documents) if _number(asked, one) is not None]
    own, others = vectors([one.text for one in questions]), vectors(foreign_questions(foreign))
    answered = np.array([one.answered for one in questions])
    rows = _unseen(asked, questions, own, others)
    _adapter(asked, questions, own, others).save(embedder.identity)
    learn_networks(rows, answered).save(weights_of(embedder.identity))
    print(f"{len(questions)} questions, {answered.mean():.0%} answered, for {embedder.identity}")
    _report(open_assistant(settings))


def _number(asked: Assistant, one: Learnt) -> int | None:
    return asked.searcher.number_of(one.document, one.address)


def _adapter(
    asked: Assistant, questions: Sequence[Learnt], own: Vectors, others: Vectors
) -> QuestionAdapter:
    """Return the adapter learnt from those of the questions that are answered."""
    kept = [i for i, one in enumerate(questions) if one.answered]
    passages = np.array([_number(asked, questions[i]) for i in kept], dtype=np.int64)
    return learn_adapter(own[kept], passages, *asked.searcher.places(), others)


def _unseen(
    asked: Assistant, questions: Sequence[Learnt], own: Vectors, others: Vectors
) -> Vectors:
    """Return what each question is judged by when nothing was learnt from it, (n, inputs)."""
    rows: dict[int, Vectors] = {}
    for fold in range(_FOLDS):
        learnt = [i for i in range(len(questions)) if i % _FOLDS != fold]
        adapter = _adapter(asked, [questions[i] for i in learnt], own[learnt], others)
        left = range(fold, len(questions), _FOLDS)
        for i in track(left, f"asking, fold {fold + 1} of {_FOLDS}"):
            rows[i] = asked.learn_from(questions[i].text, own[i], adapter)
    return np.stack([rows[i] for i in range(len(questions))])


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

"""Learning what gives back a question as it was: `python -m eval.training.as_it_was`.

The unchanged upper layers need not run where a linear map (ridge regression; Hoerl & Kennard, 1970)
tells well enough what they would make of a question. It is learnt from the same questions as the
tower, for the tower that ships, and tried on the development questions.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import numpy as np
import numpy.typing as npt
import typer
from rich.progress import track

from assistant import (
    Changes,
    QuestionTower,
    SentenceTransformersEmbedder,
    Settings,
    learnt_changes,
    open_embedder,
    read_documents,
    tower_of,
)
from eval.questions import load
from eval.training.material import Vectors, foreign, material

_DEVELOPMENT = Path(__file__).parents[1] / "questions" / "dev"
_HELD_BACK = 300.0
"""How strongly large weights are held back, for features of deviation 1."""
_TINY = 1e-6
_BATCH = 16


def main(
    foreign_files: Annotated[
        list[Path], typer.Option("--foreign", help="Questions about other texts, in SQuAD's form.")
    ],
) -> None:
    """Learn it for the tower of the settings' model, and say how near it comes."""
    settings = Settings.load()
    embedder = open_embedder(settings)
    changes = dict(learnt_changes(embedder.identity) or {})
    own = [one.text for one in material(read_documents(settings))]
    texts = [*own, *(text for text, _ in foreign(foreign_files).questions)]
    changes["as_it_was"] = learn_as_it_was(embedder, changes, texts, embedder.embed_queries(texts))
    np.savez_compressed(tower_of(embedder.identity), allow_pickle=False, **changes)
    asked = [one.question for one in load(_DEVELOPMENT).answerable]
    told = QuestionTower(embedder.model, changes)([embedder.prompted(text) for text in asked])[0]
    cosines = (told.numpy() * embedder.embed_queries(asked)).sum(axis=1)
    print(f"{len(texts)} questions; {len(asked)} others: cosine {cosines.mean():.3f} in the mean")


def learn_as_it_was(
    embedder: SentenceTransformersEmbedder, changes: Changes, texts: Sequence[str], was: Vectors
) -> npt.NDArray[np.float16]:
    """Return what gives back questions as they were, in the form in which it ships.

    Args:
        embedder: The model.
        changes: Its tower's.
        texts: The questions to learn from.
        was: Their vectors as the unchanged model makes them, (texts, dimension).
    """
    width = 2 * embedder.dimension + 1
    unknown = np.zeros((width, embedder.dimension), np.float16)
    tower = QuestionTower(embedder.model, {**changes, "as_it_was": unknown})
    # Of about one length together, so that a batch fills its row.
    order = sorted(range(len(texts)), key=lambda number: len(texts[number]))
    batches = [order[start : start + _BATCH] for start in range(0, len(order), _BATCH)]
    told = np.concatenate(
        [
            tower.features([embedder.prompted(texts[number]) for number in batch])[0].numpy()
            for batch in track(batches, "reading questions")
        ]
    )
    return _ridge(told, was[order]).astype(np.float16)


def _ridge(told: Vectors, wanted: Vectors) -> Vectors:
    """Return weights of the features, and of 1 in the last row."""
    mean, deviation = told.mean(axis=0), told.std(axis=0) + _TINY
    scaled, middle = (told - mean) / deviation, wanted.mean(axis=0)
    held_back = _HELD_BACK * np.eye(scaled.shape[1])
    weights = np.linalg.solve(scaled.T @ scaled + held_back, scaled.T @ (wanted - middle))
    weights /= deviation[:, None]
    return np.vstack([weights, middle - mean @ weights])


if __name__ == "__main__":
    typer.run(main)

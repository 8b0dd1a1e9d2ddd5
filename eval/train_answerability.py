"""Learn the weights of the answerability model, and write them into the assistant.

Learns from the known questions of the shipped texts, each left out in turn, and from the
development questions; prints how well questions are told apart by a model that did not see them.
Test questions are never read. Run it once for each embedding model.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold, StratifiedKFold, cross_val_predict

from assistant import (
    ANSWERABILITY,
    Assistant,
    Embedder,
    Settings,
    asks_for_quantity_or_time,
    open_assistant,
    open_embedder,
)
from eval.questions import load

_DEVELOPMENT = Path(__file__).parent / "questions" / "dev"
_OF_KNOWN = ("asked", "unasked", "preferred")
_FORM_C = 10.0
_SIGNAL_C = 1.0
_DEVELOPMENT_WEIGHT = 6.0
"""How many known questions a development question counts for: it was written by others."""
_BALANCE = 0.8
"""How far questions for a number or time are balanced among themselves, from 0 to 1.

Most of them are near misses; learnt from as they come, every "how many" would be refused.
"""
_BATCH = 64

Rows = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Material:
    """Questions to learn from, where they come from, and whether they are answered."""

    texts: list[str]
    places: list[str]
    answered: Flags
    development: Flags


def main() -> None:
    """Learn and write the weights for the embedding model of the settings."""
    settings = Settings.load()
    asked = open_assistant(settings)
    material = _material(asked)
    vectors = _vectors(open_embedder(settings), material.texts)
    balance = _balance(material)
    form, chances = _form(vectors, material, balance)
    names, rows = _signals(asked, material.texts)
    rows[:, names.index("form")] = chances
    weights = balance * np.where(material.development, _DEVELOPMENT_WEIGHT, 1.0)
    learnt = {"form": form}
    for model in ("known", "unknown"):
        kept = [n for n in names if model == "known" or n not in _OF_KNOWN]
        columns = rows[:, [names.index(name) for name in kept]]
        learnt[model] = _linear(columns, material.answered, weights, kept)
        _report(model, columns, material, weights)
    models = json.loads(ANSWERABILITY.read_text("utf-8")) if ANSWERABILITY.exists() else {}
    models[settings.model] = learnt
    ANSWERABILITY.write_text(json.dumps(dict(sorted(models.items()))) + "\n", "utf-8")


def _material(asked: Assistant) -> _Material:
    known = [q for read in asked.documents for q in read.questions]
    sets = load(_DEVELOPMENT)
    yes = [q.question for q in sets.answerable]
    no = [q.question for q in sets.unanswerable]
    return _Material(
        texts=[q.text for q in known] + yes + no,
        places=[q.address for q in known] + [f"development {i}" for i in range(len(yes + no))],
        answered=np.array([q.answered for q in known] + [True] * len(yes) + [False] * len(no)),
        development=np.arange(len(known) + len(yes) + len(no)) >= len(known),
    )


def _vectors(embedder: Embedder, texts: Sequence[str]) -> Rows:
    starts = track(range(0, len(texts), _BATCH), "embedding")
    return np.vstack([embedder.embed_queries(texts[i : i + _BATCH]) for i in starts]).astype(float)


def _balance(material: _Material) -> Rows:
    """Return the weight that gives answered and unanswered questions of each sort the same say."""
    numeric = np.array([asks_for_quantity_or_time(text) for text in material.texts])
    weights = np.ones(len(material.texts))
    for sort in (numeric, ~numeric):
        for side in (material.answered, ~material.answered):
            chosen = sort & side
            if chosen.any():
                weights[chosen] = (sort.sum() / 2 / chosen.sum()) ** _BALANCE
    return weights


def _form(vectors: Rows, material: _Material, weights: Rows) -> tuple[dict[str, object], Rows]:
    """Return the model over vectors, and what models that did not see a question say of it."""
    model = LogisticRegression(C=_FORM_C, max_iter=5_000)
    chances = cross_val_predict(
        model,
        vectors,
        material.answered,
        groups=material.places,
        cv=GroupKFold(10),
        params={"sample_weight": weights},
        method="predict_proba",
    )[:, 1]
    model.fit(vectors, material.answered, sample_weight=weights)
    return _written(model, ()), chances


def _signals(asked: Assistant, texts: Sequence[str]) -> tuple[list[str], Rows]:
    found = [asdict(asked.signals(text, ignoring=text)) for text in track(texts, "asking")]
    names = list(found[0])
    return names, np.array([[row[name] for name in names] for row in found])


def _model() -> LogisticRegression:
    return LogisticRegression(C=_SIGNAL_C, max_iter=5_000)


def _linear(rows: Rows, answered: Flags, weights: Rows, names: Sequence[str]) -> dict[str, object]:
    return _written(_model().fit(rows, answered, sample_weight=weights), names)


def _written(model: LogisticRegression, names: Sequence[str]) -> dict[str, object]:
    weights = [round(float(weight), 4) for weight in model.coef_[0]]
    return {"bias": round(float(model.intercept_[0]), 4), "weights": weights, "names": [*names]}


def _report(name: str, rows: Rows, material: _Material, weights: Rows) -> None:
    chances = cross_val_predict(
        _model(),
        rows,
        material.answered,
        cv=StratifiedKFold(10, shuffle=True, random_state=0),
        params={"sample_weight": weights},
        method="predict_proba",
    )[:, 1]
    parts = {"all": np.ones(len(chances), dtype=bool), "development": material.development}
    for part, chosen in parts.items():
        yes, no = chances[chosen & material.answered], chances[chosen & ~material.answered]
        area = roc_auc_score(material.answered[chosen], chances[chosen])
        print(f"{name:8} {part:12} AUROC {area:.3f}")
        for bar in (0.3, 0.4, 0.5, 0.6):
            print(f"    from {bar}: refused {np.mean(no < bar):.1%}, lost {np.mean(yes < bar):.1%}")


if __name__ == "__main__":
    main()

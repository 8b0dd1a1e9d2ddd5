"""Learn the weights of the support check, and write them into the assistant.

Learns from the development half of the labelled statements; each that is not Dutch counts with its
quote's version in its language and without. The bar is the one with the best F1 among models that
did not see the statement. Run it once for each embedding model.
"""

import json
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import GroupKFold, cross_val_predict

from assistant import (
    SUPPORT_WEIGHTS,
    ReadDocument,
    Settings,
    SupportCheck,
    contradicts_quotes,
    open_embedder,
    read_documents,
    weighed_signals,
)
from eval.statements import LabelledStatement, load_statements, quotes_of

_C = 10.0
_FOLDS = 20
_BARS = np.arange(0.3, 0.81, 0.05)

Rows = npt.NDArray[np.float64]


def main() -> None:
    """Learn and write the weights for the embedding model of the settings."""
    settings = Settings.load()
    statements = load_statements("dev")
    check = SupportCheck(open_embedder(settings))
    names, rows, kept = _rows(check, statements, read_documents(settings))
    answers = np.array([one.supported for one in kept])
    model = LogisticRegression(C=_C, max_iter=5_000)
    chances = cross_val_predict(
        model,
        rows,
        answers,
        groups=[one.id for one in kept],
        cv=GroupKFold(_FOLDS),
        method="predict_proba",
    )[:, 1]
    bar = max(_BARS, key=lambda one: float(f1_score(answers, chances >= one)))
    print(f"{len(kept)} uncontradicted, AUROC {roc_auc_score(answers, chances):.3f}, bar {bar:.2f}")
    model.fit(rows, answers)
    _write(settings.model, names, model, float(bar))


def _rows(
    check: SupportCheck, statements: Sequence[LabelledStatement], documents: Sequence[ReadDocument]
) -> tuple[list[str], Rows, list[LabelledStatement]]:
    """Return the weighed signals of what contradicts nothing, and whose they are."""
    found = [
        (one, check.signals(one.statement, quotes, one.lang))
        for one in track(statements, "comparing")
        for quotes in dict.fromkeys(((one.quote,), quotes_of(one, documents)))
    ]
    kept = [
        (one, weighed_signals(signals)) for one, signals in found if not contradicts_quotes(signals)
    ]
    names = list(kept[0][1])
    return names, np.array([[row[n] for n in names] for _, row in kept]), [one for one, _ in kept]


def _write(embedder: str, names: Sequence[str], model: LogisticRegression, bar: float) -> None:
    models = json.loads(SUPPORT_WEIGHTS.read_text("utf-8")) if SUPPORT_WEIGHTS.exists() else {}
    models[embedder] = {
        "bias": round(float(model.intercept_[0]), 4),
        "weights": dict(zip(names, (round(float(w), 4) for w in model.coef_[0]), strict=True)),
        "bar": round(bar, 2),
    }
    SUPPORT_WEIGHTS.write_text(json.dumps(dict(sorted(models.items())), indent=1) + "\n", "utf-8")


if __name__ == "__main__":
    main()

"""Learning what tells whether a follow-up is answered: `python -m eval.training.follow_ups`.

The conversations (`conversations/*.jsonl`) were written from the plan for learning only, by others
than those who wrote the evaluation, and without sight of what the system says. Each is held with
the assistant as it is, whose answers are the history of the turns that follow. A logistic model
(Cox, 1958) of each turn's clues is learnt for the embedding model of the settings; its threshold is
that of other questions. How many turns it would refuse is told by models that were learnt from
other conversations.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
import typer
from pydantic import TypeAdapter, with_config
from rich.progress import track
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

from assistant import (
    ANSWER_FROM,
    FOLLOW_UP_WEIGHTS,
    Assistant,
    Question,
    Role,
    Settings,
    Turn,
    learn_from_follow_up,
    open_assistant,
    open_embedder,
)

CONVERSATIONS = Path(__file__).with_name("conversations")

_HELD_BACK = 0.1
_FOLDS = 6
_LOST = 0.07
"""The share of answered follow-ups that may be refused."""


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A turn; `evidence` is the source's words that answer it."""

    user: str
    lang: str
    evidence: tuple[str, ...]
    answerable: bool


@with_config(extra="forbid")
@dataclass(frozen=True, slots=True, kw_only=True)
class Talk:
    """A conversation."""

    id: str
    lang: str
    turns: tuple[Asked, ...]


def main() -> None:
    """Learn for the embedding model of the settings."""
    settings = Settings.load()
    assistant, embedder = open_assistant(settings), open_embedder(settings).identity
    talks = conversations()
    rows: list[Mapping[str, float]] = []
    answered: list[bool] = []
    talk_of: list[int] = []
    for number, talk in enumerate(track(talks, "talking")):
        for clues, turn in _held(assistant, talk):
            rows.append(clues)
            answered.append(turn.answerable)
            talk_of.append(number)
    bar, refused = learnt_from(embedder, rows, answered, talk_of)
    print(
        f"{len(rows)} follow-ups of {len(talks)} conversations, {np.mean(answered):.0%} answered; "
        f"of the others {refused:.0%} are refused where {_LOST:.0%} of the answered are too, "
        f"below {bar:.2f}"
    )


def learnt_from(
    embedder: str,
    rows: Sequence[Mapping[str, float]],
    answered: Sequence[bool],
    talk_of: Sequence[int],
) -> tuple[float, float]:
    """Learn and save; return the bar, and the share of what is not answered that is below it.

    Args:
        embedder: The identity of the embedding model.
        rows: The clues of each follow-up.
        answered: Whether it is answered.
        talk_of: The number of its conversation; no bar is tried on turns of a conversation that it
            was learnt from.
    """
    names = list(rows[0])
    clues = np.array([[row[name] for name in names] for row in rows])
    right = np.array(answered)
    tried = cross_val_predict(
        _model(), clues, right, groups=talk_of, cv=GroupKFold(_FOLDS), method="predict_proba"
    )[:, 1]
    bar = float(np.quantile(tried[right], _LOST))
    _save(embedder.split("@")[0], names, _model().fit(clues, right), bar)
    return bar, float(np.mean(tried[~right] < bar))


def conversations() -> list[Talk]:
    """Return the conversations to learn from."""
    form = TypeAdapter(Talk)
    return [
        form.validate_json(line)
        for file in sorted(CONVERSATIONS.glob("*.jsonl"))
        for line in file.read_text("utf-8").splitlines()
    ]


def _held(assistant: Assistant, talk: Talk) -> Iterator[tuple[Mapping[str, float], Asked]]:
    """Yield the clues of each follow-up that may mean several things."""
    history: tuple[Turn, ...] = ()
    for turn in talk.turns:
        question = Question(text=turn.user, history=history)
        if history and (clues := learn_from_follow_up(assistant, question)) is not None:
            yield clues, turn
        answer = assistant.answer(question)
        history += (
            Turn(role=Role.USER, content=turn.user),
            Turn(role=Role.ASSISTANT, content=answer.markdown),
        )


def _model() -> Pipeline:
    return make_pipeline(StandardScaler(), LogisticRegression(C=_HELD_BACK, max_iter=2000))


def _save(embedder: str, names: list[str], learnt: Pipeline, bar: float) -> None:
    """Write the weights of clues as they come, and a bias that moves the bar to `ANSWER_FROM`."""
    scaler, logistic = learnt[0], learnt[1]
    weights: npt.NDArray[np.float64] = logistic.coef_[0] / scaler.scale_
    bias = logistic.intercept_[0] - weights @ scaler.mean_ + _odds(ANSWER_FROM) - _odds(bar)
    models = json.loads(FOLLOW_UP_WEIGHTS.read_text("utf-8"))
    models[embedder] = {
        "bias": round(float(bias), 4),
        "weights": {
            name: round(float(weight), 4) for name, weight in zip(names, weights, strict=True)
        },
    }
    FOLLOW_UP_WEIGHTS.write_text(json.dumps(models, indent=2) + "\n", "utf-8")


def _odds(chance: float) -> float:
    return math.log(chance / (1 - chance))


if __name__ == "__main__":
    typer.run(main)

"""What is learnt of follow-ups, and what it is learnt from."""

import json
from pathlib import Path

import numpy as np
import pytest

from assistant import (
    Assistant,
    Question,
    ReadDocument,
    Role,
    Settings,
    Turn,
    learn_from_follow_up,
    open_assistant,
)
from eval.normalise import normalise
from eval.training import follow_ups
from eval.training.follow_ups import conversations, learnt_from

FEWEST = 300


def test_evidence_of_the_conversations_is_verbatim(plan: ReadDocument) -> None:
    said = normalise(plan.source)
    talks = conversations()

    assert len(talks) >= FEWEST
    assert len({talk.id for talk in talks}) == len(talks)
    for talk in talks:
        for turn in talk.turns:
            assert turn.answerable == bool(turn.evidence)
            assert all(normalise(words) in said for words in turn.evidence), turn.user


def test_what_is_learnt_keeps_its_bar_when_it_is_saved(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "weights.json"
    path.write_text('{"other": {"bias": 1.0, "weights": {}}}', "utf-8")
    monkeypatch.setattr(follow_ups, "FOLLOW_UP_WEIGHTS", path)
    drawn = np.random.default_rng(0)
    near = drawn.normal(size=400)
    rows = [{"near": float(value), "noise": float(drawn.normal())} for value in near]
    answered = near + drawn.normal(size=400) > 0

    bar, refused = learnt_from("some-model@1", rows, answered.tolist(), list(range(400)))

    learnt = json.loads(path.read_text("utf-8"))
    assert learnt.keys() == {"other", "some-model"}
    assert learnt["some-model"]["weights"]["near"] > 1
    assert abs(learnt["some-model"]["weights"]["noise"]) < 0.5
    assert 0 < bar < 1
    assert 0.1 < refused < 0.9


@pytest.mark.real
def test_a_turn_without_a_history_gives_nothing_to_learn_from() -> None:
    assistant: Assistant = open_assistant(Settings.load())
    first = Question(text="Wat doet de lokale politie tegen mensenhandel?")
    said = assistant.answer(first)
    history = (
        Turn(role=Role.USER, content=first.text),
        Turn(role=Role.ASSISTANT, content=said.markdown),
    )

    clues = learn_from_follow_up(assistant, Question(text="in welke sectoren?", history=history))

    assert learn_from_follow_up(assistant, first) is None
    assert clues is not None
    assert clues["quoted"] in (0.0, 1.0)
    assert clues["alone cosine"] < clues["topic cosine"]

from pathlib import Path

import numpy as np
import pytest

from index.adapter import QuestionAdapter

DOWN = np.array([[1.0], [0.0]], np.float32)
UP = np.array([[0.0, 1.0]], np.float32)


def test_vector_is_moved_by_what_was_learnt_and_stays_a_unit_vector() -> None:
    moved = QuestionAdapter(down=DOWN, up=UP)(np.array([1, 0], np.float32))

    assert moved.tolist() == pytest.approx([0.5**0.5, 0.5**0.5])


def test_many_vectors_are_moved_as_each_alone() -> None:
    adapter = QuestionAdapter(down=DOWN, up=UP)
    vectors = np.array([[1, 0], [0, 1]], np.float32)

    assert adapter(vectors).tolist() == [adapter(vector).tolist() for vector in vectors]


def test_nothing_moves_where_nothing_was_learnt() -> None:
    adapter = QuestionAdapter.of("a model nobody knows@1", 2)

    assert adapter(np.array([0, 1], np.float32)).tolist() == [0, 1]


def test_adapter_is_the_same_when_loaded_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("index.adapter.ADAPTERS", tmp_path / "adapters")
    QuestionAdapter(down=DOWN, up=UP).save("model@digest")

    loaded = QuestionAdapter.of("model@digest", 2)

    assert loaded.down.tolist() == DOWN.tolist()
    assert loaded.up.tolist() == UP.tolist()

from pathlib import Path

import numpy as np
import pytest

from corpus import SearchIndexError
from index.vectors import FaissStore

ROWS = np.eye(4, dtype=np.float32)
QUERY = np.array([0.1, 0.9, 0.4, 0.0], dtype=np.float32)


def test_best_come_first() -> None:
    ids, scores = FaissStore.of(ROWS).search(QUERY, 3)

    assert ids.tolist() == [1, 2, 0]
    assert scores.tolist() == pytest.approx([0.9, 0.4, 0.1])


def test_only_allowed_are_returned() -> None:
    ids, _ = FaissStore.of(ROWS).search(QUERY, 3, allowed=[0, 2])

    assert ids.tolist() == [2, 0]


def test_nothing_is_returned_when_nothing_is_allowed() -> None:
    ids, scores = FaissStore.of(ROWS).search(QUERY, 3, allowed=[])

    assert ids.size == scores.size == 0


def test_store_is_the_same_when_loaded_again(tmp_path: Path) -> None:
    store = FaissStore.of(ROWS)
    store.save(tmp_path / "v")

    loaded = FaissStore.load([tmp_path / "v"])

    assert loaded.size == 4
    assert loaded.search(QUERY, 4)[0].tolist() == store.search(QUERY, 4)[0].tolist()


def test_error_names_the_command_when_the_file_is_damaged(tmp_path: Path) -> None:
    (tmp_path / "v").write_bytes(b"not an index")

    with pytest.raises(SearchIndexError) as caught:
        FaissStore.load([tmp_path / "v"])

    assert "planwijzer index build" in caught.value.fix


def test_rows_follow_the_files_when_several_are_loaded(tmp_path: Path) -> None:
    FaissStore.of(ROWS[:1]).save(tmp_path / "a")
    FaissStore.of(ROWS[1:]).save(tmp_path / "b")

    loaded = FaissStore.load([tmp_path / "a", tmp_path / "b"])

    assert loaded.search(QUERY, 4)[0].tolist() == FaissStore.of(ROWS).search(QUERY, 4)[0].tolist()

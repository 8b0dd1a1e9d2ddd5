from pathlib import Path

import numpy as np
import pytest

from corpus import SearchIndexError
from index.embedder import Tokens
from index.passage_tokens import MOST_OF_PASSAGE, PassageTokens


def tokens(count: int, first: float) -> Tokens:
    return np.full((count, 2), first, np.float16)


def test_tokens_are_the_same_when_loaded_again(tmp_path: Path) -> None:
    plan = PassageTokens([tokens(3, 1), tokens(0, 2), tokens(2, 3)])
    note = PassageTokens([tokens(1, 4)])
    plan.save(tmp_path / "plan")
    note.save(tmp_path / "note")

    found = PassageTokens.load([(tmp_path / "plan", 3), (tmp_path / "note", 1)])

    assert [found.of(number).tolist() for number in range(4)] == [
        [[1, 1]] * 3,
        [],
        [[3, 3]] * 2,
        [[4, 4]],
    ]


def test_document_without_tokens_takes_nothing_from_the_next(tmp_path: Path) -> None:
    PassageTokens([]).save(tmp_path / "empty")
    PassageTokens([tokens(2, 1)]).save(tmp_path / "full")

    found = PassageTokens.load([(tmp_path / "empty", 2), (tmp_path / "full", 1)])

    assert not list(tmp_path.glob("empty*"))
    assert [len(found.of(number)) for number in range(3)] == [0, 0, 2]


def test_passages_are_numbered_anew_when_some_are_kept() -> None:
    found = PassageTokens([tokens(1, 1), tokens(2, 2), tokens(3, 3)]).among({0: 1, 2: 0})

    assert [len(found.of(number)) for number in range(2)] == [3, 1]


def test_only_the_beginning_of_a_long_passage_is_kept() -> None:
    found = PassageTokens([tokens(MOST_OF_PASSAGE + 1, 1)])

    assert len(found.of(0)) == MOST_OF_PASSAGE


def test_damage_is_told_with_what_to_do(tmp_path: Path) -> None:
    PassageTokens([tokens(3, 1)]).save(tmp_path / "plan")
    for path in tmp_path.iterdir():
        path.write_bytes(b"half")

    with pytest.raises(SearchIndexError) as caught:
        PassageTokens.load([(tmp_path / "plan", 1)])

    assert "planwijzer index build" in caught.value.fix

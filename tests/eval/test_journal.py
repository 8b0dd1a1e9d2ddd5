from pathlib import Path

import pytest

from eval.journal import Journal
from eval.outcome import Kind
from tests.eval.made import OUTCOMES, answered, outcome


def test_outcomes_come_back_as_they_were(tmp_path: Path) -> None:
    with Journal(tmp_path / "run" / "journal.jsonl") as journal:
        journal.add("one", OUTCOMES[:1])
        journal.add("two", OUTCOMES[1:3])

    with Journal(tmp_path / "run" / "journal.jsonl") as journal:
        assert journal.get("one") == OUTCOMES[:1]
        assert journal.get("two") == OUTCOMES[1:3]
        assert journal.get("three") is None


@pytest.mark.parametrize("cut", [1, 20, 200])
def test_half_written_last_line_is_dropped(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "journal.jsonl"
    with Journal(path) as journal:
        journal.add("one", OUTCOMES[:1])
        journal.add("two", OUTCOMES[1:2])
    path.write_bytes(path.read_bytes()[:-cut])

    with Journal(path) as journal:
        assert journal.get("two") is None
        journal.add("two", OUTCOMES[1:2])

    with Journal(path) as journal:
        assert journal.get("one") == OUTCOMES[:1]
        assert journal.get("two") == OUTCOMES[1:2]


def test_line_of_another_form_is_asked_again(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    path.write_text('{"key": "one", "outcomes": [{"id": 1}]}\n', "utf-8")

    with Journal(path) as journal:
        assert journal.get("one") is None


def test_quote_with_a_line_separator_stays_in_one_line(tmp_path: Path) -> None:
    path = tmp_path / "journal.jsonl"
    odd = outcome("a\u2028b", Kind.ANSWERABLE, answered())
    with Journal(path) as journal:
        journal.add("one", (odd,))

    with Journal(path) as journal:
        assert journal.get("one") == (odd,)

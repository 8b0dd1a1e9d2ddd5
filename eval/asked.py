"""Everything that the question sets ask, as plain texts: what may not be learnt from."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import TypeAdapter

_ASKING = ("question", "query", "statement")
_HALVES = ("dev", "test")
_LISTED = TypeAdapter(tuple[str, ...])
_TURNS = TypeAdapter(tuple[dict[str, object], ...])


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A text of the sets: a question, a query, what a user says in a turn, or a statement.

    `owner` is its id, with the number of the turn; `half` is `dev`, `test`, or nothing for a file
    that is not in one. `opens` says that it opens a conversation, `alone` is false for a turn that
    leans on the ones before it, and `forbidden` are the wordings that no answer may have.
    """

    id: str
    owner: str
    text: str
    kind: str
    half: str
    alone: bool = True
    opens: bool = False
    forbidden: tuple[str, ...] = ()


def asked_in(folder: Path) -> list[Asked]:
    """Return what the JSON-lines files of a folder and of those below it ask, in their order."""
    return [asked for file in sorted(folder.rglob("*.jsonl")) for asked in _of_file(file)]


def _of_file(file: Path) -> Iterator[Asked]:
    half = file.parent.name if file.parent.name in _HALVES else ""
    for line in file.read_text("utf-8-sig").split("\n"):
        if line.strip():
            yield from _of_line(json.loads(line), file.stem, half)


def _of_line(line: Mapping[str, object], kind: str, half: str) -> Iterator[Asked]:
    of = partial(Asked, id=str(line["id"]), kind=kind, half=half)
    forbidden = _LISTED.validate_python(line.get("must_not_contain", ()))
    for field in _ASKING:
        if field in line:
            yield of(owner=str(line["id"]), text=str(line[field]), forbidden=forbidden)
    for number, turn in enumerate(_TURNS.validate_python(line.get("turns", ())), start=1):
        yield of(
            owner=f"{line['id']} turn {number}",
            text=str(turn["user"]),
            alone=number == 1,
            opens=number == 1,
        )

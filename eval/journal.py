"""The journal of a run: what was asked, on disk at once, so that an interrupted run goes on."""

import threading
from collections.abc import Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from pydantic import TypeAdapter, ValidationError
from pydantic.dataclasses import dataclass

from eval.outcome import Outcome


@dataclass(frozen=True, kw_only=True)
class _Entry:
    key: str
    outcomes: tuple[Outcome, ...]


_ENTRY = TypeAdapter(_Entry)


class Journal:
    """A JSON-lines file of outcomes by the key of their task; safe to use from several threads."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()

    def __enter__(self) -> Self:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        self._known = self._read()
        self._file = self._path.open("a", encoding="utf-8")
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._file.close()

    def get(self, key: str) -> tuple[Outcome, ...] | None:
        """Return the outcomes of a task, None where it was not asked yet."""
        return self._known.get(key)

    def add(self, key: str, outcomes: Sequence[Outcome]) -> None:
        """Write the outcomes of a task."""
        line = _ENTRY.dump_json(_Entry(key=key, outcomes=tuple(outcomes))).decode()
        with self._lock:
            self._file.write(line + "\n")
            self._file.flush()

    def _read(self) -> dict[str, tuple[Outcome, ...]]:
        """Return what was written, after cutting off a last line that was only half written."""
        if not self._path.is_file():
            return {}
        written = self._path.read_bytes()
        whole = written[: written.rfind(b"\n") + 1]
        if whole != written:
            self._path.write_bytes(whole)
        known: dict[str, tuple[Outcome, ...]] = {}
        for line in whole.splitlines():
            try:
                entry = _ENTRY.validate_json(line)
            except ValidationError:
                # Of an earlier form, or damaged: it is asked again.
                continue
            known[entry.key] = entry.outcomes
        return known

"""How far long work is: bars on a terminal, a line per task elsewhere."""

import sys
from types import TracebackType
from typing import Self

from rich.progress import (
    BarColumn,
    DownloadColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from ui.cli.console import progress_console


class TerminalProgress:
    """Shows progress on standard error; a ProgressReport."""

    def __init__(self) -> None:
        self._console = progress_console()
        self._bars: Progress | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._stop()

    def start(self, task: str, total: int, unit: str) -> None:
        """Show that a task of `total` units begins."""
        self._stop()
        if not sys.stderr.isatty():
            print(f"{task} ({total} {unit})", file=sys.stderr)
            return
        count = DownloadColumn() if unit == "bytes" else MofNCompleteColumn()
        columns = (TextColumn("{task.description}"), BarColumn(), count)
        self._bars = Progress(*columns, TimeRemainingColumn(), console=self._console)
        self._bars.start()
        self._task = self._bars.add_task(task, total=total)

    def advance(self, amount: int) -> None:
        """Show that `amount` more units are done."""
        if self._bars is not None and self._task is not None:
            self._bars.advance(self._task, amount)

    def _stop(self) -> None:
        if self._bars is not None:
            self._bars.stop()
            self._bars = None

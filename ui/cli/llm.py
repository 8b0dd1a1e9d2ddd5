"""What was tried of a language model, as text and as JSON."""

from collections.abc import Sequence
from typing import Self

from pydantic import BaseModel, ConfigDict
from rich.table import Table

from assistant import LlmCheck
from ui.cli.console import result_console


class CheckReply(BaseModel):
    """One thing that was tried."""

    model_config = ConfigDict(frozen=True)

    name: str
    passed: bool
    found: str
    mend: str


class LlmReply(BaseModel):
    """All of them, in order."""

    model_config = ConfigDict(frozen=True)

    checks: list[CheckReply]

    @classmethod
    def of(cls, checks: Sequence[LlmCheck]) -> Self:
        """Return the reply for some checks."""
        return cls(
            checks=[
                CheckReply(name=one.name, passed=one.passed, found=one.found, mend=one.mend)
                for one in checks
            ]
        )


def print_checks(checks: Sequence[LlmCheck]) -> None:
    """Print what was tried, and under what failed what to mend."""
    table = Table(box=None, show_header=False)
    for one in checks:
        table.add_row("ok" if one.passed else "failed", one.name, one.found)
        if not one.passed:
            table.add_row("", "", one.mend)
    result_console().print(table)

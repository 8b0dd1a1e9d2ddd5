"""Whom the tools answer, and where the work is done."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

from starlette.requests import Request

from ui.http.present import Presenter

if TYPE_CHECKING:
    from assistant import Assistant

_Result = TypeVar("_Result")


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """The assistant over what a caller may read, and what words its answers."""

    assistant: "Assistant"
    presenter: Presenter


class Reception(Protocol):
    """Receives callers; both may raise a PlanwijzerError."""

    async def visit(self, request: Request | None) -> Visit:
        """Return what a caller gets; without a request it is who started this process."""

    async def done(self, work: Callable[[], _Result]) -> _Result:
        """Return what comes of work that blocks."""

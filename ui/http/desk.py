"""What the routes share."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from assistant import Answer, PlanwijzerError, Question, Settings
from ui.access.caller import Caller, calling, current_caller
from ui.access.views import Views
from ui.answer_log.log import AnswerLog
from ui.answer_log.telling import telling
from ui.http.capacity import Capacity
from ui.http.opening import NotReadyError, Opening
from ui.http.present import Presenter

if TYPE_CHECKING:
    from assistant import Assistant

Told = Callable[[Caller, Question, Answer, "Assistant"], None]
"""Hears who asked what, what was answered, and by the assistant over which documents."""

_NOT_OPEN = "The assistant is not open yet."
_NOT_OPEN_FIX = "Try again in a few seconds; if it lasts, whoever runs the server sees why."
_NOT_LATEST = "The latest change is not in use; the server's own output says why."


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The assistant, the room for questions, and where users reach the server.

    With `discreet`, callers are not told why the assistant cannot be opened: the reason may name a
    document that they may not know of. `seconds` is how long a caller is kept waiting; `log` takes
    feedback on answers, and is None where none is kept.
    """

    opening: Opening
    views: Views
    told: Told
    traced: Callable[["Assistant"], "Assistant"]
    log: AnswerLog | None
    capacity: Capacity
    seconds: float
    public_url: str
    discreet: bool

    @classmethod
    def of(
        cls,
        opening: Opening,
        settings: Settings,
        told: Told,
        log: AnswerLog | None,
        traced: Callable[["Assistant"], "Assistant"],
    ) -> "Desk":
        """Return the desk that settings ask for.

        `told` hears of every answer, `log` keeps them, `traced` has their stages traced.
        """
        return cls(
            opening=opening,
            views=Views(),
            told=told,
            traced=traced,
            log=log,
            capacity=Capacity(running=settings.max_concurrency, waiting=settings.max_waiting),
            seconds=settings.max_seconds,
            public_url=settings.public_url,
            discreet=bool(settings.access),
        )

    def assistant(self, answer_id: str = "") -> "Assistant":
        """Return the assistant over what the current caller may read.

        Args:
            answer_id: The id that its answer is to have; empty: any.

        Raises:
            NotReadyError: It is not open.
            NotFoundError: The caller may read nothing.
        """
        caller, whole = current_caller(), self.whole()
        view = self.views.view(whole, caller.groups)
        return telling(
            self.traced(view),
            lambda asked, answer: self.told(caller, asked, answer, whole),
            answer_id,
        )

    def whole(self) -> "Assistant":
        """Return the assistant over all documents, for what no caller gets to see.

        Raises:
            NotReadyError: It is not open.
        """
        try:
            return self.opening.assistant()
        except NotReadyError:
            if self.discreet:
                raise NotReadyError(_NOT_OPEN, _NOT_OPEN_FIX) from None
            raise

    def problem(self) -> str | None:
        """Return why what is in use now is not the latest, for everybody; None where it is."""
        problem = self.opening.problem
        if problem is None:
            return None
        return _NOT_LATEST if self.discreet else f"{problem.message} {problem.fix}"

    def prepare(self, caller: Caller) -> None:
        """Make ready what a caller will use; where that fails, using it says why."""
        with calling(caller), suppress(PlanwijzerError):
            self.assistant()

    def presenter(self, assistant: "Assistant") -> Presenter:
        """Return what words an assistant's answers."""
        return Presenter(assistant, self.public_url)

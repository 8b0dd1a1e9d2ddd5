"""An assistant that tells of its answers, whichever face asks it."""

from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING

from assistant import Answer, Question

if TYPE_CHECKING:
    from assistant import Assistant

Told = Callable[[Question, Answer], None]


def telling(assistant: "Assistant", told: Told) -> "Assistant":
    """Return the same assistant, which also tells each answer in the thread that answers.

    It shares everything with the one it is made of, and costs nothing to make.
    """
    twin, ask = copy(assistant), assistant.answer

    def answer(question: Question, *others: object, **named: object) -> Answer:
        given = ask(question, *others, **named)  # type: ignore[arg-type]
        told(question, given)
        return given

    twin.answer = answer  # type: ignore[method-assign]
    return twin

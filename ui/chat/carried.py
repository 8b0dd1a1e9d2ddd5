"""A conversation on its way between events: the page carries it, the server keeps nothing of it.

What comes back is whatever a browser cares to send, so it is read within bounds and shown as words
that anybody may have typed.
"""

from collections.abc import Sequence
from typing import Annotated

from pydantic import Field, TypeAdapter

from assistant import MAX_QUESTION_CHARACTERS
from ui.chat.conversation import Exchange, Reply

MAX_EXCHANGES = 50
"""Of a conversation that goes on; a longer one is saved and begun anew."""
MAX_BYTES = 180_000
"""The same, of a conversation as it is carried."""
_MOST_BYTES = 220_000
"""The same with one answer more, which can still be saved; the server takes no larger body."""

_Question = Annotated[str, Field(min_length=1, max_length=MAX_QUESTION_CHARACTERS)]
_Carried = Annotated[tuple[tuple[_Question, Reply], ...], Field(max_length=MAX_EXCHANGES)]
_CARRIED: TypeAdapter[tuple[tuple[str, Reply], ...]] = TypeAdapter(_Carried)


def packed(exchanges: Sequence[Exchange]) -> str:
    """Return the answered exchanges as the page carries them; nothing when there are none."""
    told = tuple((e.question, e.reply) for e in exchanges if e.reply is not None)
    return _CARRIED.dump_json(told).decode() if told else ""


def unpacked(carried: str) -> tuple[Exchange, ...]:
    """Return the exchanges that a page carried.

    Raises:
        ValueError: It is not what `packed` returns, or too long.
    """
    if not carried:
        return ()
    if len(carried.encode(errors="replace")) > _MOST_BYTES:
        raise ValueError("A conversation is longer than the page ever carries.")
    told = _CARRIED.validate_json(carried, strict=True)
    return tuple(Exchange(question=question, reply=reply) for question, reply in told)


def is_full(exchanges: Sequence[Exchange]) -> bool:
    """Return whether a conversation has no room for another question."""
    return len(exchanges) >= MAX_EXCHANGES or len(packed(exchanges).encode()) > MAX_BYTES

"""What a user asks."""

from dataclasses import dataclass
from enum import StrEnum

from index import EVERYTHING, Filters

LANGUAGES = ("nl", "fr", "de", "en")
MAX_QUESTION_CHARACTERS = 2_000
MAX_HISTORY_TURNS = 40


class Role(StrEnum):
    """Who spoke a turn."""

    USER = "user"
    ASSISTANT = "assistant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One earlier turn of a conversation."""

    role: Role
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A question as it was asked.

    `history` is oldest first; `language` is that of the answer's own words, None to follow the
    question; `top_k` is how many passages are considered (1-50); `may_be_written` is whether a
    language model may word the answer, where there is one.
    """

    text: str
    history: tuple[Turn, ...] = ()
    language: str | None = None
    filters: Filters = EVERYTHING
    top_k: int = 8
    may_be_written: bool = True

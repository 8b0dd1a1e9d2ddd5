"""A follow-up made to stand alone by a language model, held against what was said."""

from collections.abc import Sequence

from assistant.phrases import content_words
from assistant.question import MAX_QUESTION_CHARACTERS, Role, Turn
from assistant.written.prompt import prompt
from assistant.written.replies import Replies
from assistant.written.reply import objects_in, plain

SCHEMA = {
    "type": "object",
    "properties": {"question": {"type": "string"}},
    "required": ["question"],
    "additionalProperties": False,
}
_TURNS = 6
_BEGINNING = 5
"""Letters that two forms of a word have in common."""


def rewritten(llm: Replies, text: str, history: Sequence[Turn], language: str) -> str | None:
    """Return a follow-up with what it leaves unsaid, None where the model says anything else.

    Args:
        llm: The language model.
        text: The follow-up.
        history: The turns before it, oldest first; the latest count.
        language: The language of the follow-up (nl, fr, de or en).

    Raises:
        LlmError: The model cannot be reached or gives no answer.
    """
    words = prompt(language)
    said = [f"{_NAMES[turn.role]}: {turn.content}" for turn in history[-_TURNS:]]
    told = "\n".join((f"{words.earlier}:", *said, "", f"{words.question}: {text}"))
    question = _question_in("".join(llm.stream(words.rewriting, told, SCHEMA)))
    return question if _says_nothing_new(question, text, history) else None


_NAMES = {Role.USER: "-", Role.ASSISTANT: "  >"}


def _question_in(reply: str) -> str:
    said = (value["question"] for value in objects_in(reply) if "question" in value)
    found = next(said, None)
    return plain(found) if isinstance(found, str) else ""


def _says_nothing_new(question: str, text: str, history: Sequence[Turn]) -> bool:
    """Whether a question has only words of the conversation, and all that the follow-up asks."""
    if not 0 < len(question) <= MAX_QUESTION_CHARACTERS:
        return False
    known = _forms(" ".join((text, *(turn.content for turn in history))))
    return _forms(text) <= _forms(question) <= known


def _forms(text: str) -> set[str]:
    return {word.casefold()[:_BEGINNING] for word in content_words(text)}

"""A second opinion, of a language model, on a sentence that passed the check; it only rejects."""

import re
import time
import tomllib
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from assistant.breaker import Breaker
from assistant.llm_error import LlmError
from assistant.written.replies import Replies
from assistant.written.reply import objects_in

_PROMPTS = Path(__file__).with_name("prompts") / "judge"
_BRACKETS = str.maketrans("<>", "‹›")
"""What could end a mark, or begin another, inside one."""
_MOST_QUOTES = 3
_AFTER_THOUGHT = "</think>"
_WORD = re.compile(r"\W*(\w+)\W*(?:$|[.,;:!\n])")
_YES = {"yes", "ja", "oui", "true"}
_NO = {"no", "nee", "neen", "nein", "non", "false"}

SCHEMA = {
    "type": "object",
    "properties": {"supported": {"type": "string", "enum": ["yes", "no"]}},
    "required": ["supported"],
    "additionalProperties": False,
}
"""The form of the opinion, as JSON Schema."""


class Judge:
    """Asks a language model whether quotes say a sentence; only a plain no counts."""

    def __init__(self, llm: Replies, seconds: float) -> None:
        """Wrap a model that may take some seconds for all sentences of an answer."""
        self._llm = llm
        self._seconds = seconds
        self._breaker = Breaker()

    def hearing(self, language: str) -> "Hearing":
        """Return what judges the sentences of one answer, in a language (nl, fr, de or en)."""
        return Hearing(self._llm, self._breaker, self._seconds, language)


class Hearing:
    """Judges the sentences of one answer, until its time is up or the model fails too often."""

    def __init__(self, llm: Replies, breaker: Breaker, seconds: float, language: str) -> None:
        self._llm = llm
        self._breaker = breaker
        self._left = seconds
        self._instructions = instructions(language)
        self._heard: dict[str, bool] = {}

    def rejects(self, sentence: str, quotes: Sequence[str]) -> bool:
        """Return whether the model says that quotes do not say a sentence.

        Args:
            sentence: What passed the check.
            quotes: What supports it, best first; each with its version, where it has one.
        """
        told = material(sentence, quotes)
        if told not in self._heard:
            self._heard[told] = self._opinion(told) is False
        return self._heard[told]

    def _opinion(self, told: str) -> bool | None:
        """Return whether the quotes say the sentence, None where the model does not tell."""
        if self._left <= 0 or not self._breaker.allows():
            return None
        asked = time.monotonic()
        try:
            reply = "".join(self._llm.stream(self._instructions, told, SCHEMA))
        except LlmError:
            self._breaker.failed()
            return None
        finally:
            self._left -= time.monotonic() - asked
        self._breaker.succeeded()
        return opinion_in(reply)


@cache
def instructions(language: str) -> str:
    """Return what the judge is told to do, in a language (nl, fr, de or en)."""
    found = tomllib.loads((_PROMPTS / f"{language}.toml").read_text("utf-8"))
    return str(found["instructions"])


def material(sentence: str, quotes: Sequence[str]) -> str:
    """Return quotes and a sentence between marks that their text cannot close."""
    listed = [
        f'<quote number="{number}">\n{quote.translate(_BRACKETS)}\n</quote>'
        for number, quote in enumerate(quotes[:_MOST_QUOTES], start=1)
    ]
    said = f"<sentence>\n{sentence.translate(_BRACKETS)}\n</sentence>"
    return "\n\n".join((*listed, said))


def opinion_in(reply: str) -> bool | None:
    """Return the yes or no of a reply, None where it has none or both."""
    text = reply.rpartition(_AFTER_THOUGHT)[2]
    said = [value["supported"] for value in objects_in(text) if "supported" in value]
    found = {_meaning(value) for value in said or [_first_word(text)]}
    return found.pop() if len(found) == 1 else None


def _meaning(value: object) -> bool | None:
    word = str(value).strip().casefold()
    return True if word in _YES else False if word in _NO else None


def _first_word(text: str) -> str:
    """Return the word that a text begins with and that stands on its own: "No, it is not."."""
    found = _WORD.match(text)
    return found[1] if found else ""

"""Answers worded by a language model, of which only what the passages support is kept."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assistant.breaker import Breaker
from assistant.llm_error import LlmError
from assistant.support import SupportCheck
from assistant.written.checking import Checking, Claim, VersionOf
from assistant.written.prompt import SCHEMA, material, prompt
from assistant.written.remembering import RememberingEmbedder
from assistant.written.reply import statements_in
from corpus import Passage
from index.embedder import Embedder

_MOST_PASSAGES = 8
_MOST_WORDS = 1_600
"""Words of passages that leave room in a context of 8,192 tokens, in any of the languages."""


class Replies(Protocol):
    """A language model that can be held to a form."""

    def write(self, instructions: str, text: str, schema: Mapping[str, object] | None) -> str:
        """Return what the model makes of a text.

        Raises:
            LlmError: It cannot be reached or gives no answer.
        """


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """What is kept of what a model wrote, and of how many sentences."""

    claims: tuple[Claim, ...]
    sentences: int


class Writer:
    """Lets a language model word answers, and leaves it alone for a while when it fails."""

    def __init__(self, llm: Replies, embedder: Embedder) -> None:
        self._llm = llm
        self._check = SupportCheck(RememberingEmbedder(embedder))
        self._breaker = Breaker()

    def write(
        self, question: str, language: str, passages: Sequence[Passage], version_of: VersionOf
    ) -> Wrote:
        """Return the sentences that answer a question and that the passages support.

        Args:
            question: A question that stands alone.
            language: The language to answer in (nl, fr, de or en).
            passages: What was found, best first; as many as the model can read are used.
            version_of: What a passage says in that language.

        Raises:
            LlmError: The model cannot be reached, gives no answer, or is left alone for a while.
        """
        if not self._breaker.allows():
            raise LlmError("The language model failed some times in a row.", "It is tried later.")
        read = _readable(passages)
        try:
            reply = self._llm.write(
                prompt(language).instructions, material(read, question, language), SCHEMA
            )
        except LlmError:
            self._breaker.failed()
            raise
        self._breaker.succeeded()
        checking = Checking(self._check, read, language, version_of)
        checked = list(checking.claims(statements_in(reply)))
        kept = tuple(dict.fromkeys(claim for claim in checked if claim is not None))
        return Wrote(claims=kept, sentences=len(checked))


def _readable(passages: Sequence[Passage]) -> Sequence[Passage]:
    """Return the first passages that a model can read at once, one at least."""
    words = 0
    read: list[Passage] = []
    for passage in passages[:_MOST_PASSAGES]:
        words += len(passage.text.split())
        if read and words > _MOST_WORDS:
            break
        read.append(passage)
    return read

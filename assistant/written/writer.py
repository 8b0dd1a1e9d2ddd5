"""Answers worded by a language model, of which only what the passages support is kept."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from assistant.breaker import Breaker
from assistant.llm_error import LlmError
from assistant.question import Turn
from assistant.support import SupportCheck
from assistant.written.checking import Checking, Claim, VersionOf
from assistant.written.judging import Judge
from assistant.written.planted import instructs
from assistant.written.prompt import SCHEMA, material, prompt
from assistant.written.reading import Reading
from assistant.written.remembering import RememberingEmbedder
from assistant.written.replies import Replies
from assistant.written.reply import MOST, Written
from assistant.written.rewriting import rewritten
from corpus import Passage
from index.embedder import Embedder

_MOST_PASSAGES = 8
_MOST_WORDS = 1_600
"""Words of passages that leave room in a context of 8,192 tokens, in any of the languages."""


OnClaim = Callable[[Claim], None]
"""Told of each sentence that is supported, as soon as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrote:
    """What is kept of what a model wrote, and of how many sentences."""

    claims: tuple[Claim, ...]
    sentences: int


class Writer:
    """Lets a language model word answers, and leaves it alone for a while when it fails."""

    def __init__(self, llm: Replies, embedder: Embedder, judge: Judge | None = None) -> None:
        """Wire the parts; where there is a judge, what passes the check is put to it too."""
        self._llm = llm
        self._judge = judge
        self._check = SupportCheck(RememberingEmbedder(embedder))
        self._breaker = Breaker()

    def write(
        self,
        question: str,
        language: str,
        passages: Sequence[Passage],
        version_of: VersionOf,
        on_claim: OnClaim = lambda _: None,
    ) -> Wrote:
        """Return the sentences that answer a question and that the passages support.

        Where a model stops in the middle, what it said until then counts, if anything of it holds.
        Passages that tell a model what to do are kept from it.

        Args:
            question: A question that stands alone.
            language: The language to answer in (nl, fr, de or en).
            passages: What was found, best first; as many as the model can read are used.
            version_of: What a passage says in that language.
            on_claim: Told of each of the sentences while the model writes the next.

        Raises:
            LlmError: The model cannot be reached, gives no answer, or is left alone for a while.
        """
        read = _readable([passage for passage in passages if not instructs(passage.text)])
        if not read:
            return Wrote(claims=(), sentences=0)
        if not self._breaker.allows():
            raise LlmError("The language model failed some times in a row.", "It is tried later.")
        hearing = self._judge.hearing(language) if self._judge else None
        checking = Checking(self._check, read, language, version_of, hearing)
        told = prompt(language).instructions, material(read, question, language)
        kept: dict[Claim, None] = {}
        count = 0
        try:
            for statement in islice(self._statements(*told), MOST):
                for claim in checking.claims([statement]):
                    count += 1
                    if claim and claim not in kept:
                        kept[claim] = None
                        on_claim(claim)
        except LlmError:
            self._breaker.failed()
            if not kept:
                raise
        else:
            self._breaker.succeeded()
        return Wrote(claims=tuple(kept), sentences=count)

    def stand_alone(self, text: str, history: Sequence[Turn], language: str) -> str | None:
        """Return a follow-up with what it leaves unsaid, None where that is not to be had.

        Args:
            text: The follow-up.
            history: The turns before it, oldest first.
            language: The language of the follow-up (nl, fr, de or en).
        """
        if not self._breaker.allows():
            return None
        try:
            question = rewritten(self._llm, text, history, language)
        except LlmError:
            self._breaker.failed()
            return None
        self._breaker.succeeded()
        return question

    def _statements(self, instructions: str, text: str) -> Iterator[Written]:
        reading = Reading()
        for piece in self._llm.stream(instructions, text, SCHEMA):
            yield from reading.feed(piece)
        yield from reading.end()


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

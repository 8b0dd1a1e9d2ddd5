"""Each statement of a language model held against the passages it names."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from assistant.answer import Evidence
from assistant.support import Support, SupportCheck
from assistant.written.judging import Hearing
from assistant.written.reply import Written
from corpus import Passage, sentences

_URL = re.compile(r"(?:https?://|www\.)\S", re.I)
_DOMAIN = re.compile(r"\b[A-Za-z0-9-]{2,}(?:\.[A-Za-z0-9-]+)*\.[a-z]{2,}\b")
"""Such as chats make links of, where it stands without more: "politie.example"."""
_QUOTE_SENTENCES = 3

VersionOf = Callable[[Passage, int, int], str]
"""Returns what a range of a passage says in the language of the answer, else nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A sentence that is supported, and the words of the plan that support it."""

    text: str
    evidence: tuple[Evidence, ...]


class Checking:
    """Holds what a model writes in one language against some passages."""

    def __init__(
        self,
        check: SupportCheck,
        passages: Sequence[Passage],
        language: str,
        version_of: VersionOf,
        hearing: Hearing | None = None,
    ) -> None:
        """Wire the parts; where there is a hearing, it may reject what the check lets through."""
        self._check = check
        self._passages = passages
        self._language = language
        self._version_of = version_of
        self._hearing = hearing

    def claims(self, written: Sequence[Written]) -> Iterator[Claim | None]:
        """Yield each sentence with its support, None for one that nothing supports."""
        for statement in written:
            for start, end in sentences(statement.text):
                yield self._claim(statement.text[start:end], statement.passages)

    def _claim(self, text: str, numbers: Sequence[int]) -> Claim | None:
        """Return a sentence with the passages among those it names that support it.

        Where none does, but exactly one of the others, it rests on that one.
        """
        if _URL.search(text):
            return None
        named = [self._passages[n - 1] for n in numbers if 1 <= n <= len(self._passages)]
        quotes = [quote for p in named if (quote := self._quote(p, text))]
        if not quotes:
            others = [p for p in self._passages if p not in named]
            quotes = [quote for p in others if (quote := self._quote(p, text))]
            quotes = quotes if len(quotes) == 1 else []
        if not quotes or self._is_rejected(text, quotes):
            return None
        return Claim(text=text, evidence=tuple(quotes))

    def _is_rejected(self, text: str, evidence: Sequence[Evidence]) -> bool:
        """Whether a sentence names a site that its quotes do not, or is rejected when heard."""
        best = sorted(evidence, key=lambda one: one.score, reverse=True)
        quotes = [
            "\n".join(self._quoted(one.passage, start, end))
            for one in best
            for start, end in one.ranges
        ]
        if any(site not in quote for site in _DOMAIN.findall(text) for quote in quotes):
            return True
        return self._hearing is not None and self._hearing.rejects(text, quotes)

    def _quote(self, passage: Passage, text: str) -> Evidence | None:
        """Return the fewest sentences in a row that support a sentence, None where too many would.

        What is put together from all over a passage is not what it says. Nor does a sentence take
        back what another opposes: a denial further on is a denial of something else.
        """
        if not self._judge(passage, 0, len(passage.text), text).supported:
            return None
        ranges = sentences(passage.text)
        for count in range(1, _QUOTE_SENTENCES + 1):
            runs = [
                (ranges[i][0], ranges[i + count - 1][1]) for i in range(len(ranges) - count + 1)
            ]
            judged = [(self._judge(passage, start, end, text), (start, end)) for start, end in runs]
            supporting = [(found.score, run) for found, run in judged if found.supported]
            if supporting:
                score, run = max(supporting)
                return Evidence(passage=passage, ranges=(run,), score=score)
            if any(found.opposed for found, _ in judged):
                return None
        return None

    def _judge(self, passage: Passage, start: int, end: int, text: str) -> Support:
        return self._check.check(text, self._quoted(passage, start, end), self._language)

    def _quoted(self, passage: Passage, start: int, end: int) -> Sequence[str]:
        """Return what a range says, and its version where there is one."""
        quotes = (passage.text[start:end], self._version_of(passage, start, end))
        return [quote for quote in quotes if quote]

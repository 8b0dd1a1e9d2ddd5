"""Questions that are asked at the same time are embedded in one batch.

A batch costs a model much less than its questions one by one. Whoever comes first embeds; who
comes meanwhile waits, and the next turn takes all of them at once. Nobody waits for a batch to
fill, so that a question asked alone is as fast as without.
"""

from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import chain
from threading import Lock

import numpy as np

from index.embedder import Asked, CosineScale, Embedder, Tokens, Vectors

_MOST = 16
"""Questions in a batch; more take longer each than they save."""

_REMEMBERED = 256
"""Questions remembered: one is searched more than once when it is answered from several sides."""


@dataclass(slots=True, eq=False)
class _Waiting:
    text: str
    asked: Asked | None = None
    error: Exception | None = field(default=None)

    @property
    def is_done(self) -> bool:
        return self.asked is not None or self.error is not None

    def result(self) -> Asked:
        """Return what the question became, when it is done; what went wrong is raised here."""
        if self.asked is None:
            assert self.error is not None  # noqa: S101 - for the type checker
            raise self.error
        return self.asked


class BatchingEmbedder:
    """An embedder for many threads: single questions that meet go through the model together."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._turn = Lock()
        """Held by the thread that embeds."""
        self._gate = Lock()
        """Held for moments, while the line or the memory changes."""
        self._line: list[_Waiting] = []
        self._memory: OrderedDict[str, Asked] = OrderedDict()

    @property
    def identity(self) -> str:
        return self._embedder.identity

    @property
    def dimension(self) -> int:
        return self._embedder.dimension

    @property
    def scale(self) -> CosineScale:
        return self._embedder.scale

    @property
    def tells_tokens(self) -> bool:
        return self._embedder.tells_tokens

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._embedder.embed_queries(texts)

    def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
        return self._embedder.embed_passages(texts)

    def embed_tokens(self, texts: Sequence[tuple[str, str]]) -> list[Tokens]:
        return self._embedder.embed_tokens(texts)

    def embed_asked(self, texts: Sequence[str]) -> Asked:
        with self._gate:
            waiting = [self._known_or_waiting(text) for text in texts]
            self._line += [one for one in waiting if not one.is_done]
        if not all(one.is_done for one in waiting):
            with self._turn:
                while not all(one.is_done for one in waiting):
                    self._embed_next()
        return _together([one.result() for one in waiting])

    def _known_or_waiting(self, text: str) -> _Waiting:
        if (known := self._memory.get(text)) is not None:
            self._memory.move_to_end(text)
        return _Waiting(text, known)

    def _embed_next(self) -> None:
        """Embed those who have waited longest; a failure is told to each of them."""
        with self._gate:
            batch, self._line = self._line[:_MOST], self._line[_MOST:]
        texts = list(dict.fromkeys(waiting.text for waiting in batch))
        try:
            asked = self._embedder.embed_asked(texts)
        except Exception as error:
            for waiting in batch:
                waiting.error = error
            return
        rows = {text: _row(asked, number) for number, text in enumerate(texts)}
        for waiting in batch:
            waiting.asked = rows[waiting.text]
        with self._gate:
            self._memory |= rows
            while len(self._memory) > _REMEMBERED:
                self._memory.popitem(last=False)


def _row(asked: Asked, number: int) -> Asked:
    """Return one question of a batch, its arrays not holding on to the others'."""
    return Asked(
        as_is=np.array(asked.as_is[number : number + 1]),
        moved=np.array(asked.moved[number : number + 1]),
        scale=asked.scale,
        tokens=asked.tokens[number : number + 1],
    )


def _together(rows: Sequence[Asked]) -> Asked:
    """Return some questions, one row each, as one."""
    if len(rows) == 1:
        return rows[0]
    return Asked(
        as_is=np.concatenate([row.as_is for row in rows]),
        moved=np.concatenate([row.moved for row in rows]),
        scale=rows[0].scale,
        tokens=tuple(chain.from_iterable(row.tokens for row in rows)),
    )

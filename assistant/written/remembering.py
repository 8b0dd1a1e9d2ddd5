"""An embedder that remembers the texts it embedded: passages are checked again and again."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

import numpy as np

from index.embedder import Asked, CosineScale, Embedder, Tokens, Vectors

_MOST = 4_096


class RememberingEmbedder:
    """Remembers the vectors of passages; for many threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._memory: OrderedDict[tuple[str, str], Vectors] = OrderedDict()
        self._gate = Lock()

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

    def embed_asked(self, texts: Sequence[str]) -> Asked:
        return self._embedder.embed_asked(texts)

    def embed_tokens(self, texts: Sequence[tuple[str, str]]) -> list[Tokens]:
        return self._embedder.embed_tokens(texts)

    def embed_passages(self, passages: Sequence[tuple[str, str]]) -> Vectors:
        """Return one vector per passage, shape (passages, dimension)."""
        with self._gate:
            known = {
                passage: self._memory[passage] for passage in passages if passage in self._memory
            }
        missing = [passage for passage in dict.fromkeys(passages) if passage not in known]
        if missing:
            known |= dict(zip(missing, self._embedder.embed_passages(missing), strict=True))
        with self._gate:
            for passage in passages:
                self._memory[passage] = known[passage]
                self._memory.move_to_end(passage)
            while len(self._memory) > _MOST:
                self._memory.popitem(last=False)
        return np.stack([known[passage] for passage in passages])

"""Each passage's tokens as the model reads them, kept beside the vectors.

A vector says what a text is about; its tokens say it word by word, for those who hold a question
against the one passage that was found.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

import numpy as np

from corpus import SearchIndexError
from index.embedder import Tokens

MOST_OF_PASSAGE = 256
"""Tokens of a passage that are kept, from its beginning."""
_SUFFIX = ".npy"
_ENDS = ".ends.npy"
_NONE = np.empty((0, 0), np.float16)


class PassageTokens:
    """The tokens of some passages, by their number; on disk until they are looked at."""

    def __init__(self, tokens: Sequence[Tokens]) -> None:
        self._tokens = tuple(one[:MOST_OF_PASSAGE] for one in tokens)

    @classmethod
    def load(cls, documents: Iterable[tuple[Path, int]]) -> Self:
        """Return those of several documents, in their order.

        Args:
            documents: What the names of a document's files begin with, and how many passages it
                has; where there are no files, none of them has tokens.

        Raises:
            SearchIndexError: A file is damaged.
        """
        found: list[Tokens] = []
        try:
            for stem, passages in documents:
                if not _beside(stem, _SUFFIX).exists():
                    found += [_NONE] * passages
                    continue
                together = np.load(_beside(stem, _SUFFIX), mmap_mode="r", allow_pickle=False)
                ends = np.load(_beside(stem, _ENDS), allow_pickle=False)
                found += np.split(together, ends[:-1])
        except (OSError, ValueError) as error:
            raise SearchIndexError(
                "The passages' tokens in the search index cannot be read.",
                "Run `planwijzer index build` to make the index again.",
            ) from error
        return cls(found)

    def save(self, stem: Path) -> None:
        """Write them to files whose names begin so; to none where there are none."""
        if self._tokens:
            np.save(_beside(stem, _SUFFIX), np.concatenate(self._tokens))
            np.save(_beside(stem, _ENDS), np.cumsum([len(one) for one in self._tokens]))

    def of(self, passage: int) -> Tokens:
        """Return the tokens of a passage, shape (tokens, dimension)."""
        return np.asarray(self._tokens[passage])

    def among(self, numbers: Mapping[int, int]) -> "PassageTokens":
        """Return those of some passages; `numbers` maps their numbers to new ones."""
        kept = sorted(numbers, key=lambda old: numbers[old])
        return PassageTokens([self._tokens[old] for old in kept])


def _beside(stem: Path, suffix: str) -> Path:
    return stem.with_name(stem.name + suffix)

"""Search by words: BM25 over stems, one index per language."""

import math
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

import bm25s
import numpy as np
import Stemmer

from corpus import SearchIndexError
from index.embedder import Scores
from index.vectors import Ids
from index.wordings import Wording

_TOKEN = re.compile(r"\w+(?:['’.-]\w+)*")
_NO_TEXTS = np.empty(0, dtype=np.int64)
_STEMMERS = {"nl": "dutch", "fr": "french", "de": "german", "en": "english"}


class Tokenizer:
    """Splits text into lower-case stems of one language (Snowball, through PyStemmer)."""

    def __init__(self, language: str) -> None:
        self._stemmer = Stemmer.Stemmer(_STEMMERS[language])

    def __call__(self, text: str) -> list[str]:
        folded = unicodedata.normalize("NFKC", text).lower()
        words = [part for token in _TOKEN.findall(folded) for part in _with_parts(token)]
        return [str(stem) for stem in self._stemmer.stemWords(words)]


class TermIndex:
    """BM25 (Robertson & Zaragoza, 2009; the Lucene variant of bm25s) over some texts."""

    def __init__(self, bm25: bm25s.BM25, tokenizer: Tokenizer, size: int) -> None:
        self._bm25 = bm25
        self._tokenizer = tokenizer
        self._size = size
        # The scores are kept as a sparse matrix, one column of texts per stem.
        self._column_starts = np.asarray(bm25.scores["indptr"], dtype=np.int64)
        self._texts = np.asarray(bm25.scores["indices"], dtype=np.int64)

    @classmethod
    def of(cls, texts: Sequence[str], language: str) -> Self:
        """Return the index of some texts, all in one language."""
        tokenizer = Tokenizer(language)
        bm25 = bm25s.BM25()
        bm25.index([tokenizer(text) for text in texts], show_progress=False)
        return cls(bm25, tokenizer, len(texts))

    @classmethod
    def load(cls, folder: Path, language: str, size: int) -> Self:
        """Return the index a folder holds.

        Raises:
            SearchIndexError: The folder is missing or damaged.
        """
        try:
            return cls(bm25s.BM25.load(folder), Tokenizer(language), size)
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise SearchIndexError(
                "The words of the search index cannot be read.",
                "Run `planwijzer index build` to make the index again.",
            ) from error

    def save(self, folder: Path) -> None:
        """Write the index to a folder."""
        self._bm25.save(folder, show_progress=False)

    def weights(self, query: str) -> dict[str, float]:
        """Return the distinct stems of a query, each with its weight: the rarer, the heavier.

        The weight is the inverse document frequency of Robertson & Spärck Jones (1976); a stem
        that no text has weighs most.
        """
        return {stem: self._weight(stem) for stem in dict.fromkeys(self._tokenizer(query))}

    def having(self, stem: str) -> Ids:
        """Return the numbers of the texts that have a stem, none where it is unknown."""
        column = self._bm25.vocab_dict.get(stem)
        if column is None:
            return _NO_TEXTS
        start, end = self._column_starts[column : column + 2]
        return self._texts[start:end]

    def having_all(self, words: str, texts: Sequence[str]) -> list[int]:
        """Return the numbers of the texts that have all of some words.

        Args:
            words: One word at least.
            texts: The texts alone, without what else was indexed with them.
        """
        stems = set(self._tokenizer(words))
        rows = set.intersection(*(set(self.having(stem).tolist()) for stem in stems))
        return [row for row in sorted(rows) if stems <= set(self._tokenizer(texts[row]))]

    def _weight(self, stem: str) -> float:
        frequency = len(self.having(stem))
        return math.log(1 + (self._size - frequency + 0.5) / (frequency + 0.5))

    def scores(self, query: str) -> Scores:
        """Return the BM25 score of every text for a query, shape (number of texts,)."""
        tokens = [t for t in self._tokenizer(query) if t in self._bm25.vocab_dict]
        if not tokens:
            return np.zeros(self._size, dtype=np.float32)
        return np.asarray(self._bm25.get_scores(tokens), dtype=np.float32)


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """How far texts have the words of a query, each word weighed by how rare it is.

    `unknown` is the share of the words that no text has; `shares` are those that each passage has,
    by its number.
    """

    unknown: float
    shares: Mapping[int, float]


class TermIndexes:
    """A term index per language over the wordings that passages have in it."""

    def __init__(
        self, indexes: Mapping[str, TermIndex], wordings: Mapping[str, Sequence[Wording]]
    ) -> None:
        self._indexes = indexes
        self.wordings = wordings

    @classmethod
    def of(cls, wordings: Mapping[str, Sequence[Wording]]) -> Self:
        """Return the indexes of some wordings, by language."""
        indexes = {
            language: TermIndex.of([f"{w.context} {w.text}" for w in own], language)
            for language, own in wordings.items()
        }
        return cls(indexes, wordings)

    @classmethod
    def load(cls, folder: Path, wordings: Mapping[str, Sequence[Wording]]) -> Self:
        """Return the indexes of some wordings that a folder holds.

        Raises:
            SearchIndexError: The folder is missing or damaged.
        """
        indexes = {
            language: TermIndex.load(folder / language, language, len(own))
            for language, own in wordings.items()
        }
        return cls(indexes, wordings)

    def save(self, folder: Path) -> None:
        """Write the indexes to a folder, each to one of its own."""
        for language, index in self._indexes.items():
            index.save(folder / language)

    def among(self, numbers: Mapping[int, int]) -> Self:
        """Return the indexes of some passages; `numbers` maps their numbers to new ones."""
        kept = {
            language: [
                replace(wording, passage=numbers[wording.passage])
                for wording in own
                if wording.passage in numbers
            ]
            for language, own in self.wordings.items()
        }
        return self.of({language: own for language, own in kept.items() if own})

    def coverage(self, query: str, language: str) -> "Coverage":
        """Return how far passages have the words of a query.

        They are looked for in texts of the query's language; where there are none, in the others.
        """
        spoken = language if language in self._indexes else next(iter(self._indexes))
        index, wordings = self._indexes[spoken], self.wordings[spoken]
        weights = index.weights(query)
        total = sum(weights.values()) or 1.0
        shares = np.zeros(len(wordings), dtype=np.float32)
        for stem, weight in weights.items():
            shares[index.having(stem)] += weight / total
        return Coverage(
            unknown=sum(w for stem, w in weights.items() if not len(index.having(stem))) / total,
            shares={w.passage: float(shares[row]) for row, w in enumerate(wordings)},
        )

    def having_all(self, words: str, language: str) -> list[int]:
        """Return the numbers of the passages whose own text has all of some words, in order.

        They are looked for in texts of the query's language; where there are none, in the others.
        """
        for spoken in sorted(self._indexes, key=lambda other: other != language):
            own = self.wordings[spoken]
            rows = self._indexes[spoken].having_all(words, [wording.text for wording in own])
            if rows:
                return [own[row].passage for row in rows]
        return []

    def shares(self, query: str) -> dict[str, Scores]:
        """Return each wording's share of the best BM25 score, by language, shape (wordings,)."""
        return {language: _share(index.scores(query)) for language, index in self._indexes.items()}


def _share(scores: Scores) -> Scores:
    highest = scores.max(initial=0.0)
    return scores / highest if highest > 0 else scores


def _with_parts(token: str) -> list[str]:
    """Return a compound written with hyphens or dots, and its parts."""
    if token.isalnum():
        return [token]
    parts = [part for part in re.split(r"['’.-]", token) if part]
    return [token, *parts] if len(parts) > 1 else [token]

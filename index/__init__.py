"""Finding passages: embedding, FAISS, BM25, fusion, saving.

The searcher and the builder are imported from their own modules, because they bring heavy
libraries that not every command needs.
"""

from index.filters import EVERYTHING, Filters
from index.hit import BothTokens, Found, FoundReading, FoundUnit, Hit, Why
from index.passage_tokens import MOST_OF_PASSAGE
from index.progress import ProgressReport, SilentProgress
from index.query import Query

__all__ = [
    "EVERYTHING",
    "MOST_OF_PASSAGE",
    "BothTokens",
    "Filters",
    "Found",
    "FoundReading",
    "FoundUnit",
    "Hit",
    "ProgressReport",
    "Query",
    "SilentProgress",
    "Why",
]

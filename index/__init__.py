"""Finding passages: embedding, FAISS, BM25, fusion, saving."""

from index.filters import EVERYTHING, Filters
from index.hit import FoundUnit, Hit, Why
from index.query import Query
from index.search import Searcher

__all__ = ["EVERYTHING", "Filters", "FoundUnit", "Hit", "Query", "Searcher", "Why"]

"""How a query becomes hits: by meaning, by words, by place and by wording, fused."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import numpy as np

from corpus import Passage
from index.adapter import QuestionAdapter
from index.asked import KnownQuestions
from index.by_words import ByWords
from index.embedder import Asked, Embedder, Scores, Tokens, Vectors
from index.filters import EVERYTHING, Filters
from index.fusion import Evidence, Flags, fuse
from index.headings import Headings
from index.hit import BothTokens, Found, FoundReading, Hit
from index.nearest import Nearest
from index.passage_tokens import PassageTokens
from index.places import Place, place_in
from index.query import Query
from index.quoted import Quoted
from index.readings import found_readings
from index.standing import Standing
from index.terms import Coverage, TermIndexes
from index.traits import Traits
from index.units import Unit
from index.vectors import Ids, VectorStore

_MAX_UNITS = 2_000
"""Units looked at by meaning; a small corpus is looked at whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """A question to learn from, and what it becomes where nothing was learnt from it."""

    question: str
    asked: Asked


class Searcher:
    """Finds passages; safe to use from several threads."""

    def __init__(
        self,
        *,
        passages: Sequence[Passage],
        units: Sequence[Unit],
        store: VectorStore,
        tokens: PassageTokens,
        known: KnownQuestions,
        terms: TermIndexes,
        headings: Headings,
        embedder: Embedder,
        adapter: QuestionAdapter,
        context_notes: frozenset[str] = frozenset(),
    ) -> None:
        """Wire the parts; `units[i].passage` indexes `passages`, ids of the store index `units`.

        `context_notes` are the ids of the documents that only tell about others.
        """
        self._passages = passages
        self._units = tuple(units)
        self._homes = np.array([unit.passage for unit in units], dtype=np.int64)
        self._is_whole = np.array(
            [unit.end - unit.start == len(passages[unit.passage].text) for unit in units], np.bool_
        )
        self._quoted = Quoted(passages, self._units)
        self._store = store
        self._tokens = tokens
        self._known = known
        self._terms = terms
        self._headings = headings
        self._standing = Standing(passages, headings)
        self._embedder = embedder
        self._adapter = adapter
        self._context_notes = context_notes
        self._traits = Traits.of(passages, context_notes)
        self._by_words = ByWords(terms, len(passages))

    def foresee(self, texts: Collection[str]) -> None:
        """Embed at once what will be searched for one after another, where that is remembered."""
        if len(texts) > 1:
            self._embedder.embed_asked(list(texts))

    def search(
        self,
        query: Query,
        *,
        top_k: int = 10,
        filters: Filters = EVERYTHING,
        unseen: Unseen | None = None,
    ) -> Found:
        """Return the best `top_k` passages that the filters admit, best first.

        Args:
            query: What is searched for.
            top_k: How many passages to return at most.
            filters: Which passages may be returned.
            unseen: Set while learning from a question: what the search must not know of it.
        """
        asked = unseen.asked if unseen else self._asked(query)
        # The cosine to a mean is the mean of the cosines.
        vector = asked.as_is.mean(axis=0)
        quoted = self._quoted.by(query.after)
        nearest = self._by_meaning(asked, filters)
        shares = self._terms.shares(" ".join((query.text, *query.expansions)))
        place = place_in(query.text)
        evidence = self._evidence(
            nearest,
            place,
            query,
            asked=self._known.nearness(vector, unseen.question if unseen else ""),
            lexical=self._by_words.in_common(shares, query.language),
            containment=self._by_words.contained(query.text, shares),
            same_theme=self._quoted.same_theme(quoted),
        )
        scores = fuse(evidence, place)
        # Ties keep the order of the text.
        best = np.argsort(-scores, kind="stable")[:top_k].tolist()
        first = int(nearest.passages[best[0]]) if best else -1
        words = self._terms.coverage(query.topic or query.text, query.language)
        return Found(
            hits=tuple(
                self._hit(row, rank, float(scores[row]), nearest, evidence, words)
                for rank, row in enumerate(best, start=1)
            ),
            unknown=words.unknown,
            vector=vector,
            nearest=self._store.vector(nearest.row_of(best[0])) if best else np.zeros_like(vector),
            embedder=self._embedder.identity,
            tokens=self._both_tokens(asked, first) if best else None,
            readings=self._readings(query, asked, first) if best and query.readings else (),
            is_quoted=first in quoted,
            is_of_theme=bool(best) and bool(evidence.same_theme[best[0]]),
        )

    def mentioning(self, words: str, query: Query, filters: Filters = EVERYTHING) -> list[Hit]:
        """Return all passages whose text has some words, in the order of the texts.

        Args:
            words: One word at least, in the language of the query.
            query: What is asked about them.
            filters: Which passages may be returned.
        """
        numbers = self._terms.having_all(words, query.language)
        places = {(self._passages[n].document, self._passages[n].address): n for n in numbers}
        hits = self.search(query, top_k=len(self._passages), filters=filters).hits if places else ()
        found = {places.get((h.passage.document, h.passage.address)): h for h in hits}
        return [found[number] for number in numbers if number in found]

    def among(self, documents: Collection[str]) -> "Searcher":
        """Return a searcher over some of the documents, as if there were no others.

        Even what is measured over all texts, such as how rare a word is, is measured anew: it would
        otherwise tell of the others.
        """
        kept = [i for i, p in enumerate(self._passages) if p.document in documents]
        number = {old: new for new, old in enumerate(kept)}
        rows = [row for row, unit in enumerate(self._units) if unit.passage in number]
        return Searcher(
            passages=[self._passages[i] for i in kept],
            units=[
                replace(self._units[row], passage=number[self._units[row].passage]) for row in rows
            ],
            store=self._store.among(rows),
            tokens=self._tokens.among(number),
            known=self._known.among(number),
            terms=self._terms.among(number),
            headings=self._headings.among(number),
            embedder=self._embedder,
            adapter=self._adapter,
            context_notes=self._context_notes,
        )

    def places(self) -> tuple[Vectors, Ids]:
        """Return all units' vectors, (units, dimension), and their passages, (units,)."""
        rows = range(len(self._units))
        return np.stack([self._store.vector(row) for row in rows]), self._homes

    def tokens(self) -> list[Tokens]:
        """Return the tokens of all passages."""
        return [self._tokens.of(number) for number in range(len(self._passages))]

    def number_of(self, document: str, address: str) -> int | None:
        """Return the number of a passage; None where it is not searched."""
        for number, passage in enumerate(self._passages):
            if (passage.document, passage.address) == (document, address):
                return number
        return None

    def _asked(self, query: Query) -> Asked:
        asked = self._embedder.embed_asked([query.text, *query.readings])
        return replace(asked, moved=self._adapter(asked.moved))

    def _by_meaning(self, asked: Asked, filters: Filters) -> Nearest:
        """Return the units that the filters admit, on the common scale."""
        allowed = None
        if filters != EVERYTHING:
            allowed = [
                i
                for i, unit in enumerate(self._units)
                if filters.admits(self._passages[unit.passage])
            ]
        rows, cosines = self._store.search(asked.moved.mean(axis=0), _MAX_UNITS, allowed)
        return Nearest.of(rows, asked.scale.read(cosines), self._homes, self._is_whole)

    def _evidence(
        self,
        nearest: Nearest,
        place: Place,
        query: Query,
        *,
        asked: Scores,
        lexical: Scores,
        containment: Scores,
        same_theme: Flags,
    ) -> Evidence:
        """Return what speaks for each passage found, in the order of `nearest.passages`."""
        found = nearest.passages
        at_place, under_heading = self._standing(place)
        return Evidence(
            # A question meets one sentence, but a passage about it as a whole answers better.
            cosine=np.float32(0.5) * (nearest.best + nearest.whole),
            lexical=lexical[found],
            containment=containment[found],
            asked=asked[found],
            audience=self._traits.addressed(place.audience)[found],
            at_place=at_place[found],
            entry=self._traits.entries(query.entries)[found],
            under_heading=under_heading[found],
            table_row=self._traits.table_row[found],
            context_note=self._traits.context_note[found],
            same_theme=same_theme[found],
        )

    def _readings(self, query: Query, asked: Asked, passage: int) -> tuple[FoundReading, ...]:
        texts = [query.text, *query.readings]
        return tuple(found_readings(texts, asked, passage, self._homes, self._store, self._known))

    def _both_tokens(self, asked: Asked, passage: int) -> BothTokens | None:
        """Return those of a question that means one thing, and of a passage; None where unknown."""
        of_passage = self._tokens.of(passage)
        if len(asked.tokens) != 1 or not len(of_passage):
            return None
        return BothTokens(question=asked.tokens[0], passage=of_passage)

    def _hit(
        self,
        row: int,
        rank: int,
        score: float,
        nearest: Nearest,
        evidence: Evidence,
        words: Coverage,
    ) -> Hit:
        number = int(nearest.passages[row])
        return Hit(
            passage=self._passages[number],
            score=score,
            rank=rank,
            why=evidence.why(row),
            cosine=float(evidence.cosine[row]),
            units=nearest.of_passage(number, self._units),
            coverage=words.shares.get(number, 0.0),
        )

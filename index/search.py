"""How a query becomes hits: by meaning, by words, by place and by wording, fused."""

from collections.abc import Mapping, Sequence

import numpy as np

from corpus import Audience, Kind, Passage
from index.asked import KnownQuestions, Nearness
from index.embedder import Embedder, Vectors
from index.filters import EVERYTHING, Filters
from index.fusion import Evidence, Ranked, fuse
from index.hit import Found, FoundUnit, Hit
from index.places import Place, place_in
from index.query import Query
from index.quotes import containment, fold, is_quotable
from index.terms import QueryWords, TermIndexes
from index.units import Unit
from index.vectors import Scores, VectorStore

_MAX_UNITS = 2_000
"""Units looked at by meaning; a small corpus is looked at whole."""

_MAX_WORDINGS = 80
"""Passages compared with the query's wording: those that share most words with it."""

Near = tuple[int, float]
"""The row of a unit and its cosine to the query, on the common scale."""

_OTHER_LANGUAGE = 0.5
"""What words are worth that are shared with a text in another language than the query's."""


class Searcher:
    """Finds passages; safe to use from several threads."""

    def __init__(
        self,
        *,
        passages: Sequence[Passage],
        units: Sequence[Unit],
        store: VectorStore,
        known: KnownQuestions,
        terms: TermIndexes,
        embedder: Embedder,
        context_notes: frozenset[str] = frozenset(),
    ) -> None:
        """Wire the parts; `units[i].passage` indexes `passages`, ids of the store index `units`.

        `context_notes` are the ids of the documents that only tell about others.
        """
        self._passages = passages
        self._units = units
        self._home = [unit.passage for unit in units]
        self._whole = [unit.end - unit.start == len(passages[unit.passage].text) for unit in units]
        self._store = store
        self._known = known
        self._terms = terms
        self._embedder = embedder
        self._context_notes = context_notes
        self._folded = {
            language: [fold(wording.text) for wording in own]
            for language, own in terms.wordings.items()
        }

    def search(
        self,
        query: Query,
        *,
        top_k: int = 10,
        filters: Filters = EVERYTHING,
        ignoring: str = "",
    ) -> Found:
        """Return the best `top_k` passages that the filters admit, best first.

        A known question whose text is `ignoring` is left out: what is learnt from it must not know
        it already.
        """
        vector = self._embedder.embed_queries([query.text])[0]
        found = self._by_meaning(vector, filters)
        near = self._known.nearness(vector, ignoring)
        shares = self._terms.shares(" ".join((query.text, *query.expansions)))
        lexical = self._by_words(shares, query.language)
        contained = self._by_wording(query.text, shares)
        place = place_in(query.text)
        evidence = [
            self._evidence(number, units, lexical, contained, near, place)
            for number, units in found.items()
        ]
        ranked = fuse(evidence, place)[:top_k]
        words = self._terms.coverage(query.topic or query.text, query.language)
        return Found(
            hits=tuple(
                self._hit(r, rank, found[r.evidence.passage], near, words)
                for rank, r in enumerate(ranked, start=1)
            ),
            asked=max(near.answered.values(), default=0.0),
            unasked=max(near.unanswered.values(), default=0.0),
            unknown=words.unknown,
            vector=vector,
            embedder=self._embedder.identity,
        )

    def _by_meaning(self, query: Vectors, filters: Filters) -> dict[int, list[Near]]:
        """Return the units of each passage found, nearest first, as (row, cosine)."""
        allowed = None
        if filters != EVERYTHING:
            allowed = [
                i
                for i, unit in enumerate(self._units)
                if filters.admits(self._passages[unit.passage])
            ]
        ids, cosines = self._store.search(query, _MAX_UNITS, allowed)
        found: dict[int, list[Near]] = {}
        read = self._embedder.scale.read
        for row, cosine in zip(ids.tolist(), cosines.tolist(), strict=True):
            found.setdefault(self._home[row], []).append((row, read(cosine)))
        return found

    def _by_words(self, shares: Mapping[str, Scores], language: str) -> Scores:
        """Return how far the words of each passage are the query's, in [0, 1], shape (passages,).

        A passage counts in the language in which it comes closest.
        """
        lexical = np.zeros(len(self._passages), dtype=np.float32)
        for spoken, share in shares.items():
            numbers = [wording.passage for wording in self._terms.wordings[spoken]]
            worth = share if spoken == language else share * _OTHER_LANGUAGE
            lexical[numbers] = np.maximum(lexical[numbers], worth)
        return lexical

    def _by_wording(self, text: str, shares: Mapping[str, Scores]) -> dict[int, float]:
        """Return how far each of the likeliest passages contains the query's own wording."""
        folded = fold(text)
        if not is_quotable(folded):
            return {}
        found: dict[int, float] = {}
        for spoken, share in shares.items():
            for row in np.argsort(-share, kind="stable")[:_MAX_WORDINGS].tolist():
                if share[row] <= 0:
                    break
                number = self._terms.wordings[spoken][row].passage
                contained = containment(folded, self._folded[spoken][row])
                found[number] = max(contained, found.get(number, 0.0))
        return found

    def _evidence(
        self,
        number: int,
        units: Sequence[Near],
        lexical: Scores,
        contained: Mapping[int, float],
        near: Nearness,
        place: Place,
    ) -> Evidence:
        passage = self._passages[number]
        best = units[0][1]
        # A question meets one sentence, but a passage that is about it as a whole answers better.
        whole = next((cosine for row, cosine in units if self._whole[row]), best)
        addressed = {None: 0, passage.audience: 1}.get(place.audience, -1)
        return Evidence(
            passage=number,
            cosine=(best + whole) / 2,
            lexical=float(lexical[number]),
            at_place=place.named and place.holds(passage),
            under_heading=place.is_heading_of(passage),
            audience=0 if passage.audience is Audience.BOTH else addressed,
            table_row=passage.kind is Kind.TABLE_ROW,
            context_note=passage.document in self._context_notes,
            containment=contained.get(number, 0.0),
            asked=near.answered.get(number, 0.0),
        )

    def _hit(
        self,
        ranked: Ranked,
        rank: int,
        units: Sequence[Near],
        near: Nearness,
        words: QueryWords,
    ) -> Hit:
        number = ranked.evidence.passage
        return Hit(
            passage=self._passages[number],
            score=ranked.score,
            rank=rank,
            why=ranked.why,
            cosine=ranked.evidence.cosine,
            units=tuple(
                FoundUnit(start=self._units[row].start, end=self._units[row].end, cosine=cosine)
                for row, cosine in units
            ),
            coverage=words.in_passage(number),
            asked=near.answered.get(number, 0.0),
            unasked=near.unanswered.get(number, 0.0),
        )

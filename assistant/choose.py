"""What was found to what is said: by the kind of question, from the structure or from the hits."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Evidence, Reason
from assistant.asked import asked_for
from assistant.both_levels import LEVELS, are_nearest, asked_of, both_sides, compares_levels
from assistant.decide import refusal
from assistant.enumerations import asks_for_several
from assistant.goals import LevelGoals, goals, without_its_level
from assistant.library import Library
from assistant.occurrences import occurrences, term_in, the_most_telling
from assistant.parts import of_parts, parts_of
from assistant.retrieve import Retrieved
from assistant.select import select
from assistant.understand import Understood
from corpus import Passage
from index import EVERYTHING, Filters, Hit, Query
from index.search import Searcher

_A_SIDE = 6
_A_THEME = 3

QueryOf = Callable[[str], Query]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The evidence for an answer, or the reason why there is none.

    `mentions` is how many places mention what all the mentions were asked of, of which the evidence
    is the most telling; 0 where something else was asked. `goals` are those of a police level,
    where they were asked for.
    """

    evidence: tuple[Evidence, ...] = ()
    reason: Reason | None = None
    mentions: int = 0
    goals: LevelGoals | None = None


def texts_searched(understood: Understood) -> tuple[str, ...]:
    """Return each text once that is likely searched for while a question is answered."""
    asked, text = understood.asked, understood.query.text
    texts = [text]
    texts += understood.query.readings
    if compares_levels(asked):
        texts += [asked_of(level, text, parts_of(asked)) for level in LEVELS]
    else:
        texts += parts_of(asked)
    if searched := without_its_level(text):
        texts.append(searched)
    return tuple(dict.fromkeys(texts))


class Chooser:
    """Chooses the evidence from what was found, searching again for parts of a question."""

    def __init__(self, searcher: Searcher, library: Library, query_of: QueryOf) -> None:
        """Wire the parts; `query_of` reads a text as a question of its own."""
        self._searcher = searcher
        self._library = library
        self._query_of = query_of

    def __call__(self, retrieved: Retrieved, filters: Filters) -> Chosen:
        """Return the evidence for what was understood of a question.

        Args:
            retrieved: What was found.
            filters: Where it was looked for.
        """
        understood, found = retrieved.understood, retrieved.found
        if mentions := self._mentions(understood, filters):
            return Chosen(evidence=the_most_telling(mentions), mentions=len(mentions))
        listed = self._goals(understood) if filters == EVERYTHING else None
        if listed is not None:
            reason = None if listed.evidence else Reason.FALSE_PREMISE
            return Chosen(evidence=listed.evidence, reason=reason, goals=listed)
        if reason := refusal(found, understood):
            return Chosen(reason=reason)
        evidence = self._select(understood, found.hits, filters)
        return Chosen(evidence=evidence)

    def _mentions(self, understood: Understood, filters: Filters) -> tuple[Evidence, ...]:
        """Return where the texts mention what a question asks all the mentions of."""
        term = term_in(understood.asked)
        if not term:
            return ()
        return occurrences(self._searcher.mentioning(term, understood.query, filters), term)

    def _goals(self, understood: Understood) -> LevelGoals | None:
        """Return the goals of a level, where all of them are asked for; else None."""

        def search(text: str) -> Sequence[Hit]:
            return self._searcher.search(self._part(text, understood), top_k=_A_THEME).hits

        def of_document(passage: Passage) -> Sequence[Passage]:
            return self._library.document(passage.document).passages

        return goals(understood.query.text, search, of_document)

    def _select(
        self, understood: Understood, hits: Sequence[Hit], filters: Filters
    ) -> tuple[Evidence, ...]:
        asked = asked_for(understood.asked)
        parts = parts_of(understood.asked)
        if compares_levels(understood.asked) and filters.audience is None:
            sides = [
                self._searcher.search(
                    self._part(asked_of(level, understood.query.text, parts), understood),
                    top_k=_A_SIDE,
                    filters=replace(filters, audience=level),
                ).hits
                for level in LEVELS
            ]
            if all(sides) and are_nearest(sides, hits):
                return both_sides(sides, asked)
        elif parts:
            queries = [self._part(part, understood) for part in parts]
            found = [self._searcher.search(q, top_k=_A_SIDE, filters=filters).hits for q in queries]
            return of_parts(zip(found, map(asked_for, parts), strict=True))
        return select(
            hits,
            self._library.siblings(hits[0].passage),
            self._library.led_in_by,
            asked,
            understood.query.entries,
            several=asks_for_several(understood.asked),
        )

    def _part(self, text: str, understood: Understood) -> Query:
        """Return the query of a part of a question."""
        if text == understood.query.text:
            return understood.query
        return replace(self._query_of(text), language=understood.query.language)

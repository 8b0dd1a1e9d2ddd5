"""Which reading of a follow-up is taken, with searches whose outcome is given."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.retrieve import Search, retrieve
from assistant.understand import Understood
from corpus import Passage, ReadDocument
from index import Found, Hit, Query
from index.hit import FoundUnit

TOLD = "told"
OWN = "own words"


@pytest.fixture
def passage(plan: ReadDocument) -> Passage:
    return next(p for p in plan.passages if p.address == "3/2/p1")


def found(passage: Passage, *units: FoundUnit) -> Found:
    hit = Hit(
        passage=passage, score=0.8, rank=1, why=frozenset(), cosine=units[0].cosine, units=units
    )
    nothing = np.zeros(1, np.float32)
    return Found(hits=(hit,), unknown=0.0, vector=nothing, nearest=nothing, embedder="none")


def understood(*, told: str = "", unless: Understood | None = None) -> Understood:
    return Understood(
        query=Query(text="the question with its topic", language="en"),
        asked=OWN,
        language="en",
        audience=None,
        told=told,
        unless=unless,
    )


def asking(passage: Passage, *, told: float, new: float) -> Search:
    """A search of a passage of two sentences, one of them told before."""

    def search(query: Query, _: int | None) -> Found:
        if query.text == OWN:
            one, other = (
                FoundUnit(start=0, end=9, cosine=told),
                FoundUnit(start=10, end=19, cosine=new),
            )
            return found(passage, one, other)
        unit_new = FoundUnit(start=10, end=19, cosine=0.5)
        if query.told:
            return found(passage, unit_new)
        return found(passage, FoundUnit(start=0, end=9, cosine=0.8), unit_new)

    return search


def starts(given: Found | None) -> list[int] | None:
    return None if given is None else [unit.start for unit in given.hits[0].units]


@pytest.mark.parametrize(
    ("told", "new", "expected", "also"),
    [
        (0.3, 0.6, [10], None),
        (0.5, 0.5, [0, 10], [10]),
        (0.6, 0.3, [0, 10], None),
    ],
)
def test_own_words_tell_whether_more_is_wanted(
    passage: Passage, told: float, new: float, expected: list[int], also: list[int] | None
) -> None:
    retrieved = retrieve(understood(told=TOLD), asking(passage, told=told, new=new))

    assert starts(retrieved.found) == expected
    assert starts(retrieved.also) == also


def test_without_a_history_nothing_else_is_searched(passage: Passage) -> None:
    searched: list[Query] = []

    def search(query: Query, _: int | None) -> Found:
        searched.append(query)
        return found(passage, FoundUnit(start=0, end=9, cosine=0.8))

    retrieve(understood(), search)

    assert len(searched) == 1


def test_a_question_that_comes_as_near_alone_stands_alone(passage: Passage) -> None:
    alone = replace(understood(), query=Query(text="alone", language="en"))

    def search(query: Query, _: int | None) -> Found:
        cosine = 0.7 if query.text == "alone" else 0.8
        return found(passage, FoundUnit(start=0, end=9, cosine=cosine))

    retrieved = retrieve(understood(told=TOLD, unless=alone), search)

    assert retrieved.understood is alone

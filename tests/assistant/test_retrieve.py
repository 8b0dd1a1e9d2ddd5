"""In which reading a follow-up is shown, with searches whose outcome is given."""

from dataclasses import replace

import numpy as np
import pytest

from assistant.retrieve import retrieve
from assistant.understand import Understood
from index import Found, FoundReading, Query

TOPIC = "own words (the topic)?"
OWN = "own words"
BEFORE = "own words (the question before)?"
NOTHING = np.zeros(1, np.float32)


def reading(text: str, cosine: float) -> FoundReading:
    return FoundReading(
        text=text,
        vector=NOTHING,
        nearest=NOTHING,
        cosine=cosine,
        best=cosine,
        asked=0.0,
        best_asked=0.0,
    )


@pytest.mark.parametrize(
    ("topic", "alone", "before", "shown"),
    [
        (0.6, 0.3, 0.5, TOPIC),
        (0.5, 0.3, 0.6, BEFORE),
        (0.5, 0.6, 0.5, OWN),
        (0.52, 0.5, 0.5, OWN),
        (0.5, 0.3, 0.5, TOPIC),
    ],
)
def test_a_follow_up_is_shown_in_the_reading_that_comes_nearest(
    topic: float, alone: float, before: float, shown: str
) -> None:
    readings = (reading(TOPIC, topic), reading(OWN, alone), reading(BEFORE, before))
    query = Query(text=TOPIC, language="en", readings=(OWN, BEFORE))
    searched: list[Query] = []

    def search(query: Query) -> Found:
        searched.append(query)
        return Found(
            hits=(), unknown=0, vector=NOTHING, nearest=NOTHING, embedder="x", readings=readings
        )

    understood = Understood(query=query, asked=OWN, language="en", audience=None, leans=True)
    retrieved = retrieve(understood, search)

    assert searched == [query]
    assert retrieved.understood.query.text == shown
    assert retrieve(replace(understood, leans=False), search).understood.query.text == OWN

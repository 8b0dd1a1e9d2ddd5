"""How each of the things that a query may mean stands to what was found for all of them."""

from collections.abc import Iterator, Sequence

import numpy as np

from index.asked import KnownQuestions
from index.embedder import Asked
from index.hit import FoundReading
from index.vectors import Ids, VectorStore


def found_readings(
    texts: Sequence[str],
    asked: Asked,
    passage: int,
    homes: Ids,
    store: VectorStore,
    known: KnownQuestions,
) -> Iterator[FoundReading]:
    """Yield how each text stands to a passage that was found.

    Args:
        texts: What the query may mean.
        asked: The texts' vectors, in their order.
        passage: The number of the passage.
        homes: The number of each unit's passage, shape (units,).
        store: The units' vectors.
        known: The known questions.
    """
    units = np.stack([store.vector(row) for row in np.flatnonzero(homes == passage).tolist()])
    for text, vector, moved in zip(texts, asked.as_is, asked.moved, strict=True):
        cosines = units @ moved
        best = int(cosines.argmax())
        _, anywhere = store.search(moved, 1)
        alike = known.nearness(vector)
        yield FoundReading(
            text=text,
            vector=vector,
            nearest=units[best],
            cosine=float(asked.scale.read(cosines[best])),
            best=float(asked.scale.read(anywhere[0])),
            asked=float(alike[passage]),
            best_asked=float(alike.max()),
        )

"""MRR@10: how high does the first passage with evidence stand?

Mean reciprocal rank (Voorhees, "The TREC-8 Question Answering Track Report", 1999); the mean over
questions is the caller's.
"""

from collections.abc import Sequence

from eval.metrics.found import found


def reciprocal_rank(passages: Sequence[str], evidence: Sequence[str], *, depth: int = 10) -> float:
    """Return 1 ÷ the rank of the first passage that holds any evidence; 0.0 below the depth.

    Args:
        passages: Texts as `search` returned them, best first.
        evidence: Verbatim substrings of the source; none scores 0.0.
        depth: How many passages count.
    """
    for rank, passage in enumerate(passages[:depth], start=1):
        if any(found([passage], evidence)):
            return 1 / rank
    return 0.0

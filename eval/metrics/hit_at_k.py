"""hit@k: is the evidence inside the first k passages?

Success@k of trec_eval and ir_measures, here over verbatim evidence instead of judged document
ids, so that re-splitting the source never breaks the labels.
"""

from collections.abc import Sequence

from eval.metrics.found import found


def hit_at_k(
    passages: Sequence[str], evidence: Sequence[str], *, all_needed: bool, k: int
) -> float:
    """Return 1.0 when the first k passages hold the evidence, else 0.0.

    Args:
        passages: Texts as `search` returned them, best first.
        evidence: Verbatim substrings of the source; none scores 0.0.
        all_needed: True when every evidence must be found; false when any one suffices.
        k: How many passages count, at least 1.
    """
    within = found(passages[:k], evidence)
    hit = bool(within) and all(within) if all_needed else any(within)
    return float(hit)

"""nDCG@10: how well are the passages with evidence gathered at the top?

Normalised discounted cumulative gain (Järvelin & Kekäläinen, "Cumulated gain-based evaluation of IR
techniques", TOIS 2002), computed by ir-measures. What is found is evidence, each counted once, at
the first passage that holds it.
"""

from collections.abc import Sequence

from ir_measures import Qrel, ScoredDoc, calc_aggregate, nDCG

from eval.metrics.found import found as found_in

_QUERY = "question"


def ndcg_at_k(found: Sequence[str], evidence: Sequence[str], *, depth: int = 10) -> float:
    """Return the nDCG of the passages; 1.0 when each evidence is in one of its own at the top.

    A passage gains as many points as it holds evidence that none above it held. The ideal holds
    each evidence in a passage of its own, or as here where one holds several.

    Args:
        found: Texts as `search` returned them, best first.
        evidence: Verbatim substrings of the source; none scores 0.0.
        depth: How many passages count.
    """
    if not evidence:
        return 0.0
    gains = _gains(found, evidence)
    missed = len(evidence) - sum(gains)
    judged = [Qrel(_QUERY, f"found {rank}", gain) for rank, gain in enumerate(gains)]
    judged += [Qrel(_QUERY, f"missed {number}", 1) for number in range(missed)]
    run = [ScoredDoc(_QUERY, f"found {rank}", -float(rank)) for rank in range(len(found))]
    if not run:
        return 0.0
    measure = nDCG @ depth
    return float(calc_aggregate([measure], judged, run)[measure])


def _gains(passages: Sequence[str], evidence: Sequence[str]) -> list[int]:
    left = list(evidence)
    gains: list[int] = []
    for passage in passages:
        within = found_in([passage], left) if left else []
        gains.append(sum(within))
        left = [one for one, is_there in zip(left, within, strict=True) if not is_there]
    return gains

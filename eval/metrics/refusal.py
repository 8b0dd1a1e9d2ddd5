"""Refusal: does the assistant say so when the source does not answer, and only then?

After the unanswerable questions of SQuAD 2.0 (Rajpurkar et al., "Know What You Don't Know", ACL
2018), as two rates, so that refusing everything or nothing wins nothing.
"""

import math
from collections.abc import Sequence

_REFUSED = "not_in_corpus"


def refusal_recall(statuses: Sequence[str]) -> float:
    """Return the share of unanswerable questions that were refused; nan when there are none.

    Args:
        statuses: The status of each answer to an unanswerable question.
    """
    return _share_refused(statuses)


def false_refusal(statuses: Sequence[str]) -> float:
    """Return the share of answerable questions that were refused; nan when there are none.

    Args:
        statuses: The status of each answer to an answerable question.
    """
    return _share_refused(statuses)


def _share_refused(statuses: Sequence[str]) -> float:
    return list(statuses).count(_REFUSED) / len(statuses) if statuses else math.nan

"""Faithfulness: the share of statements that their quotes support.

The faithfulness of RAGAS (Es et al., "RAGAS: Automated Evaluation of Retrieval Augmented
Generation", EACL 2024), judged by a deterministic check instead of a language model.
"""

from collections.abc import Sequence


def faithfulness(supported: Sequence[bool]) -> float:
    """Return supported statements ÷ statements; 1.0 when nothing was stated.

    Args:
        supported: One judgement per statement.
    """
    return sum(supported) / len(supported) if supported else 1.0

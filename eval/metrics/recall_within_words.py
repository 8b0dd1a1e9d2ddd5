"""Recall within 600 words: how much evidence is inside the first words returned?

A fixed reading budget instead of a fixed number of passages, so that long passages win nothing.
Like the token-wise recall of Smith & Troynikov ("Evaluating Chunking Strategies for Retrieval",
Chroma 2024) it scores text, not chunks; a word is a run of characters without white space.
"""

import re
from collections.abc import Iterator, Sequence

from eval.metrics.found import found

_WORD = re.compile(r"\S+")


def recall_within_words(
    passages: Sequence[str], evidence: Sequence[str], *, all_needed: bool, words: int = 600
) -> float:
    """Return the share of the needed evidence that is inside the first words of the passages.

    Evidence counts when it is whole inside one passage, the last passage cut where the budget
    ends. When any one evidence suffices the result is 0.0 or 1.0; no evidence scores 0.0.

    Args:
        passages: Texts as `search` returned them, best first.
        evidence: Verbatim substrings of the source.
        all_needed: True when every evidence must be found; false when any one suffices.
        words: The budget, in words.
    """
    within = found(list(_cut(passages, words)), evidence)
    if not all_needed:
        return float(any(within))
    return sum(within) / len(within) if within else 0.0


def _cut(passages: Sequence[str], words: int) -> Iterator[str]:
    left = words
    for passage in passages:
        ends = [word.end() for word in _WORD.finditer(passage)]
        if len(ends) > left:
            # Cut, not re-joined: line breaks tell list markers apart.
            yield passage[: ends[left - 1]] if left else ""
            return
        yield passage
        left -= len(ends)

"""Follow-up accuracy: are the turns that lean on earlier ones right?

After the per-turn scoring of conversational question answering (Reddy et al., "CoQA", TACL 2019);
first turns are left out because they need no history.
"""

import math
from collections.abc import Sequence

from eval.metrics.answer_correct import answer_correct


def turn_is_right(
    *,
    answerable: bool,
    status: str,
    answer: str,
    quotes: Sequence[str],
    must_contain: Sequence[Sequence[str]],
) -> bool:
    """Return whether a turn is answered correctly, or refused when the source has no answer."""
    if not answerable:
        return status == "not_in_corpus"
    return answer_correct(status, answer, quotes, must_contain) == 1.0


def follow_up_accuracy(conversations: Sequence[Sequence[bool]]) -> float:
    """Return the share of turns after the first that are right; nan when there are none.

    Args:
        conversations: For each conversation, whether each of its turns is right, in order. Every
            turn weighs the same, whatever its conversation's length.
    """
    later = [right for turns in conversations for right in turns[1:]]
    return sum(later) / len(later) if later else math.nan

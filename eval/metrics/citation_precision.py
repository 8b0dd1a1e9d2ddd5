"""Citation precision: does each citation support the statement it stands under?

After ALCE (Gao et al., "Enabling Large Language Models to Generate Text with Citations", EMNLP
2023): a citation is right when its statement is fully supported by all its citations, and this one
either supports it alone or is missed when it is taken away.
"""

import math
from collections.abc import Sequence

from eval.metrics.support_judgement import SupportJudgement


def citation_precision(judged: Sequence[SupportJudgement]) -> float:
    """Return the share of right citations among those of all statements; nan when there are none.

    Args:
        judged: One judgement per statement.
    """
    right = [
        one.together and (alone or not rest)
        for one in judged
        for alone, rest in zip(one.alone, one.without, strict=True)
    ]
    return sum(right) / len(right) if right else math.nan

"""Citation recall: is each statement fully supported by what it cites?

After ALCE (Gao et al., "Enabling Large Language Models to Generate Text with Citations", EMNLP
2023). A statement without citations is not supported.
"""

import math
from collections.abc import Sequence

from eval.metrics.support_judgement import SupportJudgement


def citation_recall(judged: Sequence[SupportJudgement]) -> float:
    """Return the share of statements that all their citations together support.

    Args:
        judged: One judgement per statement; nan when there is none.
    """
    supported = [one.together and bool(one.alone) for one in judged]
    return sum(supported) / len(supported) if supported else math.nan

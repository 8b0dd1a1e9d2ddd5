"""Answer correct: answered, and every fact of the label is there.

After answer nuggets (Voorhees, "Overview of the TREC 2003 Question Answering Track"): a nugget is
a group of alternatives, found by string matching instead of by an assessor.
"""

import re
from collections.abc import Sequence

from eval.normalise import normalise

_CITATION_MARKER = re.compile(r"\[\d+\]")


def answer_correct(
    status: str, answer: str, quotes: Sequence[str], must_contain: Sequence[Sequence[str]]
) -> float:
    """Return 1.0 when the status is `answered` and every group has an alternative, else 0.0.

    An alternative counts in the answer or in one of its quotes, once normalised; citation markers
    such as `[2]` do not count as numbers, and a number counts only whole (271 is not in 1271,
    nor in 2.271 or 271,5).

    Args:
        status: `answered` or `not_in_corpus`.
        answer: The answer's own words, markdown.
        quotes: The literal quotes the answer cites.
        must_contain: Groups of alternatives.
    """
    texts = [normalise(text) for text in (_CITATION_MARKER.sub(" ", answer), *quotes)]
    complete = all(
        any(_contains(text, normalise(alternative)) for text in texts for alternative in group)
        for group in must_contain
    )
    return float(status == "answered" and complete)


def _contains(text: str, alternative: str) -> bool:
    before = r"(?<!\d)(?<!\d[.,])" if alternative[:1].isdigit() else ""
    after = r"(?![.,]?\d)" if alternative[-1:].isdigit() else ""
    return re.search(before + re.escape(alternative) + after, text) is not None

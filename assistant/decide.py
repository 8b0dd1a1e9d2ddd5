"""Whether the evidence is enough to answer; judged on this question alone."""

from collections.abc import Sequence

from assistant.answer import Reason
from index import Hit, Why

ANSWER_FROM = 0.50
"""Cosine of the best unit from which a question counts as answered."""

TOPIC_FROM = 0.42
"""Below this even the subject is foreign to the corpus."""


def refusal(hits: Sequence[Hit]) -> Reason | None:
    """Return why the hits do not answer, or None when they do.

    Raw cosines separate answerable from unanswerable questions only roughly; the thresholds are
    chosen on the development half of the evaluation set. Wording found verbatim, or a place
    named in the question, is always an answer.
    """
    if not hits:
        return Reason.NO_EVIDENCE
    best = hits[0]
    if best.why & {Why.QUOTE, Why.ADDRESS}:
        return None
    if best.cosine < TOPIC_FROM:
        return Reason.OUT_OF_SCOPE
    return Reason.NO_EVIDENCE if best.cosine < ANSWER_FROM else None

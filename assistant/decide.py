"""Whether the evidence is enough to answer; judged on this question alone."""

from collections.abc import Sequence

from assistant.answer import Reason
from corpus import Audience
from index import Hit, Why

ANSWER_FROM = 0.45
"""Cosine of the best unit from which a question counts as answered."""

TOPIC_FROM = 0.40
"""From here the subject is in the corpus, though not what was asked of it."""

FOREIGN_BELOW = 0.25
"""Below this even the subject is foreign to the corpus."""


def refusal(hits: Sequence[Hit], named: Audience | None = None) -> Reason | None:
    """Return why the hits do not answer, or None when they do.

    Args:
        hits: What was found, best first.
        named: The one police level the question names. When what comes nearest is addressed to
            the other level, the text sets nothing for the level that was asked about.

    Raw cosines separate answerable from unanswerable questions only roughly; the thresholds are
    chosen on the development half of the evaluation set. Wording found verbatim, or a place
    named in the question, is always an answer.
    """
    if not hits:
        return Reason.NO_EVIDENCE
    best = hits[0]
    if best.why & {Why.QUOTE, Why.ADDRESS}:
        return None
    if named is not None and best.passage.audience not in (named, Audience.BOTH):
        return Reason.FALSE_PREMISE
    if best.cosine >= ANSWER_FROM:
        return None
    if best.cosine >= TOPIC_FROM:
        return Reason.NOT_STATED
    return Reason.OUT_OF_SCOPE if best.cosine < FOREIGN_BELOW else Reason.NO_EVIDENCE

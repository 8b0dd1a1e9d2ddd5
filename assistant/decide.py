"""Whether the evidence is enough to answer; judged on this question alone."""

from assistant.answer import Reason
from assistant.answerability import answerability
from assistant.asked import asks_nothing, years_in
from assistant.understand import Understood
from corpus import Audience
from index import Found, Why

ANSWER_FROM = 0.45
"""Probability from which a question counts as answered; chosen on the development questions."""

TOPIC_FROM = 0.40
"""Cosine of the best hit from which the subject is in the corpus, though not what was asked."""

FOREIGN_BELOW = 0.25
"""Below this even the subject is foreign to the corpus."""


def refusal(found: Found, understood: Understood) -> Reason | None:
    """Return why what was found does not answer, or None when it does.

    Wording found verbatim, or a place named in the question, is always an answer. When what comes
    nearest is addressed to the other police level than the one the question names, the text sets
    nothing for the level that was asked about. A year that is asked for and that nothing found
    names has no answer either.
    """
    if not found.hits:
        return Reason.NO_EVIDENCE
    if asks_nothing(understood.asked):
        return Reason.OUT_OF_SCOPE
    best = found.hits[0]
    asked_years = years_in(understood.asked)
    if best.why & {Why.QUOTE, Why.ADDRESS}:
        return None
    if understood.audience and best.passage.audience not in (understood.audience, Audience.BOTH):
        return Reason.FALSE_PREMISE
    if any(not any(year in hit.passage.text for hit in found.hits) for year in asked_years):
        return Reason.NOT_STATED
    if answerability(found, understood.asked) >= ANSWER_FROM:
        return None
    if best.cosine >= TOPIC_FROM:
        return Reason.NOT_STATED
    return Reason.OUT_OF_SCOPE if best.cosine < FOREIGN_BELOW else Reason.NO_EVIDENCE

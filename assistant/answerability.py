"""How likely it is that what was found answers the question.

Passages about the right subject come up for near misses too, so no similarity tells the two apart.
A small neural network judges the question's vector, how it meets the vector of the nearest text
(dimension by dimension), and a few signals of the search: people ask for what a policy text leaves
open (who exactly, how much money, by what date) in ways that can be told from the two together.
It is learnt by `python -m eval.training`. A follow-up, which may mean several things, is judged by
what it makes of each of them.
"""

from assistant.follow_up_judge import judged
from assistant.networks import chance, networks_of
from assistant.signals import inputs, signals
from index import Found

_STEEPNESS = 12.0
_EVEN_COSINE = 0.6
"""Where nothing was learnt with an embedder, the best cosine decides; here it is even."""


def answerability(found: Found, question: str) -> float:
    """Return the probability that what was found answers the question, in [0, 1]."""
    seen = signals(found, question)
    networks = networks_of(found.embedder)
    if networks is None:
        return chance(_STEEPNESS * (seen.cosine - _EVEN_COSINE))
    if found.readings:
        return judged(found, question, networks)
    return networks(inputs(found.vector, found.nearest, seen))

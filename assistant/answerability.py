"""How likely it is that what was found answers the question.

Passages about the right subject come up for near misses too, so no similarity tells the two apart.
A small neural network judges the question's vector, how it meets the vector of the nearest text
(dimension by dimension), and a few signals of the search: people ask for what a policy text leaves
open (who exactly, how much money, by what date) in ways that can be told from the two together.
It is learnt by `python -m eval.training`. A second network reads the question and the passage word
by word, where the embedding model tells their tokens; what both say is added. A follow-up, which
may mean several things, is judged by what the first makes of each of them.
"""

from assistant.follow_up_judge import judged
from assistant.networks import chance, networks_of
from assistant.signals import inputs, signals
from assistant.word_by_word import word_by_word_of
from index import Found

_STEEPNESS = 12.0
_WORD_BY_WORD = 0.4
_EVEN_READ = -1.0
"""How much what is read word by word adds, and where that is nothing: chosen on the development
questions."""
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
    odds = networks.odds(inputs(found.vector, found.nearest, seen))
    reading = word_by_word_of(found.embedder)
    if reading is not None and found.tokens is not None:
        odds += _WORD_BY_WORD * (reading.odds(found.tokens) - _EVEN_READ)
    return chance(odds)

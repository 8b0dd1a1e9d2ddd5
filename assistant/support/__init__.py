"""Whether the quotes a statement cites say what it says."""

from assistant.support.check import Doubt, Support, SupportCheck, contradicts_quotes, is_literal
from assistant.support.model import SUPPORT_WEIGHTS, weighed_signals
from assistant.support.numbers import numbers_in

__all__ = [
    "SUPPORT_WEIGHTS",
    "Doubt",
    "Support",
    "SupportCheck",
    "contradicts_quotes",
    "is_literal",
    "numbers_in",
    "weighed_signals",
]

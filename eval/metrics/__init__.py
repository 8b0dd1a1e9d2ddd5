"""The measures: one module each, pure functions over plain values."""

from eval.metrics.answer_correct import answer_correct
from eval.metrics.follow_up import follow_up_accuracy, turn_is_right
from eval.metrics.hit_at_k import hit_at_k
from eval.metrics.quote_validity import PlacedQuote, quote_validity
from eval.metrics.recall_within_words import recall_within_words
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.refusal import false_refusal, refusal_recall

__all__ = [
    "PlacedQuote",
    "answer_correct",
    "false_refusal",
    "follow_up_accuracy",
    "hit_at_k",
    "quote_validity",
    "recall_within_words",
    "reciprocal_rank",
    "refusal_recall",
    "turn_is_right",
]

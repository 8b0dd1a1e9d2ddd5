"""The measures: one module each, pure functions over plain values."""

from eval.metrics.answer_correct import answer_correct
from eval.metrics.citation_precision import citation_precision
from eval.metrics.citation_recall import citation_recall
from eval.metrics.faithfulness import faithfulness
from eval.metrics.follow_up import follow_up_accuracy, turn_is_right
from eval.metrics.hit_at_k import hit_at_k
from eval.metrics.ndcg import ndcg_at_k
from eval.metrics.quote_validity import PlacedQuote, quote_validity
from eval.metrics.recall_within_words import recall_within_words
from eval.metrics.reciprocal_rank import reciprocal_rank
from eval.metrics.refusal import false_refusal, refusal_recall
from eval.metrics.support_judgement import SupportJudgement

__all__ = [
    "PlacedQuote",
    "SupportJudgement",
    "answer_correct",
    "citation_precision",
    "citation_recall",
    "faithfulness",
    "false_refusal",
    "follow_up_accuracy",
    "hit_at_k",
    "ndcg_at_k",
    "quote_validity",
    "recall_within_words",
    "reciprocal_rank",
    "refusal_recall",
    "turn_is_right",
]

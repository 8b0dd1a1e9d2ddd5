"""Answers that a language model words and the passages support."""

from assistant.written.checking import Claim
from assistant.written.judging import Judge
from assistant.written.replies import Replies
from assistant.written.writer import OnClaim, Writer, Wrote

__all__ = ["Claim", "Judge", "OnClaim", "Replies", "Writer", "Wrote"]

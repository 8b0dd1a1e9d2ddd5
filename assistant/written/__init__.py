"""Answers that a language model words and the passages support."""

from assistant.written.checking import Claim
from assistant.written.writer import OnClaim, Replies, Writer, Wrote

__all__ = ["Claim", "OnClaim", "Replies", "Writer", "Wrote"]

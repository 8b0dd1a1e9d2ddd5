"""The log of answers: what was answered from where, and, only on request, what was asked."""

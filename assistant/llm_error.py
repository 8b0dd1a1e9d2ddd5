"""What goes wrong with language models."""

from corpus import PlanwijzerError


class LlmError(PlanwijzerError):
    """The language model is not configured, cannot be reached or gives no answer."""

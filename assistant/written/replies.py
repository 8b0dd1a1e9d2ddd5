"""What is asked of a language model that words answers, or judges them."""

from collections.abc import Iterator, Mapping
from typing import Protocol


class Replies(Protocol):
    """A language model that can be held to a form."""

    def stream(
        self, instructions: str, text: str, schema: Mapping[str, object] | None
    ) -> Iterator[str]:
        """Yield what the model makes of a text, piece by piece.

        Raises:
            LlmError: It cannot be reached, gives no answer or stops in the middle.
        """

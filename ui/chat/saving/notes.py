"""What a footnote under a saved answer says."""

from ui.chat.conversation import Source
from ui.citations.wording import one_line


def note_of(source: Source) -> str:
    """Return the reference, after the quote where the answer does not show that already."""
    return source.reference if source.verbatim else f"“{one_line(source.quote)}” {source.reference}"

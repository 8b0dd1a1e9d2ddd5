"""Whether evidence is inside retrieved text; shared by the retrieval measures."""

from collections.abc import Sequence

from eval.normalise import normalise


def found(passages: Sequence[str], evidence: Sequence[str]) -> list[bool]:
    """Return, for each evidence, whether it is inside one of the passages once normalised."""
    texts = [normalise(passage) for passage in passages]
    return [any(normalise(wanted) in text for text in texts) for wanted in evidence]

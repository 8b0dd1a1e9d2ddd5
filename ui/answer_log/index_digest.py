"""What an answer rests on, in a few characters."""

from hashlib import sha256

from assistant import Library

_CHARACTERS = 16


def index_digest(library: Library, model: str) -> str:
    """Return a digest of all texts and the embedding model: with the same, the index is the same.

    Args:
        library: All documents.
        model: Name of the embedding model.
    """
    return sha256(f"{model} {library.digest}".encode()).hexdigest()[:_CHARACTERS]

"""Assistants over documents and an index that change while they are in use."""

from collections.abc import Callable
from pathlib import Path

from assistant.assistant import Assistant
from assistant.settings import Settings
from assistant.written import Judge, Replies, Writer
from corpus.catalogue import CATALOGUE
from corpus.collection import Collection
from index.embedder import Embedder
from index.open_index import load
from index.saved import CURRENT

State = tuple[tuple[int, int, int] | None, ...]


class Opener:
    """Opens an assistant as often as it is asked to, each time over what is in use by then.

    The model is loaded once, and what was read of an added document is kept.
    """

    def __init__(
        self,
        settings: Settings,
        embedder: Callable[[], Embedder],
        llm: Replies | None = None,
        judge: Judge | None = None,
    ) -> None:
        """Prepare; where there is a language model it words answers, and a judge may reject."""
        self._load = embedder
        self._llm = llm
        self._judge = judge
        self._writer: Writer | None = None
        self._embedder: Embedder | None = None
        self._documents = Collection(settings.corpus)
        self._index = settings.index
        self._pointers = (settings.corpus / CATALOGUE, settings.index / CURRENT)

    def state(self) -> State:
        """Return what differs as soon as other documents or another index are in use.

        It looks at two small files, each of which every change replaces.
        """
        return tuple(_identity(path) for path in self._pointers)

    def open(self) -> Assistant:
        """Return an assistant, ready to answer.

        Raises:
            PlanwijzerError: Something is missing or damaged; its `fix` names the command that
                mends it.
        """
        documents = self._documents.read()
        if self._embedder is None:
            self._embedder = self._load()
            self._writer = Writer(self._llm, self._embedder, self._judge) if self._llm else None
        searcher = load(documents, self._embedder, self._index)
        return Assistant(documents, searcher, self._writer)


def _identity(path: Path) -> tuple[int, int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_ino, found.st_mtime_ns, found.st_size

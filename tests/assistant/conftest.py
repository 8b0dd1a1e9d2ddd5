from collections.abc import Sequence

import pytest

from assistant.assistant import Assistant
from corpus import ReadDocument
from index import SilentProgress
from index.build import build
from index.open_index import load
from index.stand_in import HashingEmbedder


@pytest.fixture(scope="session")
def assistant(
    documents: Sequence[ReadDocument], tmp_path_factory: pytest.TempPathFactory
) -> Assistant:
    """The real assistant over the real plan, with a stand-in embedder."""
    root = tmp_path_factory.mktemp("assistant")
    embedder = HashingEmbedder()
    build(documents, embedder, folder=root / "i", kept=root / "c", progress=SilentProgress())
    return Assistant(documents, load(documents, embedder, root / "i"))

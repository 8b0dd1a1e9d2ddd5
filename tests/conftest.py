"""Shared by all tests: the shipped plan, read once."""

import os
import tempfile
from collections.abc import Sequence

import pytest

from corpus import ReadDocument, read_corpus

# Nothing that a test starts may look for models or send statistics elsewhere.
os.environ.update(HF_HUB_OFFLINE="1", HF_HUB_DISABLE_TELEMETRY="1", GRADIO_ANALYTICS_ENABLED="0")
# Nor may it write in the log of a server that is really used.
os.environ["PLANWIJZER_DATABASE"] = f"sqlite:///{tempfile.mkdtemp(prefix='planwijzer-')}/test.db"


@pytest.fixture(scope="session")
def documents() -> Sequence[ReadDocument]:
    return read_corpus()


@pytest.fixture(scope="session")
def plan(documents: Sequence[ReadDocument]) -> ReadDocument:
    return documents[0]

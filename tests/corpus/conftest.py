"""Shared by the tests of reading: a text read as a document of its own."""

from collections.abc import Callable, Sequence

import pytest

from corpus import Document, DocumentStatus, PageStart, ReadDocument, read_text

Reader = Callable[..., ReadDocument]


@pytest.fixture(scope="session")
def read() -> Reader:
    """Return a function that reads a text, with a language, a title and pages if need be."""

    def reader(
        source: str, language: str = "nl", title: str = "Test", pages: Sequence[PageStart] = ()
    ) -> ReadDocument:
        document = Document(
            id="test",
            title=title,
            short_title="Test",
            edition="",
            language=language,
            publishers=(),
            status=DocumentStatus.OTHER,
            dates=(),
            provenance="made for a test",
            source_file="test.md",
            sha256="0" * 64,
        )
        return read_text(document, source, pages)

    return reader

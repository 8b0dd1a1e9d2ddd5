"""The reader page over the shipped plan."""

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from assistant import ReadDocument, Settings
from assistant.library import Library
from corpus import read_corpus
from tests.ui.reader.parsed_page import Page, parsed
from ui.reader.routes import router


@pytest.fixture(scope="session")
def plan() -> ReadDocument:
    return read_corpus()[0]


def client_over(*documents: ReadDocument) -> TestClient:
    library = Library(documents)
    app = FastAPI()
    app.include_router(router(lambda: library, Settings()))  # type: ignore[arg-type,return-value]
    return TestClient(app)


@pytest.fixture(scope="session")
def reader(plan: ReadDocument) -> TestClient:
    return client_over(plan)


@pytest.fixture(scope="session")
def page(reader: TestClient, plan: ReadDocument) -> Page:
    return parsed(reader.get(f"/plan/{plan.document.id}").text)

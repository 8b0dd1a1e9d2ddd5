"""A server with an access rule over documents of which one is for a group only."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from sqlalchemy import Engine
from starlette.testclient import TestClient

from assistant import DocumentStatus, Settings
from corpus import ReadDocument, collect, read_corpus, read_text
from tests.ui.cli.conftest import command  # noqa: F401 - a fixture
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.access.keys import Keys
from ui.cli.server import FACES
from ui.database.engine import open_database
from ui.http.app import create_app

PROXY = "10.1.2.3"
WORD = "Zwaluwhuis"
SECRET = f"""1. Opvang

De bijlage regelt de opvang in het {WORD}.
"""


@pytest.fixture(scope="session")
def secret() -> ReadDocument:
    document = replace(
        read_corpus()[0].document,
        id="geheim",
        title="Geheime bijlage",
        groups=("csd",),
        status=DocumentStatus.ANNEX,
    )
    return read_text(document, SECRET)


@pytest.fixture(scope="session")
def whole(secret: ReadDocument) -> StandIn:
    """A stand-in that finds the restricted document first, when it may."""
    documents = collect([*read_corpus(), secret])
    return StandIn(sorted(documents, key=lambda read: read.document.id != "geheim"))


@pytest.fixture
def standin(whole: StandIn) -> StandIn:
    return whole


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        access=("keys", "proxy"),
        proxy_addresses=(PROXY, "10.9.0.0/16"),
        database=f"sqlite:///{tmp_path}/p.db",
    )


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    engine = open_database(settings)
    yield engine
    engine.dispose()


@pytest.fixture
def keys(engine: Engine) -> Keys:
    return Keys(engine)


@pytest.fixture
def client_of(
    whole: StandIn, settings: Settings, engine: Engine
) -> Iterator[Callable[..., TestClient]]:
    """Return what makes a client of the server, with headers, from an address."""
    with ExitStack() as stack:

        def make(
            headers: MappingProxyType[str, str] | dict[str, str] | None = None,
            *,
            address: str = "192.0.2.7",
            **changes: Any,
        ) -> TestClient:
            chosen = settings.model_copy(update=changes)
            app = create_app(lambda: whole, chosen, FACES[:1], database=engine)
            client = TestClient(
                app, raise_server_exceptions=False, headers=headers, client=(address, 50_000)
            )
            stack.enter_context(client)
            until_ready(client)
            return client

        yield make


def bearer(text: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {text}"}


class Issuer:
    """An identity provider on this machine: discovery, keys, and tokens signed with them."""

    def __init__(self) -> None:
        self.key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
        self.key_id = "k1"
        self.asked: list[str] = []
        issuer = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                issuer.asked.append(self.path)
                body = json.dumps(issuer.document(self.path)).encode()
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

            def log_message(self, *_: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self.server.server_address[1]}"
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def document(self, path: str) -> dict[str, Any]:
        if path == "/.well-known/openid-configuration":
            return {"issuer": self.url, "jwks_uri": f"{self.url}/keys"}
        public = jwt.algorithms.RSAAlgorithm.to_jwk(self.key.public_key(), as_dict=True)
        return {"keys": [{**public, "kid": self.key_id, "use": "sig", "alg": "RS256"}]}

    def token(self, *, algorithm: str = "RS256", key: Any = None, **claims: Any) -> str:
        headers = {"kid": self.key_id}
        return jwt.encode(claims, key or self.key, algorithm=algorithm, headers=headers)

    def stop(self) -> None:
        self.server.shutdown()
        self.server.server_close()


@pytest.fixture
def issuer() -> Iterator[Issuer]:
    issuer = Issuer()
    yield issuer
    issuer.stop()

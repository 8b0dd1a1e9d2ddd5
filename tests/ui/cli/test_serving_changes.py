"""A server that runs while the corpus changes; the embedder is a stand-in, the rest is real."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from assistant import Metadata, Settings, SilentProgress
from assistant.curate import Curator
from index.stand_in import HashingEmbedder

SERVE = """
import sys
from pathlib import Path
import assistant.open
import ui.cli.server as server
from assistant import Settings
from index.stand_in import HashingEmbedder
assistant.open.open_embedder = lambda _: HashingEmbedder()
server.FACES = server.FACES[:1]
root = Path(sys.argv[1])
server.run(
    Settings(port=int(sys.argv[2]), corpus=root / "corpus", index=root / "index")
)
"""
NOTE = "# Nota fietsdiefstal\n\nDe zone markeert elke gestolen fiets met een chip.\n"
SECONDS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """A running server, and what changes its corpus."""

    base: str
    errors: Path
    index: Path
    curator: Curator

    def get(self, path: str) -> tuple[int, str]:
        try:
            with urllib.request.urlopen(f"{self.base}{path}", timeout=5) as reply:
                return reply.status, reply.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()
        except OSError as error:
            return 0, str(error)

    def until(self, path: str, holds: Callable[[int, str], bool]) -> str:
        """Return what a path gives, once it is what is waited for."""
        deadline = time.monotonic() + SECONDS
        while not holds(*(reply := self.get(path))):
            assert time.monotonic() < deadline, reply
            time.sleep(0.1)
        return reply[1]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    settings = Settings(
        corpus=tmp_path / "corpus", index=tmp_path / "index", vectors=tmp_path / "vectors"
    )
    curator = Curator(settings, HashingEmbedder, SilentProgress())
    curator.add([written(tmp_path / "nota.md", NOTE)], Metadata())
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    errors = tmp_path / "errors.txt"
    with errors.open("wb") as stream:
        process = subprocess.Popen(
            [sys.executable, "-c", SERVE, str(tmp_path), str(port)],
            stdout=subprocess.DEVNULL,
            stderr=stream,
        )
    server = Served(
        base=f"http://127.0.0.1:{port}", errors=errors, index=settings.index, curator=curator
    )
    try:
        server.until("/readyz", lambda status, _: status == 200)
        yield server
    finally:
        process.terminate()
        process.wait(30)


def written(path: Path, text: str) -> Path:
    path.write_text(text, "utf-8")
    return path


def test_document_is_served_when_added_changed_and_removed_meanwhile(
    served: Served, tmp_path: Path
) -> None:
    page = "/plan/nota-fietsdiefstal"
    served.until(page, lambda status, text: status == 200 and "met een chip" in text)
    newer = written(tmp_path / "nieuw.md", NOTE.replace("chip", "label"))
    other = written(tmp_path / "circ.md", "# Circulaire\n\nLes chiens portent un collier.\n")

    served.curator.update("nota-fietsdiefstal", newer, Metadata())
    served.until(page, lambda _, text: "met een label" in text)
    served.curator.add([other], Metadata())
    served.until("/api/v1/documents", lambda _, text: '"circulaire"' in text)
    served.curator.remove(["nota-fietsdiefstal"])
    served.until(page, lambda status, _: status == 404)

    assert served.errors.read_text("utf-8").count("\n") <= 1


def test_documents_of_before_are_served_when_a_change_cannot_be_opened(served: Served) -> None:
    pointer = served.index / "CURRENT"
    good = pointer.read_text("utf-8")
    pointer.write_text("nowhere\n", "utf-8")

    ready = served.until("/readyz", lambda _, text: json.loads(text)["problem"] is not None)
    listed = served.get("/api/v1/documents")
    pointer.write_text(good, "utf-8")
    mended = served.until("/readyz", lambda _, text: json.loads(text)["problem"] is None)

    assert "planwijzer index build" in json.loads(ready)["problem"]
    assert listed[0] == 200
    assert "nota-fietsdiefstal" in listed[1]
    assert json.loads(mended)["documents"] == json.loads(ready)["documents"]
    assert "index is incomplete" in served.errors.read_text("utf-8")

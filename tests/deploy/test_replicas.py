"""nginx before two replicas of the real server, under load: nobody notices what happens to them."""

import json
import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from assistant import Settings
from tests.deploy.load import Reply, load, until_more
from tests.deploy.nginx import Nginx, free_ports, nginx_before
from tests.deploy.replica import Replica, planwijzer

pytestmark = pytest.mark.real

NOTE = "# Nota fietsdiefstal\n\nDe zone markeert elke gestolen fiets met een chip.\n"
PAGE = "/plan/nota-fietsdiefstal"
SECONDS = 200


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folders of an operator: an index of its own, from vectors that are there already."""
    folder = tmp_path_factory.mktemp("operator")
    kept = Settings.load().vectors_folder
    if kept.is_dir():
        shutil.copytree(kept, folder / "vectors")
    planwijzer(folder, "index", "build")
    return folder


@pytest.fixture(scope="module")
def key(folder: Path) -> str:
    return planwijzer(folder, "keys", "create", "load").strip()


@pytest.fixture(scope="module")
def replicas(folder: Path) -> Iterator[tuple[Replica, Replica]]:
    first, second = (Replica(folder, port) for port in free_ports(2))
    try:
        for replica in (first, second):
            replica.start()
            replica.until_ready()
        yield first, second
    finally:
        first.stop()
        second.stop()


@pytest.fixture
def nginx(replicas: tuple[Replica, Replica], tmp_path: Path) -> Iterator[Nginx]:
    with nginx_before([replica.port for replica in replicas], tmp_path) as nginx:
        yield nginx


def test_no_request_fails_when_a_replica_is_killed_and_started_again(
    nginx: Nginx, replicas: tuple[Replica, Replica], key: str, folder: Path
) -> None:
    with load(nginx, key, ("ask", "search", "page")) as replies:
        until_more(replies, 30)
        replicas[0].kill()
        until_more(replies, 60)
        replicas[0].start()
        replicas[0].until_ready()
        until_more(replies, 30)

    assert failed(replies) == []
    logged = planwijzer(folder, "answer", "export").splitlines()
    given = {reply.answer for reply in replies if reply.kind == "ask"}
    assert given
    assert given <= {json.loads(line)["id"] for line in logged}
    # The proxy's log shows that the other replica was asked, and that the first one came back.
    lines = nginx.log.read_text("utf-8").splitlines()
    assert any(f"127.0.0.1:{replicas[0].port}, 127.0.0.1:" in line for line in lines)
    assert any(f" 127.0.0.1:{replicas[0].port} 200" in line for line in lines[-30:])


def test_no_request_fails_when_one_replica_after_the_other_is_restarted(
    nginx: Nginx, replicas: tuple[Replica, Replica], key: str
) -> None:
    with load(nginx, key, ("ask", "stream", "search", "page")) as replies:
        for replica in replicas:
            until_more(replies, 20)
            replica.stop()
            until_more(replies, 20)
            replica.start()
            replica.until_ready()

    assert failed(replies) == []


def test_no_request_fails_when_the_index_is_replaced(
    nginx: Nginx, replicas: tuple[Replica, Replica], key: str, folder: Path, tmp_path: Path
) -> None:
    note = tmp_path / "nota.md"
    note.write_text(NOTE, "utf-8")

    with load(nginx, key, ("ask", "stream", "search", "page")) as replies:
        until_more(replies, 20)
        planwijzer(folder, "corpus", "add", str(note), "--status", "circular")
        for replica in replicas:
            until_status(replica, key, 200)
        until_more(replies, 20)
        planwijzer(folder, "corpus", "remove", "nota-fietsdiefstal")
        for replica in replicas:
            until_status(replica, key, 404)
        until_more(replies, 20)

    assert failed(replies) == []


def failed(replies: list[Reply]) -> list[Reply]:
    return [reply for reply in replies if reply.status != httpx.codes.OK or not reply.whole]


def until_status(replica: Replica, key: str, status: int) -> None:
    """Wait until a replica has taken a change."""
    deadline = time.monotonic() + SECONDS
    headers = {"Authorization": f"Bearer {key}"}
    while True:
        found = httpx.get(f"http://127.0.0.1:{replica.port}{PAGE}", headers=headers)
        if found.status_code == status:
            return
        assert time.monotonic() < deadline, found.status_code
        time.sleep(0.2)

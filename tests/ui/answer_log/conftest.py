"""A log over each kind of database: SQLite, and PostgreSQL where this machine has one."""

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import Engine, text
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.cli.conftest import command  # noqa: F401 - a fixture
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.answer_log.log import AnswerLog
from ui.database.engine import open_database
from ui.http.app import create_app

POSTGRES = next(iter(sorted(Path("/usr/lib/postgresql").glob("*/bin"))), None)


@pytest.fixture(scope="session")
def standin() -> StandIn:
    return StandIn()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a PostgreSQL server of this test run's own."""
    if POSTGRES is None:
        pytest.skip("There is no PostgreSQL on this computer.")
    folder = Path(tempfile.mkdtemp(prefix="planwijzer-pg-"))
    # PostgreSQL does not run as root.
    user = {"user": "nobody"} if os.geteuid() == 0 else {}
    if user:
        shutil.chown(folder, "nobody", pwd.getpwnam("nobody").pw_gid)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    def run(program: str, *arguments: str) -> None:
        subprocess.run(
            [str(POSTGRES / program), *arguments],
            check=True,
            cwd=folder,
            stdout=subprocess.DEVNULL,
            **user,
        )

    run("initdb", "-D", "data", "-U", "planwijzer", "-A", "trust", "--no-sync")
    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    run("pg_ctl", "-D", "data", "-o", options, "-w", "-l", "log", "start")
    yield f"postgresql://planwijzer@127.0.0.1:{port}/postgres"
    run("pg_ctl", "-D", "data", "-m", "immediate", "stop")
    shutil.rmtree(folder)


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    if request.param == "sqlite":
        return Settings(database=f"sqlite:///{tmp_path}/log.db")
    url = request.getfixturevalue("postgresql")
    return Settings(database=url)


@pytest.fixture
def engine(settings: Settings) -> Iterator[Engine]:
    engine = open_database(settings)
    yield engine
    with engine.begin() as connection:
        for table in ("feedback", "answers", "api_keys", "schema_version"):
            connection.execute(text(f"DROP TABLE IF EXISTS {table}"))
    engine.dispose()


@pytest.fixture
def log_of(engine: Engine, settings: Settings) -> Callable[..., AnswerLog]:
    def make(**changes: object) -> AnswerLog:
        return AnswerLog(engine, settings.model_copy(update=changes))

    return make


@pytest.fixture
def client_of(
    standin: StandIn, settings: Settings, engine: Engine
) -> Iterator[Callable[..., TestClient]]:
    with ExitStack() as stack:

        def make(**changes: object) -> TestClient:
            chosen = settings.model_copy(update=changes)
            app = create_app(lambda: standin, chosen, database=engine)  # type: ignore[arg-type,return-value]
            client = stack.enter_context(TestClient(app, raise_server_exceptions=False))
            until_ready(client)
            return client

        yield make

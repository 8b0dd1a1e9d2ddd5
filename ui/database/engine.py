"""Opening the database that the settings name."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import ArgumentError, NoSuchModuleError, SQLAlchemyError
from sqlalchemy.pool import ConnectionPoolEntry

from assistant import Settings, SettingsError
from ui.database.migrations import migrate

_BUSY_SECONDS = 10


@contextmanager
def database(settings: Settings) -> Iterator[Engine]:
    """Give the database for a while, and close its connections then.

    Raises:
        SettingsError: As `open_database`.
    """
    engine = open_database(settings)
    try:
        yield engine
    finally:
        engine.dispose()


def open_database(settings: Settings) -> Engine:
    """Return the database, its tables up to date.

    Raises:
        SettingsError: The URL is off, or the database cannot be reached or written.
    """
    url = _url(settings)
    try:
        engine = _sqlite(url) if url.get_backend_name() == "sqlite" else _server(url)
        migrate(engine)
    except ModuleNotFoundError as error:
        raise SettingsError(
            f"The driver for {url.get_backend_name()} is not installed ({error.name}).",
            "Install it: pip install 'planwijzer[postgresql]'.",
        ) from error
    except (SQLAlchemyError, OSError) as error:
        raise SettingsError(
            f"The database cannot be used ({type(error).__name__}).",
            "Check PLANWIJZER_DATABASE, that the server runs, and that it may be written to.",
        ) from error
    return engine


def _url(settings: Settings) -> URL:
    said = settings.database.get_secret_value()
    if not said:
        return URL.create("sqlite", database=str(settings.database_file))
    try:
        url = make_url(said)
    except ArgumentError as error:
        raise SettingsError(
            "PLANWIJZER_DATABASE is no database URL.",
            "Write it as postgresql://user:password@host/name, or leave it empty for SQLite.",
        ) from error
    # The driver that is installed with the extra; SQLAlchemy's default would be another.
    return url.set(drivername="postgresql+psycopg") if url.drivername == "postgresql" else url


def _sqlite(url: URL) -> Engine:
    from pathlib import Path

    if url.database and url.database != ":memory:":
        folder = Path(url.database).parent
        folder.mkdir(parents=True, exist_ok=True)
        # Keys and the log are for the server's own account.
        Path(url.database).touch(mode=0o600)
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS}, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def _prepare(connection: DBAPIConnection, _: ConnectionPoolEntry) -> None:
        cursor = connection.cursor()
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    return engine


def _server(url: URL) -> Engine:
    try:
        return create_engine(
            url, pool_pre_ping=True, pool_size=5, max_overflow=5, hide_parameters=True
        )
    except NoSuchModuleError as error:
        raise SettingsError(
            f"PLANWIJZER_DATABASE names a kind of database that is not known ({url.drivername}).",
            "Use SQLite (leave it empty) or PostgreSQL.",
        ) from error

"""The steps from an empty database to the present tables, each taken once and never changed."""

from collections.abc import Callable

from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, insert, select, text

from assistant import SettingsError
from ui.database.schema import METADATA

_VERSION = Table("schema_version", MetaData(), Column("version", Integer, primary_key=True))
_LOCK = 7_251_938
"""Number of the lock that replicas starting together wait for (PostgreSQL)."""


def _first_tables(connection: Connection) -> None:
    METADATA.create_all(connection)


STEPS: tuple[Callable[[Connection], None], ...] = (_first_tables,)
"""A step that changes tables comes after these; the first then names its tables one by one."""


def migrate(engine: Engine) -> None:
    """Bring a database up to date, in one transaction.

    Raises:
        SettingsError: It was made by a later version of Planwijzer.
    """
    with engine.begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:n)"), {"n": _LOCK})
        _VERSION.create(connection, checkfirst=True)
        done = len(connection.execute(select(_VERSION.c.version)).all())
        if done > len(STEPS):
            raise SettingsError(
                "The database was made by a later version of Planwijzer.",
                "Run that version, or name another database in PLANWIJZER_DATABASE.",
            )
        for number, step in enumerate(STEPS[done:], start=done + 1):
            step(connection)
            connection.execute(insert(_VERSION).values(version=number))

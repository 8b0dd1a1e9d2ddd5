"""The tables, as the latest step of the migrations leaves them."""

from datetime import UTC, datetime

from sqlalchemy import (
    JSON,
    Column,
    DateTime,
    Dialect,
    Float,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    TypeDecorator,
)


class Moment(TypeDecorator[datetime]):
    """A time in UTC; SQLite, which keeps no time zone, gives it back with one."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


METADATA = MetaData()

API_KEYS = Table(
    "api_keys",
    METADATA,
    Column("id", String(20), primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("role", String(20), nullable=False),
    Column("groups", JSON, nullable=False),
    Column("rate", String(40), nullable=False),
    Column("created", Moment, nullable=False),
    Column("expires", Moment, nullable=False),
    Column("revoked", Moment),
)

ANSWERS = Table(
    "answers",
    METADATA,
    Column("id", String(64), primary_key=True),
    Column("at", Moment, nullable=False, index=True),
    Column("caller", String(80), nullable=False),
    Column("groups", JSON, nullable=False),
    Column("status", String(20), nullable=False),
    Column("reason", String(40)),
    Column("language", String(5), nullable=False),
    Column("generator", String(20), nullable=False),
    Column("cited", JSON, nullable=False),
    Column("statements", Integer, nullable=False),
    Column("removed", Integer, nullable=False),
    Column("understand_ms", Float, nullable=False),
    Column("retrieve_ms", Float, nullable=False),
    Column("answer_ms", Float, nullable=False),
    Column("total_ms", Float, nullable=False),
    Column("index_digest", String(64), nullable=False),
    Column("version", String(40), nullable=False),
    Column("digest", String(64), nullable=False),
    Column("question", JSON),
)
"""One row an answer; `digest` is that of its words and citations, `question` is kept on request."""

FEEDBACK = Table(
    "feedback",
    METADATA,
    Column("id", Integer, primary_key=True, autoincrement=True),
    Column(
        "answer",
        String(64),
        ForeignKey("answers.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("at", Moment, nullable=False),
    Column("verdict", String(10), nullable=False),
    Column("comment", Text),
)

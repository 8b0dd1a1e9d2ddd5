"""API keys: made once, shown once, and kept as digests."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from hmac import compare_digest

from sqlalchemy import Engine, Row, insert, select, update

from assistant import NotFoundError
from ui.access.caller import Caller, Role
from ui.access.refusal import RefusedError
from ui.database.schema import API_KEYS

MARK = "pw"
_SECRET_BYTES = 32
_ID_BYTES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """What is known of a key; times are in UTC. `rate` is a limit of its own, as 600/minute."""

    id: str
    name: str
    role: Role
    groups: tuple[str, ...]
    rate: str
    created: datetime
    expires: datetime
    revoked: datetime | None

    def is_valid(self, now: datetime) -> bool:
        """Whether it lets in at a time."""
        return self.revoked is None and now < self.expires


class Keys:
    """The keys of a server; every look goes to the database, so that a revocation counts at once.

    The secret is random and long: nothing slower than SHA-256 would make its digest safer.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def create(
        self,
        name: str,
        *,
        role: Role = Role.READER,
        groups: Sequence[str] = (),
        rate: str = "",
        days: int,
    ) -> tuple[Key, str]:
        """Make a key; return it, and the text that its holder sends, which is kept nowhere.

        Args:
            name: What it is for.
            role: What it lets do.
            groups: Whose documents it lets read.
            rate: A limit of its own, as 600/minute; empty for the general one.
            days: How long it lets in.
        """
        key_id, secret = secrets.token_hex(_ID_BYTES), secrets.token_urlsafe(_SECRET_BYTES)
        now = datetime.now(UTC)
        key = Key(
            id=key_id,
            name=name,
            role=role,
            groups=tuple(groups),
            rate=rate,
            created=now,
            expires=now + timedelta(days=days),
            revoked=None,
        )
        row = {
            "id": key.id,
            "name": name,
            "role": role.value,
            "groups": list(groups),
            "rate": rate,
            "created": key.created,
            "expires": key.expires,
            "digest": _digest(secret),
        }
        with self._engine.begin() as connection:
            connection.execute(insert(API_KEYS).values(row))
        return key, f"{MARK}_{key_id}_{secret}"

    def all(self) -> tuple[Key, ...]:
        """Return all keys, the newest first."""
        with self._engine.connect() as connection:
            rows = connection.execute(select(API_KEYS).order_by(API_KEYS.c.created.desc()))
            return tuple(_key(row) for row in rows)

    def revoke(self, key_id: str) -> Key:
        """Let a key in no more.

        Raises:
            NotFoundError: There is none of this id.
        """
        mine = API_KEYS.c.id == key_id
        with self._engine.begin() as connection:
            stop = update(API_KEYS).where(mine, API_KEYS.c.revoked.is_(None))
            connection.execute(stop.values(revoked=datetime.now(UTC)))
            row = connection.execute(select(API_KEYS).where(mine)).first()
        if row is None:
            raise NotFoundError(
                f"There is no API key {key_id!r}.", "`planwijzer keys list` shows their ids."
            )
        return _key(row)

    def caller(self, text: str) -> Caller:
        """Return who shows a key.

        Raises:
            RefusedError: It is none of ours, was revoked or has expired.
        """
        key_id, _, secret = text.removeprefix(f"{MARK}_").partition("_")
        with self._engine.connect() as connection:
            row = connection.execute(select(API_KEYS).where(API_KEYS.c.id == key_id)).first()
        if row is None or not compare_digest(row.digest, _digest(secret)):
            raise RefusedError("key_unknown", "The API key is not valid.")
        key = _key(row)
        if not key.is_valid(datetime.now(UTC)):
            raise RefusedError("key_ended", "The API key has expired or was revoked.")
        return Caller(
            id=f"key:{key.id}", role=key.role, groups=frozenset(key.groups), rate=key.rate
        )


def is_key(text: str) -> bool:
    """Whether a bearer token is one of our keys, valid or not."""
    return text.startswith(f"{MARK}_")


def _digest(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _key(row: "Row[tuple[object, ...]]") -> Key:
    return Key(
        id=row.id,
        name=row.name,
        role=Role(row.role),
        groups=tuple(row.groups),
        rate=row.rate,
        created=row.created,
        expires=row.expires,
        revoked=row.revoked,
    )

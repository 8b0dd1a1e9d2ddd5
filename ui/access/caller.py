"""Who is asking."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from enum import StrEnum

from starlette.types import Scope


class Role(StrEnum):
    """What a caller may do, the least first; each may also do what those before it may."""

    READER = "reader"
    EDITOR = "editor"
    ADMIN = "admin"

    def may(self, needed: "Role") -> bool:
        """Whether this role is enough where another is needed."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Caller:
    """A caller that was recognised.

    `id` names no person: it is that of a key, or a digest of the name by which an identity provider
    or proxy knows somebody. `rate` is a limit of its own, empty where the general one counts.
    """

    id: str
    role: Role
    groups: frozenset[str] = frozenset()
    rate: str = ""


ANYBODY = Caller(id="", role=Role.ADMIN)
"""Who calls a server without an access rule, which only its own machine can reach. It is in no
group: that somebody uses this machine does not say who."""

STRANGER = Caller(id="", role=Role.READER)
"""Who counts as the caller where nobody was recognised."""

_SCOPE = "planwijzer.caller"


@dataclass(slots=True)
class _Acting:
    caller: Caller


_CURRENT: ContextVar[_Acting | None] = ContextVar("caller", default=None)


def current_caller() -> Caller:
    """Return the caller of the request that is being answered."""
    acting = _CURRENT.get()
    return acting.caller if acting else STRANGER


@contextmanager
def calling(caller: Caller) -> Iterator[None]:
    """Let a caller be the current one within a block, and nobody in what outlives the block.

    A task that is begun within it, such as a queue that works for all visitors, inherits the
    context; it must not go on in the name of whoever came first.
    """
    acting = _Acting(caller)
    token = _CURRENT.set(acting)
    try:
        yield
    finally:
        acting.caller = STRANGER
        _CURRENT.reset(token)


def remember(scope: Scope, caller: Caller) -> None:
    """Let a request remember its caller."""
    scope[_SCOPE] = caller


def caller_of(scope: Scope) -> Caller:
    """Return the caller of a request, for what works on it outside the request's own context."""
    caller = scope.get(_SCOPE)
    return caller if isinstance(caller, Caller) else STRANGER

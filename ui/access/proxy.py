"""What a proxy in front says of a request; believed only from the configured addresses."""

import ipaddress
from collections.abc import Iterable, Sequence
from hashlib import sha256

from starlette.datastructures import Headers
from starlette.types import Scope

from assistant import Settings, SettingsError
from ui.access.caller import Caller, Role
from ui.access.refusal import RefusedError

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

_MAX_NAME = 200
_PSEUDONYM = 16


class Proxies:
    """The proxies that are trusted, and the headers in which they name the user."""

    def __init__(self, settings: Settings) -> None:
        """Take what the settings say.

        Raises:
            SettingsError: An address is off.
        """
        self._networks = [_network(text) for text in settings.proxy_addresses]
        self._user = settings.proxy_user_header
        self._groups = settings.proxy_groups_header

    def trusts(self, address: str) -> bool:
        """Whether an address is that of a trusted proxy."""
        try:
            found = ipaddress.ip_address(address)
        except ValueError:
            return False
        return any(found in network for network in self._networks)

    def vouches_for(self, scope: Scope) -> bool:
        """Whether a request comes straight from a trusted proxy."""
        return self.trusts(_peer(scope))

    def address(self, scope: Scope) -> str:
        """Return the address a request came from: the last one no trusted proxy vouches for."""
        peer = _peer(scope)
        if not self.trusts(peer):
            return peer
        forwarded = ",".join(Headers(scope=scope).getlist("x-forwarded-for")).split(",")
        hops = [hop.strip() for hop in forwarded if hop.strip()]
        return next((hop for hop in reversed(hops) if not self.trusts(hop)), peer)

    def user(self, scope: Scope) -> Caller | None:
        """Return the user that a trusted proxy names, None where none does.

        Raises:
            RefusedError: The header is there twice, or holds no name.
        """
        headers = Headers(scope=scope)
        said = headers.getlist(self._user)
        if not said or not self.vouches_for(scope):
            return None
        name = said[0].strip()
        if len(said) > 1 or not name.isprintable() or not 0 < len(name) <= _MAX_NAME:
            raise RefusedError("proxy_header", "The proxy's header does not name one user.")
        groups = _names(headers.getlist(self._groups))
        return Caller(id=pseudonym("proxy", name), role=Role.READER, groups=frozenset(groups))


def pseudonym(kind: str, name: str) -> str:
    """Return the id under which a person is counted and logged.

    Whoever knows a name can compute it, as an audit must; the log itself does not show the name.
    """
    return f"{kind}:{sha256(name.encode()).hexdigest()[:_PSEUDONYM]}"


def _peer(scope: Scope) -> str:
    return str(scope["client"][0]) if scope.get("client") else ""


def _names(values: Sequence[str]) -> Iterable[str]:
    return (name.strip() for value in values for name in value.split(",") if name.strip())


def _network(text: str) -> Network:
    try:
        return ipaddress.ip_network(text)
    except ValueError as error:
        raise SettingsError(
            f"PLANWIJZER_PROXY_ADDRESSES names {text!r}, which is no address or network.",
            "Write addresses such as 10.0.0.5 or networks such as 10.0.0.0/24, with commas.",
        ) from error

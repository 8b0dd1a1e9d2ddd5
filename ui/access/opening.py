"""The access rule that the settings ask for, and the refusal to start without one."""

import ipaddress
import socket

from sqlalchemy import Engine

from assistant import Settings, SettingsError
from ui.access.keys import Keys
from ui.access.proxy import Proxies
from ui.access.recognition import Recognition
from ui.access.tokens import Tokens
from ui.limits.rates import rate_of

_EVERYWHERE = "0.0.0.0"  # noqa: S104 - what an empty host stands for
_FIX = (
    "Set PLANWIJZER_ACCESS: keys (made by `planwijzer keys create NAME`), oidc, or proxy; "
    "docs/security.md explains each. Or listen on 127.0.0.1."
)


def check_access(settings: Settings) -> None:
    """Check that the settings say who may, where others than this machine can reach the server.

    Raises:
        SettingsError: They do not, or a rule lacks what it needs.
    """
    if not settings.access and not is_loopback(settings.host):
        raise SettingsError(
            f"The server would be open to everybody who reaches {settings.host}.", _FIX
        )
    if "oidc" in settings.access and not (settings.oidc_issuer and settings.oidc_audience):
        raise SettingsError(
            "PLANWIJZER_ACCESS names oidc, but not whose tokens count.",
            "Set PLANWIJZER_OIDC_ISSUER and PLANWIJZER_OIDC_AUDIENCE.",
        )
    if "proxy" in settings.access and not settings.proxy_addresses:
        raise SettingsError(
            "PLANWIJZER_ACCESS names proxy, but not which proxy is trusted.",
            "Set PLANWIJZER_PROXY_ADDRESSES to the address of the proxy.",
        )
    for address in (settings.oidc_issuer, settings.oidc_jwks_url):
        if address and not _is_safe(address):
            raise SettingsError(
                f"The identity provider's address {address} is not safe.",
                "Use https://; only on this machine may it be http://.",
            )
    Proxies(settings)
    rate_of(settings.rate_limit)


def open_recognition(settings: Settings, engine: Engine | None) -> Recognition:
    """Return what recognises callers.

    Args:
        settings: The settings.
        engine: The database of API keys; without one no key is valid.

    Raises:
        SettingsError: The settings do not say who may, or not enough of it.
    """
    check_access(settings)
    return Recognition(
        settings,
        Proxies(settings),
        Keys(engine) if engine and "keys" in settings.access else None,
        Tokens(settings) if "oidc" in settings.access else None,
    )


def is_loopback(host: str) -> bool:
    """Whether a name or address is that of this machine alone, by every address it stands for."""
    try:
        found = socket.getaddrinfo(host or _EVERYWHERE, None, type=socket.SOCK_STREAM)
    except OSError:
        return False
    return all(ipaddress.ip_address(str(a[4][0]).split("%")[0]).is_loopback for a in found)


def _is_safe(address: str) -> bool:
    scheme, _, rest = address.partition("://")
    host = rest.split("/")[0].rsplit("@")[-1].rsplit(":", 1)[0].strip("[]")
    return scheme == "https" or (scheme == "http" and is_loopback(host))

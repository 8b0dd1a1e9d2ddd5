"""The names under which /mcp answers: a web page cannot reach it under one of its own.

Without this, anybody's page could let its own name stand for this machine and have a visitor's
browser ask (DNS rebinding: https://modelcontextprotocol.io/specification, Transports).
"""

from urllib.parse import urlsplit

from assistant import Settings

_OWN = ("127.0.0.1", "localhost", "[::1]")
_EVERYWHERE = ("", "0.0.0.0", "::")  # noqa: S104 - what is no name of this server
_ANY_PORT = ":*"


def allowed_hosts(settings: Settings) -> list[str]:
    """Return what the header Host may say, each with and without a port."""
    names = dict.fromkeys([*_OWN, *_listening(settings.host), *settings.mcp_hosts])
    public = urlsplit(settings.public_url).netloc
    if public:
        names[public] = None
    return [written for name in names for written in (name, name + _ANY_PORT)]


def allowed_origins(settings: Settings) -> list[str]:
    """Return what the header Origin may say: pages of these hosts."""
    hosts = allowed_hosts(settings)
    return [f"{scheme}://{host}" for host in hosts for scheme in ("http", "https")]


def _listening(host: str) -> list[str]:
    if host in _EVERYWHERE:
        return []
    return [f"[{host}]" if ":" in host else host]

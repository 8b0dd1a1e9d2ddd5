"""Which role each address of the server needs; whatever is not named here needs a reader."""

from ui.access.caller import Role

OPEN = frozenset({"/healthz", "/readyz", "/widget.js"})
"""For machines that watch the server, and a script for other pages; they tell of no document."""

_ROLES = {"/metrics": Role.ADMIN}

MACHINES = ("/api/", "/v1/", "/healthz", "/readyz", "/metrics", "/openapi.json", "/mcp")
"""Addresses that programs call, and that answer in JSON whatever goes wrong."""


def needed(path: str) -> Role | None:
    """Return the role that an address needs, None where anybody may."""
    if path in OPEN:
        return None
    return _ROLES.get(path.rstrip("/") or "/", Role.READER)

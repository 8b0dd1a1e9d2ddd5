"""The public keys with which an identity provider signs (RFC 7517), kept for a while."""

import time
from collections.abc import Callable
from threading import Lock

import httpx
from jwt import PyJWK, PyJWKSet
from jwt.exceptions import PyJWTError

from ui.access.refusal import RefusedError

_FRESH_SECONDS = 300.0
_PAUSE_SECONDS = 10.0
"""Between two fetches, however many tokens name a key that is not known."""
_TIMEOUT = httpx.Timeout(5.0)
_DISCOVERY = "/.well-known/openid-configuration"


class KeysUnavailableError(Exception):
    """The identity provider cannot be reached, and no keys of it are known."""


class Jwks:
    """The keys of one issuer; safe from several threads.

    They are fetched again when they are no longer fresh or a token names another, but never more
    often than every few seconds: anybody can send tokens that name unknown keys. Where the
    provider cannot be reached, the keys of before stay in use.
    """

    def __init__(
        self, issuer: str, url: str = "", *, now: Callable[[], float] = time.monotonic
    ) -> None:
        """Take an issuer.

        Args:
            issuer: Its address, as tokens state it.
            url: Where its keys are; empty to ask the issuer (OpenID Connect Discovery).
            now: A clock in seconds.
        """
        self._issuer = issuer
        self._url = url
        self._now = now
        self._keys: dict[str, PyJWK] = {}
        self._fetched = self._tried = float("-inf")
        self._fetching = Lock()

    def key(self, key_id: str) -> PyJWK:
        """Return a key.

        Raises:
            RefusedError: The issuer has none of this id.
            KeysUnavailableError: It cannot be asked.
        """
        if key_id not in self._keys or self._now() - self._fetched > _FRESH_SECONDS:
            self._refresh()
        if key_id not in self._keys:
            if not self._keys:
                raise KeysUnavailableError
            raise RefusedError("token_key", "The token is signed with a key that is not known.")
        return self._keys[key_id]

    def _refresh(self) -> None:
        with self._fetching:
            if self._now() - self._tried < _PAUSE_SECONDS:
                return
            self._tried = self._now()
            try:
                keys = PyJWKSet.from_dict(self._json(self._url or self._found())).keys
            except (httpx.HTTPError, PyJWTError, ValueError, KeyError):
                return
            self._keys = {key.key_id: key for key in keys if key.key_id}
            self._fetched = self._now()

    def _found(self) -> str:
        said = self._json(self._issuer.rstrip("/") + _DISCOVERY)
        if said["issuer"] != self._issuer:
            raise ValueError("the document found is another issuer's")
        return str(said["jwks_uri"])

    def _json(self, url: str) -> dict[str, object]:
        response = httpx.get(url, timeout=_TIMEOUT, follow_redirects=False).raise_for_status()
        found = response.json()
        if not isinstance(found, dict):
            raise ValueError("not a JSON object")
        return found

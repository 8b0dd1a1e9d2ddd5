"""From what a request shows to its caller."""

from starlette.datastructures import Headers
from starlette.types import Scope

from assistant import Settings
from ui.access.caller import ANYBODY, Caller
from ui.access.keys import Keys, is_key
from ui.access.proxy import Proxies
from ui.access.refusal import NOTHING_SHOWN, RefusedError
from ui.access.tokens import Tokens

_NOTHING = "Show an API key or a token: Authorization: Bearer …"


class Recognition:
    """Recognises callers by the ways that the settings name."""

    def __init__(
        self, settings: Settings, proxies: Proxies, keys: Keys | None, tokens: Tokens | None
    ) -> None:
        self._on = bool(settings.access)
        self._by_proxy = "proxy" in settings.access
        self._proxies = proxies
        self._keys = keys
        self._tokens = tokens

    def caller(self, scope: Scope) -> Caller:
        """Return the caller of a request; blocks on the database or the identity provider.

        A bearer token goes before a proxy's header: who shows one wants it to count.

        Raises:
            RefusedError: It shows nothing that lets it in.
            KeysUnavailableError: The identity provider cannot be asked.
        """
        if not self._on:
            return ANYBODY
        token = _bearer(scope)
        if token:
            return self._by_token(token)
        user = self._proxies.user(scope) if self._by_proxy else None
        if user is None:
            raise RefusedError(NOTHING_SHOWN, _NOTHING)
        return user

    def _by_token(self, token: str) -> Caller:
        if self._keys is not None and is_key(token):
            return self._keys.caller(token)
        if self._tokens is None or is_key(token):
            raise RefusedError("token_unwanted", "The token is not valid here.")
        return self._tokens.caller(token)


def _bearer(scope: Scope) -> str:
    said = Headers(scope=scope).getlist("authorization")
    if len(said) > 1:
        raise RefusedError("header_twice", "The header Authorization is there twice.")
    scheme, _, token = said[0].partition(" ") if said else ("", "", "")
    return token.strip() if scheme.casefold() == "bearer" else ""

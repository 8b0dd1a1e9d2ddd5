"""Bearer tokens of an identity provider (OpenID Connect Core 1.0, RFC 9068)."""

from collections.abc import Mapping

import jwt
from jwt.exceptions import ExpiredSignatureError, InvalidTokenError

from assistant import Settings
from ui.access.caller import Caller, Role
from ui.access.jwks import Jwks
from ui.access.proxy import pseudonym
from ui.access.refusal import RefusedError

_ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "EdDSA")
"""Signatures with a private key alone: a shared secret would let its holders sign."""

_NEEDED = ["exp", "iat", "iss", "aud", "sub"]
_PREFIX = "planwijzer-"


class Tokens:
    """Recognises callers by the tokens of one issuer."""

    def __init__(self, settings: Settings, jwks: Jwks | None = None) -> None:
        self._settings = settings
        self._jwks = jwks or Jwks(settings.oidc_issuer, settings.oidc_jwks_url)

    def caller(self, token: str) -> Caller:
        """Return who a token is of; blocks while keys are fetched.

        Raises:
            RefusedError: It is not valid here, or gives no role.
            KeysUnavailableError: The issuer's keys cannot be had.
        """
        claims = self._claims(token)
        role = _role(_at(claims, self._settings.oidc_role_claim))
        if role is None:
            raise RefusedError("token_role", "The token gives no role here.")
        return Caller(
            id=pseudonym("oidc", str(claims["sub"])),
            role=role,
            groups=frozenset(_at(claims, self._settings.oidc_group_claim)),
        )

    def _claims(self, token: str) -> Mapping[str, object]:
        try:
            key = self._jwks.key(str(jwt.get_unverified_header(token).get("kid", "")))
            return jwt.decode(
                token,
                key,
                algorithms=_ALGORITHMS,
                audience=self._settings.oidc_audience,
                issuer=self._settings.oidc_issuer,
                leeway=self._settings.oidc_leeway_seconds,
                options={"require": _NEEDED},
            )
        except ExpiredSignatureError as error:
            raise RefusedError("token_expired", "The token has expired.") from error
        except InvalidTokenError as error:
            raise RefusedError("token_invalid", "The token is not valid here.") from error


def _role(names: list[str]) -> Role | None:
    given = {name.casefold().removeprefix(_PREFIX) for name in names}
    return next((role for role in reversed(Role) if role.value in given), None)


def _at(claims: Mapping[str, object], path: str) -> list[str]:
    """Return the names at a path of claims, as `realm_access.roles`; none where it leads nowhere.

    A name with dots in it, as namespaced claims have, is a claim of its own before it is a path.
    """
    found: object = claims.get(path)
    if found is None:
        found = claims
        for step in path.split("."):
            found = found.get(step) if isinstance(found, Mapping) else None
    if isinstance(found, str):
        return [found]
    return [name for name in found if isinstance(name, str)] if isinstance(found, list) else []

"""Tokens of a real issuer, run here: signatures, claims, clocks and keys that change."""

import time
from typing import Any

import jwt
import pytest
from cryptography.hazmat.primitives.asymmetric import rsa

from assistant import Settings
from tests.ui.access.conftest import Issuer, bearer
from ui.access.caller import Role
from ui.access.jwks import Jwks, KeysUnavailableError
from ui.access.refusal import RefusedError
from ui.access.tokens import Tokens

AUDIENCE = "planwijzer"


def claims(issuer: Issuer, **changes: Any) -> dict[str, Any]:
    now = int(time.time())
    usual = {
        "iss": issuer.url,
        "aud": AUDIENCE,
        "sub": "jan.peeters@police.example",
        "iat": now,
        "exp": now + 300,
        "roles": ["planwijzer-reader"],
        "groups": ["csd"],
    }
    return {name: value for name, value in (usual | changes).items() if value is not None}


def settings_for(issuer: Issuer, **changes: Any) -> Settings:
    return Settings(access=("oidc",), oidc_issuer=issuer.url, oidc_audience=AUDIENCE, **changes)


@pytest.fixture
def tokens(issuer: Issuer) -> Tokens:
    return Tokens(settings_for(issuer))


def test_a_token_gives_role_and_groups_and_no_name(issuer: Issuer, tokens: Tokens) -> None:
    caller = tokens.caller(issuer.token(**claims(issuer)))

    assert (caller.role, caller.groups) == (Role.READER, {"csd"})
    assert "peeters" not in caller.id


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://other.example"},
        {"aud": "another"},
        {"aud": ["another", "third"]},
        {"exp": 1},
        {"exp": None},
        {"iat": None},
        {"sub": None},
        {"aud": None},
        {"nbf": 4_000_000_000},
        {"iat": 4_000_000_000},
        {"roles": []},
        {"roles": ["writer"]},
        {"roles": {"reader": True}},
        {"roles": None},
    ],
)
def test_nobody_is_let_in_when_a_claim_is_off(
    issuer: Issuer, tokens: Tokens, changes: dict[str, Any]
) -> None:
    with pytest.raises(RefusedError):
        tokens.caller(issuer.token(**claims(issuer, **changes)))


def test_clocks_may_differ_by_the_leeway_and_no_more(issuer: Issuer, tokens: Tokens) -> None:
    now = int(time.time())

    assert tokens.caller(issuer.token(**claims(issuer, exp=now - 10)))
    with pytest.raises(RefusedError, match="expired"):
        tokens.caller(issuer.token(**claims(issuer, exp=now - 60)))


def test_nobody_is_let_in_when_another_signed(issuer: Issuer, tokens: Tokens) -> None:
    other = rsa.generate_private_key(public_exponent=65537, key_size=2048)

    with pytest.raises(RefusedError):
        tokens.caller(issuer.token(key=other, **claims(issuer)))


def test_nobody_is_let_in_when_nobody_signed(issuer: Issuer, tokens: Tokens) -> None:
    unsigned = jwt.encode(claims(issuer), None, algorithm="none", headers={"kid": issuer.key_id})

    with pytest.raises(RefusedError):
        tokens.caller(unsigned)


def test_nobody_is_let_in_when_the_public_key_is_used_as_a_secret(
    issuer: Issuer, tokens: Tokens
) -> None:
    shared = jwt.encode(claims(issuer), "k" * 64, algorithm="HS256", headers={"kid": issuer.key_id})

    with pytest.raises(RefusedError):
        tokens.caller(shared)


@pytest.mark.parametrize("name", ["jku", "x5u"])
def test_nothing_that_a_token_names_is_fetched(issuer: Issuer, tokens: Tokens, name: str) -> None:
    """A token that says where the key is with which it was signed (RFC 7515, 4.1)."""
    forger = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    headers = {"kid": "forged", name: f"{issuer.url}/named-by-the-token"}
    forged = jwt.encode(claims(issuer), forger, algorithm="RS256", headers=headers)

    with pytest.raises(RefusedError):
        tokens.caller(forged)

    assert issuer.asked == ["/.well-known/openid-configuration", "/keys"]


@pytest.mark.parametrize("text", ["", "a.b.c", "a" * 5_000, "..", "e30.e30.e30"])
def test_nobody_is_let_in_when_it_is_no_token(tokens: Tokens, text: str) -> None:
    with pytest.raises(RefusedError):
        tokens.caller(text)


def test_the_highest_role_counts_wherever_the_claim_is(issuer: Issuer) -> None:
    settings = settings_for(issuer, oidc_role_claim="realm_access.roles")
    given = {"realm_access": {"roles": ["offline_access", "Reader", "planwijzer-admin"]}}

    assert Tokens(settings).caller(issuer.token(**claims(issuer, **given))).role is Role.ADMIN


def test_a_claim_whose_name_has_dots_is_found(issuer: Issuer) -> None:
    settings = settings_for(issuer, oidc_role_claim="https://police.example/roles")
    given = {"https://police.example/roles": "editor"}

    assert Tokens(settings).caller(issuer.token(**claims(issuer, **given))).role is Role.EDITOR


def test_the_keys_are_fetched_once_for_many_tokens(issuer: Issuer, tokens: Tokens) -> None:
    for _ in range(5):
        tokens.caller(issuer.token(**claims(issuer)))

    assert issuer.asked == ["/.well-known/openid-configuration", "/keys"]


def test_a_new_key_counts_when_the_issuer_has_changed_it(issuer: Issuer) -> None:
    clock = [0.0]
    tokens = Tokens(settings_for(issuer), Jwks(issuer.url, now=lambda: clock[0]))
    tokens.caller(issuer.token(**claims(issuer)))
    issuer.key, issuer.key_id = rsa.generate_private_key(public_exponent=65537, key_size=2048), "k2"

    with pytest.raises(RefusedError):
        tokens.caller(issuer.token(**claims(issuer)))
    clock[0] = 11.0

    assert tokens.caller(issuer.token(**claims(issuer)))


def test_unknown_keys_make_nobody_ask_the_issuer_again_and_again(issuer: Issuer) -> None:
    clock = [0.0]
    jwks = Jwks(issuer.url, now=lambda: clock[0])
    for number in range(50):
        with pytest.raises(RefusedError):
            jwks.key(f"made-up-{number}")

    assert len(issuer.asked) == 2


def test_known_keys_go_on_counting_when_the_issuer_is_down(issuer: Issuer) -> None:
    clock = [0.0]
    jwks = Jwks(issuer.url, now=lambda: clock[0])
    jwks.key("k1")
    issuer.stop()
    clock[0] = 1_000.0

    assert jwks.key("k1")


def test_it_says_that_it_cannot_tell_when_the_issuer_was_never_reached() -> None:
    with pytest.raises(KeysUnavailableError):
        Jwks("http://127.0.0.1:1").key("k1")


def test_the_server_lets_in_who_shows_a_token(client_of: Any, issuer: Issuer) -> None:
    oidc = {"access": ("oidc",), "oidc_issuer": issuer.url, "oidc_audience": AUDIENCE}
    mine = issuer.token(**claims(issuer))
    old = issuer.token(**claims(issuer, exp=1))

    assert client_of(bearer(mine), **oidc).get("/api/v1/documents").status_code == 200
    refused = client_of(bearer(old), **oidc).get("/api/v1/documents")
    assert refused.status_code == 401
    assert refused.headers["www-authenticate"] == "Bearer"


def test_the_server_answers_503_when_the_issuer_cannot_be_asked(client_of: Any) -> None:
    oidc = {"access": ("oidc",), "oidc_issuer": "http://127.0.0.1:1", "oidc_audience": AUDIENCE}
    token = jwt.encode({"sub": "x"}, "k" * 64, headers={"kid": "k"})

    response = client_of(bearer(token), **oidc).get("/api/v1/documents")

    assert response.status_code == 503
    assert "retry-after" in response.headers

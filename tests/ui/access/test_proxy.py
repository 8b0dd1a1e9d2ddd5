"""A proxy's headers: believed from the configured addresses, from nobody else."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from assistant import Settings, SettingsError
from tests.ui.access.conftest import PROXY, WORD
from ui.access.proxy import Proxies

DOCUMENTS = "/api/v1/documents"
ClientOf = Callable[..., TestClient]


def test_a_user_is_let_in_when_the_proxy_names_one(client_of: ClientOf) -> None:
    for address in (PROXY, "10.9.200.1"):
        client = client_of({"X-Forwarded-User": "jan"}, address=address)

        assert client.get(DOCUMENTS).status_code == 200


def test_the_groups_the_proxy_names_count(client_of: ClientOf) -> None:
    user = {"X-Forwarded-User": "jan"}
    member = client_of({**user, "X-Forwarded-Groups": "x, csd"}, address=PROXY)
    other = client_of({**user, "X-Forwarded-Groups": "csd2"}, address=PROXY)

    assert WORD in member.get("/plan/geheim").text
    assert other.get("/plan/geheim").status_code == 404


def test_nobody_is_let_in_when_another_than_the_proxy_names_a_user(client_of: ClientOf) -> None:
    spoofed = {"X-Forwarded-User": "jan", "X-Forwarded-For": PROXY, "Forwarded": f"for={PROXY}"}

    assert client_of(spoofed).get(DOCUMENTS).status_code == 401


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"X-Forwarded-User": ""},
        {"X-Forwarded-User": " "},
        {"X-Forwarded-User": "x" * 201},
        {"Remote-User": "jan"},
    ],
)
def test_nobody_is_let_in_when_the_proxy_names_nobody(
    client_of: ClientOf, headers: dict[str, str]
) -> None:
    assert client_of(headers, address=PROXY).get(DOCUMENTS).status_code == 401


def test_nobody_is_let_in_when_the_header_is_there_twice(client_of: ClientOf) -> None:
    client = client_of(address=PROXY)

    twice = [("X-Forwarded-User", "jan"), ("x-forwarded-user", "admin")]

    assert client.get(DOCUMENTS, headers=twice).status_code == 401


def test_the_header_counts_for_nothing_when_the_rule_does_not_name_it(client_of: ClientOf) -> None:
    client = client_of({"X-Forwarded-User": "jan"}, address=PROXY, access=("keys",))

    assert client.get(DOCUMENTS).status_code == 401


def _scope(peer: str, *forwarded: str) -> dict[str, object]:
    headers = [(b"x-forwarded-for", value.encode()) for value in forwarded]
    return {"type": "http", "client": (peer, 1), "headers": headers}


@pytest.mark.parametrize(
    ("peer", "forwarded", "address"),
    [
        ("192.0.2.7", (), "192.0.2.7"),
        ("192.0.2.7", ("198.51.100.1",), "192.0.2.7"),
        (PROXY, (), PROXY),
        (PROXY, ("198.51.100.1",), "198.51.100.1"),
        (PROXY, ("1.1.1.1, 198.51.100.1, 10.9.0.4",), "198.51.100.1"),
        (PROXY, ("1.1.1.1", "198.51.100.1"), "198.51.100.1"),
        (PROXY, ("10.9.0.4",), PROXY),
    ],
)
def test_the_address_is_the_last_that_no_trusted_proxy_vouches_for(
    settings: Settings, peer: str, forwarded: tuple[str, ...], address: str
) -> None:
    assert Proxies(settings).address(_scope(peer, *forwarded)) == address


def test_it_says_so_when_a_proxy_is_no_address() -> None:
    with pytest.raises(SettingsError, match=r"proxy\.example"):
        Proxies(Settings(proxy_addresses=("proxy.example",)))

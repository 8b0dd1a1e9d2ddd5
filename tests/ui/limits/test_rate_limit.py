"""Who asks too often is told to wait, and everybody is told how they stand."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

from assistant import Settings, SettingsError
from tests.ui.access.conftest import PROXY, bearer
from tests.ui.standin_assistant import StandIn
from ui.access.keys import Keys
from ui.http.app import create_app
from ui.limits.rates import Rates, rate_of

DOCUMENTS = "/api/v1/documents"
ClientOf = Callable[..., TestClient]


@pytest.fixture
def settings(settings: Settings) -> Settings:
    return settings.model_copy(update={"rate_limit": "3/day"})


def test_429_says_when_to_come_back_when_a_caller_is_over_its_limit(
    client_of: ClientOf, keys: Keys
) -> None:
    client = client_of(bearer(keys.create("k", days=1)[1]))

    answers = [client.get(DOCUMENTS) for _ in range(5)]

    assert [a.status_code for a in answers] == [200, 200, 200, 429, 429]
    assert [a.headers["ratelimit-remaining"] for a in answers] == ["2", "1", "0", "0", "0"]
    assert {a.headers["ratelimit-limit"] for a in answers} == {"3"}
    assert answers[3].json()["title"] == "Too Many Requests"
    assert answers[3].headers["retry-after"] == answers[3].headers["ratelimit-reset"]
    assert 86_000 < int(answers[3].headers["retry-after"]) <= 86_400


def test_each_key_has_its_own_count_whatever_address_it_comes_from(
    client_of: ClientOf, keys: Keys
) -> None:
    client = client_of()
    busy, other = (bearer(keys.create(name, days=1)[1]) for name in "ab")
    for _ in range(4):
        client.get(DOCUMENTS, headers=busy)

    assert client.get(DOCUMENTS, headers=busy).status_code == 429
    assert client.get(DOCUMENTS, headers=other).status_code == 200


def test_each_user_behind_a_proxy_has_an_own_count(client_of: ClientOf) -> None:
    client = client_of(address=PROXY)
    for _ in range(4):
        client.get(DOCUMENTS, headers={"X-Forwarded-User": "jan"})

    assert client.get(DOCUMENTS, headers={"X-Forwarded-User": "jan"}).status_code == 429
    assert client.get(DOCUMENTS, headers={"X-Forwarded-User": "an"}).status_code == 200


def test_the_limit_of_a_key_goes_before_the_general_one(client_of: ClientOf, keys: Keys) -> None:
    client = client_of(bearer(keys.create("k", rate="5/day", days=1)[1]))

    assert [client.get(DOCUMENTS).status_code for _ in range(6)] == [200] * 5 + [429]


def test_what_costs_nothing_is_not_counted(client_of: ClientOf, keys: Keys) -> None:
    client = client_of(bearer(keys.create("k", days=1)[1]))

    for path in ("/healthz", "/readyz", "/plan-assets/plan.css"):
        assert {client.get(path).status_code for _ in range(6)} == {200}
        assert "ratelimit-limit" not in client.get(path).headers


def test_nobody_is_limited_on_a_server_for_its_own_machine(client_of: ClientOf) -> None:
    client = client_of(access=())

    assert {client.get(DOCUMENTS).status_code for _ in range(6)} == {200}


def test_an_address_is_told_to_wait_when_it_goes_on_guessing(
    client_of: ClientOf, keys: Keys
) -> None:
    client = client_of(address=PROXY)
    guesser = {**bearer("pw_0_guess"), "X-Forwarded-For": "198.51.100.9"}
    mine = bearer(keys.create("k", days=1)[1])

    statuses = [client.get(DOCUMENTS, headers=guesser).status_code for _ in range(32)]

    assert statuses == [401] * 30 + [429] * 2
    blocked = client.get(DOCUMENTS, headers={**mine, "X-Forwarded-For": "198.51.100.9"})
    assert blocked.status_code == 429
    other = client.get(DOCUMENTS, headers={**mine, "X-Forwarded-For": "198.51.100.10"})
    assert other.status_code == 200


def test_showing_nothing_is_no_guess(client_of: ClientOf) -> None:
    client = client_of()

    assert {client.get(DOCUMENTS).status_code for _ in range(40)} == {401}


@pytest.mark.parametrize("text", ["often", "3", "3/fortnight", "-1/minute"])
def test_it_says_so_when_a_rate_is_none(whole: StandIn, text: str) -> None:
    with pytest.raises(SettingsError, match="is no limit") as refused:
        create_app(lambda: whole, Settings(rate_limit=text))  # type: ignore[arg-type,return-value]

    assert "120/minute" in refused.value.fix


def test_a_window_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    rates, rate = Rates(), rate_of("1/minute")
    assert rate is not None
    clock = [1_000.0]
    monkeypatch.setattr("time.time", lambda: clock[0])

    assert [rates.count(rate, "a").allowed for _ in range(2)] == [True, False]
    clock[0] += 61
    assert rates.count(rate, "a").allowed

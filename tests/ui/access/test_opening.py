"""The server does not start where others could reach it and nothing says who may."""

from collections.abc import Callable

import pytest

from assistant import Settings, SettingsError
from tests.ui.standin_assistant import StandIn
from ui.access.opening import check_access, is_loopback
from ui.http.app import create_app


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "", "192.0.2.7", "plan.example.invalid"])
def test_it_refuses_to_start_when_anybody_could_reach_it(whole: StandIn, host: str) -> None:
    with pytest.raises(SettingsError, match="open to everybody") as refused:
        create_app(lambda: whole, Settings(host=host))

    assert "keys create" in refused.value.fix


@pytest.mark.parametrize("host", ["127.0.0.1", "127.8.8.8", "localhost", "::1"])
def test_it_starts_without_a_rule_on_this_machine_alone(host: str) -> None:
    check_access(Settings(host=host))


def test_it_starts_anywhere_when_there_is_a_rule() -> None:
    check_access(Settings(host="0.0.0.0", access=("keys",)))


@pytest.mark.parametrize(
    ("changes", "named"),
    [
        ({"access": ("oidc",)}, "PLANWIJZER_OIDC_ISSUER"),
        ({"access": ("oidc",), "oidc_issuer": "https://i.example"}, "PLANWIJZER_OIDC_AUDIENCE"),
        ({"access": ("proxy",)}, "PLANWIJZER_PROXY_ADDRESSES"),
        ({"oidc_issuer": "http://i.example", "oidc_audience": "a"}, "https://"),
        ({"oidc_jwks_url": "http://127.0.0.1.example/keys"}, "https://"),
        ({"oidc_jwks_url": "http://127.0.0.1@i.example/keys"}, "https://"),
        ({"oidc_jwks_url": "file:///etc/passwd"}, "https://"),
    ],
)
def test_it_says_what_is_missing_when_a_rule_is_not_whole(
    changes: dict[str, object], named: str
) -> None:
    with pytest.raises(SettingsError) as refused:
        check_access(Settings(**changes))  # type: ignore[arg-type]

    assert named in refused.value.fix


def test_the_command_line_refuses_too(
    command: Callable[..., tuple[int, str, str]],
) -> None:
    code, _, told = command("serve", "--host", "0.0.0.0", "--port", "18471")

    assert code == 1
    assert "open to everybody" in told


def test_a_name_is_this_machine_only_when_all_its_addresses_are() -> None:
    assert is_loopback("localhost")
    assert not is_loopback("0.0.0.0")

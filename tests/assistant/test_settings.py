import pytest

from assistant import Settings, SettingsError


def test_unknown_variable_is_an_error_that_lists_the_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLANWIJZER_COLOUR", "blue")

    with pytest.raises(SettingsError, match="PLANWIJZER_COLOUR") as caught:
        Settings.load()

    assert "PLANWIJZER_PORT" in caught.value.fix


@pytest.mark.parametrize(
    ("name", "value"), [("PORT", "70000"), ("PORT", "x"), ("MODEL", "gpt"), ("MAX_WAITING", "-1")]
)
def test_value_is_refused_when_it_is_not_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"PLANWIJZER_{name}", value)

    with pytest.raises(SettingsError, match=name):
        Settings.load()


def test_every_setting_is_described() -> None:
    assert all(field.description for field in Settings.model_fields.values())

"""`planwijzer verify`."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

QUOTE = "versterken van de vroegtijdige identificatie van slachtoffers van mensenhandel"
Command = Callable[..., tuple[int, str, str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "ontwerp.txt"


def test_a_right_draft_ends_well(command: Command, file: Path) -> None:
    file.write_text(f"“{QUOTE}” (NVP, 1.3, doelstelling 1 voor de Lokale Politie)", "utf-8")

    code, out, _ = command("verify", str(file))

    assert code == 0
    assert "2 woordelijk juist" in out


@pytest.mark.parametrize(
    "draft",
    [
        f"“{QUOTE.replace('vroegtijdige', 'snelle')}”",
        "“Dit heeft echt niemand gezegd.”",
        f"“{QUOTE}” (NVP, 1.4, doelstelling 3)",
        "NVP, 1.9",
    ],
)
def test_a_draft_with_something_off_ends_with_an_error(
    command: Command, file: Path, draft: str
) -> None:
    file.write_text(draft, "utf-8")

    assert command("verify", str(file))[0] == 1


def test_json_has_the_shape_of_the_api(command: Command, file: Path) -> None:
    file.write_text(f"“{QUOTE}”", "utf-8-sig")

    reply = json.loads(command("verify", str(file), "--json")[1])

    assert (reply["exact"], reply["checks"][0]["found"]["verdict"]) == (1, "exact")


def test_csv_is_in_the_language_asked_for(command: Command, file: Path) -> None:
    file.write_text(f"“{QUOTE}”", "utf-8")

    _, out, _ = command("verify", str(file), "--format", "csv", "--language", "de")

    assert out.removeprefix("\ufeff").startswith("Art,Ihr Text,Urteil")


def test_a_draft_with_too_much_to_check_is_refused(command: Command, file: Path) -> None:
    file.write_text("“iets ergs” " * 301, "utf-8")

    code, out, error = command("verify", str(file))

    assert (code, out) == (1, "")
    assert "301 quotations and references; at most 300" in error
    assert "in parts" in error


def test_a_file_that_is_no_text_is_refused(command: Command, file: Path, tmp_path: Path) -> None:
    file.write_bytes(b"\xff\xfe\x00")

    assert "UTF-8" in command("verify", str(file))[2]
    assert command("verify", str(tmp_path / "none"))[0] == 1
    assert command("verify", str(file), "--document", "nergens")[0] == 1

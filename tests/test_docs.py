"""What the documentation says of the code is what the code does."""

import re
from pathlib import Path

import pytest

import corpus.errors
from corpus import PlanwijzerError
from ui.cli.openapi_page import openapi_page
from ui.cli.settings_page import settings_page

ROOT = Path(__file__).parent.parent


def test_settings_page_is_up_to_date(monkeypatch: pytest.MonkeyPatch) -> None:
    for folder in ("XDG_DATA_HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(folder, raising=False)

    assert (ROOT / "docs" / "settings.md").read_text("utf-8") == settings_page() + "\n", (
        "Run `planwijzer settings > docs/settings.md`."
    )


def test_description_of_the_api_is_the_frozen_one() -> None:
    frozen = (ROOT / "docs" / "openapi.json").read_text("utf-8")

    assert frozen == openapi_page() + "\n", (
        "Integrators rely on it: if the change is meant, run `make openapi`."
    )


def test_errors_page_names_every_error() -> None:
    page = (ROOT / "docs" / "errors.md").read_text("utf-8")
    errors = [
        name
        for name, value in vars(corpus.errors).items()
        if isinstance(value, type) and issubclass(value, PlanwijzerError)
    ]

    assert [name for name in errors if name not in page] == []


def test_links_in_the_documentation_lead_somewhere() -> None:
    broken = [
        f"{page.name}: {target}"
        for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert broken == []


def test_clients_of_the_guide_are_of_the_versions_that_are_tested() -> None:
    guide = (ROOT / "docs" / "integrate.md").read_text("utf-8")
    rows = re.findall(
        r"^\| (.+?) \| (.+?) \| .+ \| `(tests/\S+)` \|$",
        guide.split("## What was tried with what\n", 1)[1],
        re.MULTILINE,
    )
    pinned = dict(
        re.findall(r"^(\S+)==(\S+)$", (ROOT / "constraints.txt").read_text(), re.MULTILINE)
    )
    named = {client.strip("`"): version for client, version, _ in rows}

    assert {"openai", "llama-index-llms-openai-like", "llm-comply", "mcp"} <= set(named)
    assert {client: version for client, version in named.items() if client in pinned} == {
        client: pinned[client] for client in named if client in pinned
    }
    assert [test for _, _, test in rows if not (ROOT / test).exists()] == []

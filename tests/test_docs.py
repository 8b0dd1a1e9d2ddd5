"""What the documentation says of the code is what the code does."""

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
    import re

    broken = [
        f"{page.name}: {target}"
        for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
        for target in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text("utf-8"))
        if "://" not in target and not (page.parent / target).exists()
    ]

    assert broken == []

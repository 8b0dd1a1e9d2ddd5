"""The settings as the page `docs/settings.md`."""

from pathlib import Path
from typing import Literal, get_args, get_origin

from annotated_types import Ge, Le
from pydantic import SecretStr
from pydantic.fields import FieldInfo

from assistant import Settings

_HEAD = """\
# Settings

Each setting is an environment variable; an unknown `PLANWIJZER_` variable is an error.
This page is the output of `planwijzer settings`.

| Variable | Default | Allowed | Meaning |
|---|---|---|---|"""


def settings_page() -> str:
    """Return the page, the same on every machine."""
    prefix = Settings.model_config.get("env_prefix", "")
    rows = [
        f"| `{prefix}{name.upper()}` | {_default(field)} | {_allowed(field)} "
        f"| {_cell(field.description or '')} |"
        for name, field in Settings.model_fields.items()
    ]
    return "\n".join([_HEAD, *rows])


def _default(field: FieldInfo) -> str:
    value = field.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, SecretStr):
        value = value.get_secret_value()
    if value is None or value == "" or value == ():
        return "empty"
    if isinstance(value, Path) and value.is_relative_to(Path.home()):
        return f"`~/{value.relative_to(Path.home()).as_posix()}`"
    return f"`{_cell(str(value))}`"


def _allowed(field: FieldInfo) -> str:
    if get_origin(field.annotation) is Literal:
        return ", ".join(f"`{choice}`" for choice in get_args(field.annotation))
    if get_origin(field.annotation) is tuple:
        inner = get_args(field.annotation)[0]
        return ", ".join(f"`{choice}`" for choice in get_args(inner)) or "texts with commas"
    low = [bound.ge for bound in field.metadata if isinstance(bound, Ge)]
    high = [bound.le for bound in field.metadata if isinstance(bound, Le)]
    if low and high:
        return f"{low[0]}–{high[0]}"
    if field.annotation is bool:
        return "`true`, `false`"
    return "a folder" if "Path" in str(field.annotation) else "text"


def _cell(text: str) -> str:
    return text.replace("|", "\\|")

"""The embedding models, as a table and as JSON."""

from pydantic import BaseModel, ConfigDict
from rich.table import Table

from assistant import ModelInfo, Settings, list_models
from ui.cli.console import result_console


class ModelReply(BaseModel):
    """An embedding model that can be used; `folder` is null where it is not here."""

    model_config = ConfigDict(frozen=True)

    name: str
    title: str
    licence: str
    licence_url: str
    installed: bool
    folder: str | None
    default: bool


class ModelsReply(BaseModel):
    """All of them."""

    model_config = ConfigDict(frozen=True)

    models: tuple[ModelReply, ...]


def models_reply(settings: Settings) -> ModelsReply:
    """Return the models that can be used and which are here."""
    return ModelsReply(models=tuple(_model(info) for info in list_models(settings)))


def print_models(reply: ModelsReply) -> None:
    """Print the models as a table."""
    table = Table("name", "here", "licence", "title", box=None, pad_edge=False)
    for model in reply.models:
        name = f"{model.name} (default)" if model.default else model.name
        here = "yes" if model.installed else "no"
        table.add_row(name, here, f"{model.licence} {model.licence_url}", model.title)
    result_console().print(table)


def _model(info: ModelInfo) -> ModelReply:
    return ModelReply(
        name=info.name,
        title=info.title,
        licence=info.licence,
        licence_url=info.licence_url,
        installed=info.installed,
        folder=str(info.folder) if info.folder else None,
        default=info.default,
    )

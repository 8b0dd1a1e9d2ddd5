"""The parts wired together; the only place where settings are read."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from assistant.assistant import Assistant
from assistant.curate import Curator
from assistant.intake import Complete
from assistant.llm import open_llm
from assistant.opener import Opener
from assistant.settings import Settings
from assistant.written import Judge
from corpus import ModelError, ReadDocument, read_collection
from index.batching_embedder import BatchingEmbedder
from index.build import BuildReport, build
from index.model_catalogue import CATALOGUE, ModelSpec
from index.model_fetch import fetch
from index.model_store import installed, verify
from index.open_index import check
from index.progress import ProgressReport

if TYPE_CHECKING:
    from index.sentence_transformers_embedder import SentenceTransformersEmbedder


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelInfo:
    """A model that can be used, and whether it is here."""

    name: str
    title: str
    licence: str
    licence_url: str
    installed: bool
    folder: Path | None
    default: bool


def open_assistant(settings: Settings) -> Assistant:
    """Return an assistant over the settings' texts, model and index, ready to answer.

    Raises:
        PlanwijzerError: Something is missing or damaged; its `fix` names the command that mends it.
    """
    return assistant_opener(settings).open()


def assistant_opener(settings: Settings) -> Opener:
    """Return what opens assistants over the settings' texts, model and index as they change.

    Raises:
        LlmError: The settings name a language model whose package is not installed.
    """
    llm = open_llm(settings) if settings.llm else None
    judge = open_judge(settings)
    return Opener(settings, lambda: BatchingEmbedder(open_embedder(settings)), llm, judge)


def open_judge(settings: Settings) -> Judge | None:
    """Return what judges the sentences that the settings' language model words, where it is wanted.

    It may take half as long as that for all sentences of an answer.

    Raises:
        LlmError: The settings name a language model whose package is not installed.
    """
    if not (settings.llm and settings.llm_judge):
        return None
    seconds = max(1, settings.llm_seconds // 2)
    hurried = settings.model_copy(update={"llm_seconds": seconds})
    return Judge(open_llm(hurried), seconds)


def open_embedder(settings: Settings) -> "SentenceTransformersEmbedder":
    """Return the embedding model of the settings, loaded.

    Raises:
        ModelError: It is not here or cannot be loaded.
    """
    # The libraries below look for updates and send statistics unless told not to.
    os.environ["HF_HUB_OFFLINE"] = "1"
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    from index.sentence_transformers_embedder import SentenceTransformersEmbedder

    spec = _spec(settings.model)
    folder = installed(spec, settings.cache)
    return SentenceTransformersEmbedder(spec, folder, threads=settings.threads)


def build_index(settings: Settings, progress: ProgressReport) -> BuildReport:
    """Make the index of the settings' texts and put it in use.

    Raises:
        PlanwijzerError: A text, the model or the disk stands in the way.
    """
    return build(
        _documents(settings),
        open_embedder(settings),
        folder=settings.index,
        kept=settings.vectors_folder,
        progress=progress,
    )


def open_curator(
    settings: Settings,
    progress: ProgressReport,
    complete: Complete = lambda _, metadata: metadata,
    *,
    dry_run: bool = False,
) -> Curator:
    """Return what changes the corpus of the settings.

    Args:
        settings: Where corpus, index and model are.
        progress: Told how far the embedding is.
        complete: Fills in what is missing of a new document's metadata.
        dry_run: Only say what would be done.
    """
    return Curator(
        settings,
        lambda: open_embedder(settings),
        progress,
        complete=complete,
        dry_run=dry_run,
    )


def read_documents(settings: Settings) -> tuple[ReadDocument, ...]:
    """Return the documents in use, without model or index.

    Raises:
        CorpusError: A document is missing or damaged.
    """
    return tuple(_documents(settings))


def verify_index(settings: Settings) -> Path:
    """Return the folder of the index in use, after checking it whole and up to date.

    Raises:
        PlanwijzerError: It is missing, damaged, stale or of another model.
    """
    return check(_documents(settings), settings.index, _spec(settings.model).identity)


def fetch_model(
    name: str,
    settings: Settings,
    progress: ProgressReport,
    *,
    folder: Path | None = None,
    repair: bool = False,
) -> Path:
    """Return the folder of a model, after getting it if it is not here.

    Args:
        name: Name of the model.
        settings: Where models are kept.
        progress: Told how far the work is.
        folder: Take the model from this folder only; None follows the settings.
        repair: Read every file of a model that is here, and get it again if one is damaged.

    Raises:
        ModelError: There is no such model, or no route to it works.
    """
    return fetch(
        _spec(name),
        cache=settings.cache,
        folder=folder or settings.model_folder,
        report=progress,
        repair=repair,
    )


def verify_model(name: str, settings: Settings, progress: ProgressReport) -> Path:
    """Return the folder of a model, after checking the digest of every file.

    Raises:
        ModelError: There is no such model, it is not here, or a file is damaged.
    """
    spec = _spec(name)
    folder = installed(spec, settings.cache)
    verify(spec, folder, progress)
    return folder


def list_models(settings: Settings) -> tuple[ModelInfo, ...]:
    """Return the models that can be used."""
    return tuple(_info(spec, settings) for spec in CATALOGUE.values())


def _info(spec: ModelSpec, settings: Settings) -> ModelInfo:
    try:
        folder: Path | None = installed(spec, settings.cache)
    except ModelError:
        folder = None
    return ModelInfo(
        name=spec.name,
        title=spec.title,
        licence=spec.licence,
        licence_url=spec.licence_url,
        installed=folder is not None,
        folder=folder,
        default=spec.name == Settings.model_fields["model"].default,
    )


def _spec(name: str) -> ModelSpec:
    if name not in CATALOGUE:
        raise ModelError(
            f"There is no embedding model {name!r}.", f"Use one of: {', '.join(CATALOGUE)}."
        )
    return CATALOGUE[name]


def _documents(settings: Settings) -> Sequence[ReadDocument]:
    return read_collection(settings.corpus)

"""Where embedding models live on this machine, and whether they are whole.

A model's folder is named after the digest of its files, so that every clone, server and build
of one user shares it and a newer edition never overwrites an older one that is in use.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import platformdirs

from corpus.errors import ModelError
from index.model_catalogue import CATALOGUE
from index.model_spec import ModelFile, ModelSpec
from index.progress import ProgressReport

_DIGEST_DIGITS = 16
_BLOCK = 1 << 22


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalledModel:
    """A model of the catalogue and the folder it is in."""

    spec: ModelSpec
    folder: Path


def default_cache() -> Path:
    """Return the user's cache folder for this application (XDG on Linux); it may not exist yet."""
    return platformdirs.user_cache_path("planwijzer")


def model_folder(spec: ModelSpec, cache: Path) -> Path:
    """Return where the model belongs, whether or not it is there."""
    return cache / "models" / spec.name / spec.digest[:_DIGEST_DIGITS]


def installed(spec: ModelSpec, cache: Path) -> Path:
    """Return the model's folder, having looked at the size of each file only (milliseconds).

    Raises:
        ModelError: A file is missing or has another size.
    """
    folder = model_folder(spec, cache)
    for file in spec.files:
        if _size(folder / file.path) != file.size:
            raise ModelError(
                f"The embedding model {spec.name} is not installed.",
                f"Run `planwijzer model fetch {spec.name}`.",
            )
    return folder


def list_installed(
    cache: Path, specs: Iterable[ModelSpec] = tuple(CATALOGUE.values())
) -> tuple[InstalledModel, ...]:
    """Return those of the models that are installed, in the order given."""
    found = []
    for spec in specs:
        try:
            found.append(InstalledModel(spec=spec, folder=installed(spec, cache)))
        except ModelError:
            continue
    return tuple(found)


def verify(spec: ModelSpec, folder: Path, progress: ProgressReport) -> None:
    """Read every file of the model and compare it with its pinned sha256 (about a GB a second).

    Raises:
        ModelError: A file is missing, cannot be read or differs; the message names it.
    """
    progress.start(f"verifying {spec.name}", spec.size, "bytes")
    for file in spec.files:
        _verify_file(spec, file, folder / file.path, progress)


def _verify_file(spec: ModelSpec, file: ModelFile, path: Path, progress: ProgressReport) -> None:
    found = _size(path)
    if found is None:
        raise _damaged(spec, f"{file.path} is missing")
    if found != file.size:
        raise _damaged(spec, f"{file.path} has {found:,} bytes instead of {file.size:,}")
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while block := stream.read(_BLOCK):
                digest.update(block)
                progress.advance(len(block))
    except OSError as error:
        raise _damaged(spec, f"{file.path} cannot be read") from error
    if digest.hexdigest() != file.sha256:
        raise _damaged(spec, f"{file.path} is not the pinned file (its sha256 differs)")


def _damaged(spec: ModelSpec, what: str) -> ModelError:
    return ModelError(
        f"The embedding model {spec.name} is damaged: {what}.",
        f"Run `planwijzer model fetch {spec.name} --repair`.",
    )


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None

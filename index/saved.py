"""The saved index: a folder that describes itself, swapped in atomically.

<folder>/CURRENT            names the version in use; replacing this file is the swap
<folder>/<version>/manifest.json, vectors/<document>.faiss, vectors/<document>.npy (tokens),
    terms/<language>/
"""

import contextlib
import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from corpus import SearchIndexError

SCHEMA = 3
REBUILD = "Run `planwijzer index build` to make it."
VECTORS = "vectors"
TERMS = "terms"
CURRENT = "CURRENT"
_MANIFEST = "manifest.json"


class SavedPart(BaseModel):
    """What a saved index holds of one document; `digest` is that of everything embedded of it."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    document: str
    sha256: str
    language: str
    digest: str
    file: str
    passages: int
    units: int


class Manifest(BaseModel):
    """What a saved index says of itself; `files` maps each file to its sha256."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    schema_version: int
    built: str
    parts: tuple[SavedPart, ...]
    embedder: str
    dimension: int
    files: dict[str, str]


@contextlib.contextmanager
def new_version(folder: Path) -> Iterator[Path]:
    """Give an empty folder to write a version in; it becomes the one in use when all went well.

    Whatever goes wrong, the version in use before stays in use and no half-written one is left.
    A build that was killed leaves a folder nothing points to; the next build removes it.
    """
    version = folder / uuid.uuid4().hex[:12]
    (version / VECTORS).mkdir(parents=True)
    try:
        yield version
        _point_to(folder, version.name)
    except BaseException:
        shutil.rmtree(version, ignore_errors=True)
        raise
    for other in folder.iterdir():
        if other.is_dir() and other != version:
            shutil.rmtree(other, ignore_errors=True)


def _point_to(folder: Path, version: str) -> None:
    pointer = folder / f".{CURRENT}.partial"
    with pointer.open("w", encoding="utf-8") as file:
        file.write(version + "\n")
        file.flush()
        os.fsync(file.fileno())
    pointer.replace(folder / CURRENT)


def current_version(folder: Path) -> Path:
    """Return the folder of the version in use.

    Raises:
        SearchIndexError: There is none.
    """
    try:
        version = (folder / CURRENT).read_text("utf-8").strip()
    except (FileNotFoundError, NotADirectoryError, UnicodeDecodeError) as error:
        raise SearchIndexError("There is no search index yet.", REBUILD) from error
    path = folder / version
    if not version or version != Path(version).name or not path.is_dir():
        raise SearchIndexError("The search index is incomplete.", REBUILD)
    return path


def other_versions(folder: Path, current: Path) -> Iterator[tuple[Path, Manifest]]:
    """Yield the whole versions beside the one in use, each with what it says of itself."""
    for version in sorted(folder.iterdir()):
        if version.is_dir() and version != current:
            with contextlib.suppress(SearchIndexError):
                yield version, read_manifest(version)


def write_manifest(version: Path, manifest: Manifest) -> None:
    """Write a version's manifest."""
    (version / _MANIFEST).write_text(manifest.model_dump_json(indent=2) + "\n", "utf-8")


def read_manifest(version: Path) -> Manifest:
    """Return a version's manifest.

    Raises:
        SearchIndexError: It is missing, damaged or of another schema.
    """
    try:
        manifest = Manifest.model_validate_json((version / _MANIFEST).read_text("utf-8"))
    except (FileNotFoundError, UnicodeDecodeError, ValidationError) as error:
        raise SearchIndexError(
            "The description of the search index is damaged or of another version.", REBUILD
        ) from error
    if manifest.schema_version != SCHEMA:
        raise SearchIndexError("The search index is of another version of Planwijzer.", REBUILD)
    return manifest


def usable_parts(folder: Path, embedder: str) -> Mapping[str, Sequence[Path]]:
    """Return the files of the version in use that a new one can take over, by part digest.

    Only parts whose files are all undamaged count, and none where the version is another
    embedder's.
    """
    try:
        version = current_version(folder)
        manifest = read_manifest(version)
    except SearchIndexError:
        return {}
    if manifest.embedder != embedder:
        return {}
    files = {
        part.digest: [
            version / name
            for name in manifest.files
            if name.startswith(f"{VECTORS}/{Path(part.file).stem}.")
        ]
        for part in manifest.parts
    }
    return {
        digest: paths
        for digest, paths in files.items()
        if paths
        and all(
            path.is_file() and _sha256(path) == manifest.files[path.relative_to(version).as_posix()]
            for path in paths
        )
    }


def digests_of(version: Path) -> dict[str, str]:
    """Return the sha256 of every file of a version but its manifest."""
    return {
        path.relative_to(version).as_posix(): _sha256(path)
        for path in sorted(version.rglob("*"))
        if path.is_file() and path.name != _MANIFEST
    }


def verify_files(version: Path, manifest: Manifest) -> None:
    """Check every file against the manifest.

    Raises:
        SearchIndexError: A file is missing, damaged or not listed.
    """
    found = digests_of(version)
    damaged = sorted(
        name
        for name in found.keys() | manifest.files.keys()
        if found.get(name) != manifest.files.get(name)
    )
    if damaged:
        raise SearchIndexError(f"The search index is damaged (file {', '.join(damaged)}).", REBUILD)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()

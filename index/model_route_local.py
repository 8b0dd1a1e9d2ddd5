"""Models that are on this machine already: a folder, or the model hub's own cache."""

from collections.abc import Mapping
from pathlib import Path

from index.model_route import RouteClosedError, link_or_copy
from index.model_spec import HubCopy, ModelSpec
from index.progress import ProgressReport


def copy_folder(folder: Path, spec: ModelSpec, target: Path, report: ProgressReport) -> None:
    """Take the model from a folder that holds its files at their own paths.

    Raises:
        RouteClosedError: The folder lacks a file.
    """
    _place({file.path: folder / file.path for file in spec.files}, spec, target, report)


def link_hub_cache(spec: ModelSpec, target: Path, report: ProgressReport) -> None:
    """Take the model from the model hub's local cache, without any network.

    Raises:
        RouteClosedError: No copy of the model is complete there.
    """
    for copy in spec.hub_copies:
        try:
            sources = _cached(copy, spec)
        except RouteClosedError:
            continue
        _place(sources, spec, target, report)
        return
    raise RouteClosedError("the model hub's local cache does not hold it")


def _cached(copy: HubCopy, spec: ModelSpec) -> Mapping[str, Path]:
    # Late, because the import takes a third of a second that few runs need.
    from huggingface_hub import try_to_load_from_cache

    found: dict[str, Path] = {}
    for file in spec.files:
        path = try_to_load_from_cache(copy.repository, file.path, revision=copy.revision)
        if not isinstance(path, str):
            raise RouteClosedError(f"{copy.repository} is not in the local cache")
        # The cache's snapshots are symbolic links; the model must not depend on them.
        found[file.path] = Path(path).resolve()
    return found


def _place(
    sources: Mapping[str, Path], spec: ModelSpec, target: Path, report: ProgressReport
) -> None:
    for path, source in sources.items():
        if not source.is_file():
            raise RouteClosedError(f"{path} is missing")
    report.start(f"copying {spec.name}", spec.size, "bytes")
    for path, source in sources.items():
        link_or_copy(source, target / path)
        report.advance(source.stat().st_size)

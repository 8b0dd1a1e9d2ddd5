"""Where models live, and whether they are whole."""

import hashlib
from pathlib import Path

import pytest

from corpus.errors import ModelError
from index.model_spec import ModelFile, ModelSpec, Packaged
from index.model_store import default_cache, installed, list_installed, model_folder, verify
from index.progress import SilentProgress

CONTENTS = {"model.safetensors": b"weights" * 9, "1_Pooling/config.json": b"{}"}


class Recorder:
    """A progress report that remembers."""

    def __init__(self) -> None:
        self.tasks: list[tuple[str, int, str]] = []
        self.done = 0

    def start(self, task: str, total: int, unit: str) -> None:
        self.tasks.append((task, total, unit))

    def advance(self, amount: int) -> None:
        self.done += amount


def spec_of(name: str = "tiny") -> ModelSpec:
    return ModelSpec(
        name=name,
        title="Tiny",
        licence="MIT",
        licence_url="https://example.org",
        dimension=2,
        max_tokens=8,
        query_prompt="{text}",
        passage_prompt="{title} {text}",
        dtype="float32",
        files=tuple(
            ModelFile(path=path, size=len(content), sha256=hashlib.sha256(content).hexdigest())
            for path, content in CONTENTS.items()
        ),
        hub_copies=(),
        packaged=Packaged(parts=(), unpacking="zip"),
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An installed model in the cache `tmp_path`."""
    home = model_folder(spec_of(), tmp_path)
    for path, content in CONTENTS.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(content)
    return home


def test_folder_is_named_after_model_and_digest_when_asked(tmp_path: Path) -> None:
    spec = spec_of()

    assert model_folder(spec, tmp_path) == tmp_path / "models" / "tiny" / spec.digest[:16]


def test_cache_is_the_users_when_none_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "/somewhere")

    assert default_cache() == Path("/somewhere/planwijzer")


def test_folder_is_returned_when_installed(folder: Path, tmp_path: Path) -> None:
    assert installed(spec_of(), tmp_path) == folder


def test_fix_names_the_command_when_not_installed(tmp_path: Path) -> None:
    with pytest.raises(ModelError) as caught:
        installed(spec_of(), tmp_path)

    assert caught.value.fix == "Run `planwijzer model fetch tiny`."


def test_model_counts_as_not_installed_when_a_file_is_cut_short(
    folder: Path, tmp_path: Path
) -> None:
    (folder / "model.safetensors").write_bytes(b"w")

    with pytest.raises(ModelError, match="not installed"):
        installed(spec_of(), tmp_path)


def test_only_installed_models_are_listed_when_asked(folder: Path, tmp_path: Path) -> None:
    found = list_installed(tmp_path, (spec_of("absent"), spec_of()))

    assert [(model.spec.name, model.folder) for model in found] == [("tiny", folder)]


def test_progress_reaches_the_total_when_verified(folder: Path) -> None:
    report = Recorder()

    verify(spec_of(), folder, report)

    assert report.tasks == [("verifying tiny", spec_of().size, "bytes")]
    assert report.done == spec_of().size


def test_missing_file_is_named_when_verified(folder: Path) -> None:
    (folder / "1_Pooling/config.json").unlink()

    with pytest.raises(ModelError, match=r"1_Pooling/config\.json is missing"):
        verify(spec_of(), folder, SilentProgress())


def test_cut_file_is_named_when_verified(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"weights")

    with pytest.raises(ModelError, match=r"model\.safetensors has 7 bytes instead of 63"):
        verify(spec_of(), folder, SilentProgress())


def test_changed_file_is_named_with_its_fix_when_size_is_the_same(folder: Path) -> None:
    (folder / "model.safetensors").write_bytes(b"WEIGHTS" * 9)

    with pytest.raises(ModelError, match=r"model\.safetensors is not the pinned file") as caught:
        verify(spec_of(), folder, SilentProgress())

    assert caught.value.fix == "Run `planwijzer model fetch tiny --repair`."

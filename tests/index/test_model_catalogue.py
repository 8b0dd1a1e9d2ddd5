"""The catalogue of embedding models."""

import dataclasses
import re

import pytest

from index.model_catalogue import CATALOGUE, DEFAULT_MODEL, LIGHT_MODEL, ModelSpec


@pytest.fixture(params=list(CATALOGUE.values()), ids=list(CATALOGUE))
def spec(request: pytest.FixtureRequest) -> ModelSpec:
    found: ModelSpec = request.param
    return found


def test_default_model_comes_first_when_catalogue_is_listed() -> None:
    assert list(CATALOGUE) == [DEFAULT_MODEL, LIGHT_MODEL]


def test_official_weights_are_pinned_when_default_model_is_fetched() -> None:
    weights = {file.path: file for file in CATALOGUE[DEFAULT_MODEL].files}["model.safetensors"]

    assert weights.size == 1_211_486_072
    assert weights.sha256 == "cbf5a78393b6a033e0b8a63a57549964f7ed5c6fbeb4ba0694214f36123f2fd2"


def test_every_file_has_a_whole_digest_when_pinned(spec: ModelSpec) -> None:
    digests = [file.sha256 for file in spec.files]
    digests += [part.sha256 for part in spec.packaged.parts]

    assert all(re.fullmatch("[0-9a-f]{64}", digest) for digest in digests)


def test_paths_stay_inside_the_folder_when_files_are_written(spec: ModelSpec) -> None:
    paths = [file.path for file in spec.files]

    assert len(set(paths)) == len(paths)
    assert not any(path.startswith("/") or ".." in path for path in paths)


def test_prompts_keep_braces_of_a_text_when_filled(spec: ModelSpec) -> None:
    query = spec.query_prompt.format(text="wat is {dit}?")
    passage = spec.passage_prompt.format(title="Thema", text="{tekst}")

    assert query.endswith("query: wat is {dit}?")
    assert "Thema" in passage
    assert passage.endswith("{tekst}")


def test_size_is_the_sum_when_asked(spec: ModelSpec) -> None:
    assert spec.size == sum(file.size for file in spec.files)


def test_chunks_are_numbered_from_one_when_default_model_is_packaged() -> None:
    versions = [part.version for part in CATALOGUE[DEFAULT_MODEL].packaged.parts]

    assert versions == [f"0.2.{number}" for number in range(1, 26)]


def test_digest_changes_when_a_file_changes(spec: ModelSpec) -> None:
    first, *rest = spec.files
    changed = dataclasses.replace(spec, files=(dataclasses.replace(first, sha256="0" * 64), *rest))

    assert changed.digest != spec.digest
    assert changed.identity != spec.identity


def test_identity_changes_but_digest_does_not_when_a_prompt_changes(spec: ModelSpec) -> None:
    changed = dataclasses.replace(spec, query_prompt="vraag: {text}")

    assert changed.digest == spec.digest
    assert changed.identity != spec.identity

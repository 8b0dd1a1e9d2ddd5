"""The real embedder: a sentence-transformers model from a local folder."""

from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from corpus import ModelError
from index.embedder import CosineScale, Vectors
from index.model_catalogue import ModelSpec

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

_BATCH = 16
_REMEMBERED = 64


class SentenceTransformersEmbedder:
    """Embeds with a model of the catalogue; never looks beyond its folder.

    Prompts are passed explicitly, in the form the model was trained with.
    """

    def __init__(self, spec: ModelSpec, folder: Path, *, threads: int = 0) -> None:
        """Load the model.

        Raises:
            ModelError: The folder does not hold a model that can be loaded.
        """
        self._spec = spec
        self._model = _load(spec, folder, threads)
        # A question is searched more than once when it is answered from several sides.
        self._query = lru_cache(_REMEMBERED)(self._embed_query)

    @property
    def identity(self) -> str:
        return self._spec.identity

    @property
    def dimension(self) -> int:
        return self._spec.dimension

    @property
    def scale(self) -> CosineScale:
        return self._spec.scale

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        if len(texts) == 1:
            return self._query(texts[0])
        return self._encode([self._spec.query_prompt.format(text=text) for text in texts])

    def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
        prompt = self._spec.passage_prompt
        return self._encode([prompt.format(title=title, text=text) for title, text in texts])

    def _embed_query(self, text: str) -> Vectors:
        return self._encode([self._spec.query_prompt.format(text=text)])

    def _encode(self, texts: list[str]) -> Vectors:
        vectors = self._model.encode(
            texts,
            batch_size=_BATCH,
            normalize_embeddings=True,
            convert_to_numpy=True,
            show_progress_bar=False,
        )
        return np.ascontiguousarray(vectors, dtype=np.float32)


def _load(spec: ModelSpec, folder: Path, threads: int) -> "SentenceTransformer":
    # Late, because importing torch and transformers takes seconds the command line need not pay.
    import torch
    from sentence_transformers import SentenceTransformer
    from transformers.utils import logging as transformers_logging

    transformers_logging.disable_progress_bar()
    if threads:
        torch.set_num_threads(threads)
    try:
        model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    except (OSError, ValueError, KeyError, RuntimeError) as error:
        raise ModelError(
            f"The embedding model {spec.name} cannot be loaded ({type(error).__name__}).",
            f"Run `planwijzer model verify {spec.name}` to see what is wrong with its files.",
        ) from error
    # bfloat16 is faster than float32 on a CPU and keeps the cosine within 0.002.
    return model.to(getattr(torch, spec.dtype))

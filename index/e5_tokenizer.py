"""The tokenizer of multilingual-e5-small as Hugging Face files.

It is XLM-RoBERTa's: SentencePiece Unigram over text whose characters are normalised one by one.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_SPECIAL = {0: "<s>", 1: "<pad>", 2: "</s>", 3: "<unk>", 250_001: "<mask>"}
_MAX_TOKENS = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceTokenizer:
    """What the source says: pieces with their log probabilities, and what a character becomes."""

    pieces: tuple[tuple[str, float], ...]
    normalised: Mapping[str, str]


def tokenizer_files(source: SourceTokenizer) -> Mapping[str, Json]:
    """Return the content of the tokenizer's files by name."""
    return {
        "tokenizer.json": {
            "version": "1.0",
            "truncation": None,
            "padding": None,
            "added_tokens": [_added(number, text) for number, text in _SPECIAL.items()],
            "normalizer": {"type": "Sequence", "normalizers": _normalisers(source.normalised)},
            "pre_tokenizer": {
                "type": "Sequence",
                "pretokenizers": [{"type": "WhitespaceSplit"}, _metaspace()],
            },
            "post_processor": _template(),
            "decoder": _metaspace(),
            "model": {
                "type": "Unigram",
                "unk_id": 3,
                "vocab": [[piece, score] for piece, score in source.pieces],
                "byte_fallback": False,
            },
        },
        "tokenizer_config.json": {
            "tokenizer_class": "PreTrainedTokenizerFast",
            "model_max_length": _MAX_TOKENS,
            "bos_token": "<s>",
            "cls_token": "<s>",
            "eos_token": "</s>",
            "sep_token": "</s>",
            "pad_token": "<pad>",
            "unk_token": "<unk>",
            "mask_token": "<mask>",
            "clean_up_tokenization_spaces": False,
        },
    }


def _normalisers(normalised: Mapping[str, str]) -> list[Json]:
    """NFKC, after the few characters (controls, odd spaces) that the source treats otherwise.

    Unicode never changes how an assigned character is composed, so this is the same list under
    every version of Python.
    """
    removed: list[str] = []
    spaces: list[str] = []
    for character, replacement in sorted(normalised.items()):
        if unicodedata.normalize("NFKC", character) == replacement:
            continue
        if replacement not in ("", " "):
            raise ValueError(f"U+{ord(character):04X} becomes something unforeseen")
        (spaces if replacement else removed).append(re.escape(character))
    return [
        _replace(f"[{''.join(removed)}]", ""),
        _replace(f"[{''.join(spaces)}]", " "),
        {"type": "NFKC"},
    ]


def _replace(pattern: str, content: str) -> Json:
    return {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}


def _metaspace() -> Json:
    return {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": True}


def _added(number: int, text: str) -> Json:
    return {
        "id": number,
        "content": text,
        "single_word": False,
        "lstrip": text == "<mask>",
        "rstrip": False,
        "normalized": False,
        "special": True,
    }


def _template() -> Json:
    start: Json = {"SpecialToken": {"id": "<s>", "type_id": 0}}
    end: Json = {"SpecialToken": {"id": "</s>", "type_id": 0}}
    first: Json = {"Sequence": {"id": "A", "type_id": 0}}
    second: Json = {"Sequence": {"id": "B", "type_id": 0}}
    return {
        "type": "TemplateProcessing",
        "single": [start, first, end],
        "pair": [start, first, end, end, second, end],
        "special_tokens": {
            text: {"id": text, "ids": [number], "tokens": [text]}
            for number, text in ((0, "<s>"), (2, "</s>"))
        },
    }

"""The light model, made from 4-bit weights."""

import json
import struct
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer

import index.e5_tokenizer
from corpus.errors import ModelError
from index.e5_small import convert
from index.e5_source import dequantise
from index.e5_tokenizer import SourceTokenizer, tokenizer_files
from index.model_catalogue import CATALOGUE, LIGHT_MODEL
from index.model_fetch import fetch
from index.model_store import default_cache
from index.progress import SilentProgress

PIECES = ("<s>", "<pad>", "</s>", "<unk>", "▁", "▁de", "▁wet", "en", "<mask>")


@pytest.fixture
def tokenizer(monkeypatch: pytest.MonkeyPatch) -> Tokenizer:
    special = {0: "<s>", 1: "<pad>", 2: "</s>", 3: "<unk>", 8: "<mask>"}
    monkeypatch.setattr(index.e5_tokenizer, "_SPECIAL", special)
    source = SourceTokenizer(
        pieces=tuple((piece, -float(number)) for number, piece in enumerate(PIECES)),
        normalised={"\x07": "", "\u200b": " ", "\ufb01": "fi"},
    )
    return Tokenizer.from_str(json.dumps(tokenizer_files(source)["tokenizer.json"]))


def test_weights_are_scaled_halves_when_dequantised() -> None:
    # Scale 0.5; every low half is 10 and every high half is 1.
    block = struct.pack("<e", 0.5) + bytes([0x1A]) * 16

    weights = dequantise(memoryview(block))

    assert weights.dtype == np.float32
    assert weights.tolist() == [1.0] * 16 + [-3.5] * 16


def test_order_is_low_halves_first_when_dequantised() -> None:
    block = struct.pack("<e", 1.0) + bytes(range(16))

    weights = dequantise(memoryview(block))

    assert weights.tolist() == [number - 8 for number in range(16)] + [-8.0] * 16


def test_text_is_framed_when_tokenised(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("de weten").tokens == ["<s>", "▁de", "▁wet", "en", "</s>"]


def test_control_characters_vanish_when_tokenised(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("d\x07e").tokens == ["<s>", "▁de", "</s>"]


def test_odd_spaces_part_words_when_tokenised(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode(" de\u200bwet \n").tokens == ["<s>", "▁de", "▁wet", "</s>"]


def test_model_error_is_raised_when_the_source_is_something_else(tmp_path: Path) -> None:
    source = tmp_path / "weights.bin"
    source.write_bytes(b"GGUF" + bytes(100))

    with pytest.raises(ModelError, match="damaged or of another kind"):
        convert(source, tmp_path / "model")


def test_model_error_is_raised_when_the_source_is_cut_short(tmp_path: Path) -> None:
    shape = (384, 12, 12, 1536, 250_037, 512, 2)
    source = tmp_path / "weights.bin"
    source.write_bytes(b"E5S1" + struct.pack("<I7if", 1, *shape, 1e-12))

    with pytest.raises(ModelError, match="damaged or of another kind"):
        convert(source, tmp_path / "model")


def test_source_is_refused_when_a_character_becomes_something_unforeseen() -> None:
    source = SourceTokenizer(pieces=(), normalised={"a": "b"})

    with pytest.raises(ValueError, match=r"U\+0061"):
        tokenizer_files(source)


@pytest.mark.real
def test_the_right_passage_comes_first_when_the_light_model_embeds() -> None:
    from sentence_transformers import SentenceTransformer

    spec = CATALOGUE[LIGHT_MODEL]
    folder = fetch(spec, cache=default_cache(), report=SilentProgress())
    passages = (
        "De lokale politie versterkt de aanpak van verkeersveiligheid en snelheidsovertredingen.",
        "De federale politie bouwt expertise op tegen ransomware en andere cybercriminaliteit.",
        "Drugshandel in de havens wordt samen met de douane bestreden.",
    )
    questions = (
        "Wat doet de politie tegen te snel rijden?",
        "Que fait la police contre la cybercriminalité ?",
        "What is done about drug trafficking in the ports?",
    )

    model = SentenceTransformer(str(folder), device="cpu", local_files_only=True)
    found = model.encode([spec.passage_prompt.format(title="", text=text) for text in passages])
    asked = model.encode([spec.query_prompt.format(text=text) for text in questions])

    assert found.shape == (3, spec.dimension)
    assert (asked @ found.T).argmax(axis=1).tolist() == [0, 1, 2]

from pathlib import Path

from index.terms import TermIndex

TEXTS = ["De wapens worden gecontroleerd", "Snelheid in het verkeer", "Artikel 95 van de WGP"]


def test_stem_is_found_in_another_form() -> None:
    scores = TermIndex.of(TEXTS, "nl").scores("wapen controleren")

    assert scores.argmax() == 0
    assert scores[1] == 0


def test_score_is_zero_when_no_word_is_known() -> None:
    assert TermIndex.of(TEXTS, "nl").scores("xyzzy").tolist() == [0, 0, 0]
    assert TermIndex.of(TEXTS, "nl").scores("").tolist() == [0, 0, 0]


def test_index_is_the_same_when_loaded_again(tmp_path: Path) -> None:
    index = TermIndex.of(TEXTS, "nl")
    index.save(tmp_path / "terms")

    loaded = TermIndex.load(tmp_path / "terms", "nl", len(TEXTS))

    assert loaded.scores("95 WGP").tolist() == index.scores("95 WGP").tolist()

import tomllib
from pathlib import Path

import pytest
from pydantic import TypeAdapter, ValidationError

import ui.wording
from assistant import LANGUAGES
from ui.wording import Words, words
from ui.wording.negotiate import negotiate

FOLDER = Path(ui.wording.__file__).parent


def flat(table: dict[str, object], above: str = "") -> dict[str, object]:
    found: dict[str, object] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            found |= flat(value, f"{above}{key}.")
        else:
            found[above + key] = value
    return found


def read(language: str) -> dict[str, object]:
    return tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_language_has_every_key_of_dutch_when_it_is_loaded(language: str) -> None:
    assert flat(read(language)).keys() == flat(read("nl")).keys()
    assert words(language).code == language


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_empty_when_a_language_is_loaded(language: str) -> None:
    values = flat(read(language)).values()
    lines = [line for v in values for line in (v if isinstance(v, list) else [v])]
    assert all(isinstance(line, str) and line.strip() for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_same_places_are_filled_in_when_a_sentence_has_them(language: str) -> None:
    chat, reader = words(language).chat, words(language).reader
    assert chat.source.format(number=1, place="x")
    assert chat.too_long.format(length=1, maximum=2)
    assert reader.parts.format(section="x")
    assert reader.page.format(page=1)
    assert reader.footnote.format(number=1)
    assert reader.text_language.format(language="x")
    assert reader.chapter.format(number=1, title="x")
    assert chat.original.format(language="x")


def test_words_are_refused_when_one_is_empty() -> None:
    table = read("nl") | {"product": " "}
    with pytest.raises(ValidationError):
        TypeAdapter(Words).validate_python(table)


def test_dutch_is_spoken_when_the_language_is_unknown() -> None:
    assert words("xx").code == "nl"
    assert negotiate("xx", None) == "nl"


def test_choice_wins_when_the_browser_prefers_another_language() -> None:
    assert negotiate("de", "fr-BE,fr") == "de"
    assert negotiate(None, "fr-BE,fr") == "fr"

"""Which of the four languages a text is written in."""

import re
from collections.abc import Sequence

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

_CODES = {
    Language.DUTCH: "nl",
    Language.FRENCH: "fr",
    Language.GERMAN: "de",
    Language.ENGLISH: "en",
}
_SURE = 0.5

# Words that one of the four languages has and the others have not. Foreign terms ("stalking",
# "dumping") mislead a detector of letter patterns in a short question; these do not.
_OWN_WORDS = {
    "nl": "wat welke hoe waar waarom het een van voor zijn wordt worden niet ook naar uit moet",
    "fr": "que quoi quel quelle quels quelles qui le la les un une du sur pour dans est sont pas",
    "de": "welche welches wer wo warum der das ein eine von für ist sind wird werden nicht auch",
    "en": "what which who how where why the for with are does do not also by from about should",
}
_OWNERS = {word: code for code, words in _OWN_WORDS.items() for word in words.split()}
_WORD = re.compile(r"[^\W\d_]+")


class LanguageOf:
    """Detects nl, fr, de or en; a text too short to tell takes the language of those before it."""

    def __init__(self, fallback: str = "nl") -> None:
        self._detector: LanguageDetector = LanguageDetectorBuilder.from_languages(*_CODES).build()
        self._fallback = fallback

    def __call__(self, text: str, earlier: Sequence[str] = ()) -> str:
        """Return the language of `text`, or of the latest of `earlier` that shows its own."""
        for candidate in (text, *reversed(earlier)):
            best = self._detector.compute_language_confidence_values(candidate)[0]
            if best.value >= _SURE:
                return _CODES[best.language]
            if (shown := _by_own_words(candidate)) is not None:
                return shown
        return self._fallback


def _by_own_words(text: str) -> str | None:
    """Return the language most of whose own words are used; None when no one has most."""
    words = _WORD.findall(text.lower())
    counts = {code: sum(_OWNERS.get(word) == code for word in words) for code in _OWN_WORDS}
    best, second = sorted(counts, key=lambda code: -counts[code])[:2]
    return best if counts[best] > counts[second] else None

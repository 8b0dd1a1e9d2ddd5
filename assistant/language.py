"""Which of the four languages a text is written in."""

from collections.abc import Sequence

from lingua import Language, LanguageDetector, LanguageDetectorBuilder

_CODES = {
    Language.DUTCH: "nl",
    Language.FRENCH: "fr",
    Language.GERMAN: "de",
    Language.ENGLISH: "en",
}
_SURE = 0.5


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
        return self._fallback

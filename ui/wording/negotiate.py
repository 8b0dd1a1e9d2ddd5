"""Which of the four languages a visitor reads."""

from assistant import LANGUAGES
from ui.wording import DEFAULT_LANGUAGE

_MAX_HEADER_CHARACTERS = 500


def negotiate(chosen: str | None, accept_language: str | None) -> str:
    """Return the language chosen, else the best of an Accept-Language header, else the default.

    The header is read as RFC 9110 (12.5.4) describes it: comma-separated ranges with an optional
    weight, of which the primary language counts.
    """
    if chosen in LANGUAGES:
        return str(chosen)
    best, best_weight = DEFAULT_LANGUAGE, 0.0
    for entry in (accept_language or "")[:_MAX_HEADER_CHARACTERS].split(","):
        tag, _, parameters = entry.strip().partition(";")
        language = tag.partition("-")[0].strip().lower()
        weight = _weight(parameters)
        if language in LANGUAGES and weight > best_weight:
            best, best_weight = language, weight
    return best


def _weight(parameters: str) -> float:
    name, _, value = parameters.strip().partition("=")
    if name.strip() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0

"""Instructions to a language model that stand in a document, in their usual forms.

A document that holds one would support whatever a model says that follows it, word by word.
"""

import re

_WITHIN = r"\b[^.!?\n]{0,60}\b"
_ORDERS = (
    rf"(?:ignore|disregard|forget){_WITHIN}(?:instructions?|prompts?|rules|orders)\b",
    rf"(?:negeer|vergeet){_WITHIN}(?:instructies?|opdracht(?:en)?|aanwijzing(?:en)?|regels|prompts?)\b",
    rf"(?:ignore[sz]?|oublie[sz]?){_WITHIN}(?:instructions?|consignes?|règles|ordres)\b",
    rf"(?:ignoriere(?:n sie)?|vergiss|vergessen sie){_WITHIN}(?:anweisung(?:en)?|regeln|befehle)\b",
    r"(?:answer|reply|respond) only with\b",
    r"antwoord (?:alleen|enkel|uitsluitend|alleen maar) met\b",
    r"répond(?:s|ez) (?:uniquement|seulement) (?:par|avec)\b",
    r"antworten?(?: sie)? (?:nur|ausschließlich) mit\b",
    r"(?:system ?prompt|systeemprompt|prompt système)\b",
)
_MARKS = r"<\|\w{1,20}\|>|\[/?inst\]|<</?sys>>"
"""What sets the parts of a conversation apart for some models."""
_PLANTED = re.compile(rf"\b(?:{'|'.join(_ORDERS)})|{_MARKS}", re.I)


def instructs(text: str) -> bool:
    """Return whether a text tells a language model what to do."""
    return _PLANTED.search(text) is not None

"""Follow-ups that ask where what was said stands: "waar staat dat?", "which goal is that?"."""

import re

from assistant.phrases import content_words

_PARTS = {
    "nl": r"(?:doelstelling|doel|thema|hoofdstuk|deel|punt|pagina|bladzijde|sectie|passage)",
    "fr": r"(?:objectif|thème|chapitre|partie|point|page|section|passage|numéro d['’]objectif)",
    "de": r"(?:ziel|thema|kapitel|teil|punkt|seite|abschnitt|stelle)",
    "en": r"(?:objective|goal|theme|chapter|part|point|page|section|passage)",
}
_IS = {
    "nl": r"(?:staat|stond|is|hoort|valt|vind ik|lees ik)\s+(?:dat?|dit|het|die)",
    "fr": r"(?:est-ce|c['’]est|ça|cela|figure|se trouve)",
    "de": r"(?:steht|stand|ist|gehört|fällt)\s+(?:das|dies|es)",
    "en": r"(?:is |does |was )?(?:that|this|it)",
}
_ASKS = (
    rf"(?:waar|(?:(?:in|onder|bij|op)\s+)?welke?\s+{_PARTS['nl']})\s+{_IS['nl']}",
    r"où\s+(?:est(?:-ce)?|c['’]est|figure)\s+(?:que\s+c['’]est\s+)?(?:ça|cela|ceci|écrit|dit)",
    rf"c['’]est\s+(?:(?:dans|à|sous)\s+)?quel(?:le)?\s+{_PARTS['fr']}",
    rf"(?:dans|à|sous)\s+quel(?:le)?\s+{_PARTS['fr']}\s+{_IS['fr']}",
    rf"(?:wo|(?:(?:in|unter|zu|auf|an)\s+)?welche[mrsn]?\s+{_PARTS['de']})\s+{_IS['de']}",
    rf"(?:where\s+(?:is|was|does\s+it\s+say)|(?:(?:in|under|on)\s+)?(?:which|what)\s+{_PARTS['en']})"
    rf"\s+{_IS['en']}",
)
_WHERE = re.compile(
    r"^\W*(?:(?:ok|oké|merci|bedankt|thanks|danke|en|et|und|and)\W+){0,3}"
    rf"(?:{'|'.join(_ASKS)})\b(?P<rest>.{{0,40}})$",
    re.I,
)
_ANY_PART = re.compile(rf"\b(?:{'|'.join(_PARTS.values())})\b", re.I)


def asks_where(text: str) -> bool:
    """Whether a text asks for nothing but the place of what was said before."""
    found = _WHERE.match(text)
    # What follows may still say "precies", "in het plan" or "onder welke doelstelling".
    return found is not None and not content_words(_ANY_PART.sub("", found["rest"]))

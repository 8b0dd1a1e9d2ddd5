"""The words by which policy texts name their own parts, in the four languages.

Structure is recognised by these general words and by form, never by one document's titles.
"""

import re
import unicodedata
from functools import lru_cache

from corpus.document import Audience, SectionKind

DIVISIONS = {
    SectionKind.PART: "deel|partie|teil|part",
    SectionKind.TITLE: "titel|titre|title",
    SectionKind.CHAPTER: "hoofdstuk|chapitre|kapitel|chapter",
    SectionKind.DIVISION: "afdeling|section|abschnitt",
    SectionKind.SUBDIVISION: "onderafdeling|sous-section|unterabschnitt|subsection",
    SectionKind.ANNEX: "bijlage|annexe|anhang|annex|appendix",
}
"""The words of numbered divisions; the ones above annexes from the widest to the narrowest."""

CONTENTS = re.compile(
    r"^(inhoud(stafel|sopgave)?|table des matières|sommaire|inhalt(sverzeichnis)?|"
    r"(table of )?contents)$",
    re.I,
)
GLOSSARY = re.compile(r"afkorting|abréviation|sigle|abkürzung|abbreviation|acronym|glossa", re.I)
GOALS = re.compile(r"doelstelling|objectif|zielsetzung|\bziele?\b|objective|\bgoals?\b", re.I)
FRAMEWORKS = re.compile(
    r"actieplan|beleidskader|plans? d['’]action|cadres? (politique|stratégique)|aktionspl|"
    r"action plan|policy framework",
    re.I,
)
AND_OR = frozenset(("en", "of", "et", "ou", "und", "oder", "and", "or"))
_AUDIENCES = {
    Audience.FEDERAL: re.compile(
        r"federale\s+politie|police\s+fédérale|föderale\w?\s+polizei|federal\s+police", re.I
    ),
    Audience.LOCAL: re.compile(
        r"lokale\s+politie|police\s+locale|lokale\w?\s+polizei|local\s+police", re.I
    ),
}
_LIGATURES = str.maketrans({"ß": "ss", "œ": "oe", "Œ": "OE", "æ": "ae", "Æ": "AE"})


def named_audience(text: str) -> tuple[Audience, str] | None:
    """Return the one police level a text names, with the words it uses; None if none or both."""
    found = [(level, m.group()) for level, rx in _AUDIENCES.items() if (m := rx.search(text))]
    return found[0] if len(found) == 1 else None


# The same headings are compared with every question.
@lru_cache(maxsize=8_192)
def slug(text: str) -> str:
    """Return a title as an address segment: lower-case ASCII words joined by hyphens."""
    folded = unicodedata.normalize("NFKD", text.translate(_LIGATURES)).encode("ascii", "ignore")
    return re.sub(r"[^a-z0-9]+", "-", folded.decode().lower()).strip("-")

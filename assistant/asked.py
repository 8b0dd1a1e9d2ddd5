"""What sort of fact a question asks for, and whether a text states one of that sort.

A passage about the right subject that holds no number does not answer "how many". After the
answer types of question classification (Li & Roth, COLING 2002), kept to the two that can be told
from the form of a question and of its answer in all four languages.
"""

import re
from enum import Enum


class Asked(Enum):
    """A sort of fact whose presence in a text can be seen."""

    QUANTITY = "quantity"
    TIME = "time"


_QUESTIONS = {
    Asked.QUANTITY: re.compile(
        r"\b(hoeveel|hoe (groot|hoog|lang|vaak|veel)|welk (percentage|bedrag|aantal)|combien|"
        r"quel(le)? (pourcentage|montant|nombre|budget|part)|wie ?viele?|"
        r"wie (hoch|lange?|oft|gro(ß|ss))|"
        r"how (many|much|large|high|long|often)|what (percentage|amount|number|share))\b",
        re.I,
    ),
    Asked.TIME: re.compile(
        r"\b(wanneer|welke datum|welk jaar|quand|quelle (date|année)|wann|welches (datum|jahr)|"
        r"welchem jahr|when|(what|which) (date|year))\b",
        re.I,
    ),
}
_STATEMENTS = {
    Asked.QUANTITY: re.compile(
        r"\d|\b(één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|honderden|duizenden|"
        r"tienduizenden|halvering|nul|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|zwei|drei|fünf|"
        r"sechs|sieben|neun|zehn|two|three|four|five|seven|eight|nine|ten)\b",
        re.I,
    ),
    Asked.TIME: re.compile(
        r"\d|\b(jaarlijks|maandelijks|permanent|legislatuur|termijn|onmiddellijk|onverwijld|"
        r"voortdurend|regelmatig|einde|begin|annuel|mensuel|législature|immédiat|jährlich|"
        r"monatlich|sofort|annually|yearly|monthly|immediately|end of)\w*\b",
        re.I,
    ),
}

# "Article 25" is a number, but no quantity.
_REFERENCE = re.compile(
    r"\b(artikel(en)?|articles?|art\.?)\s*\d+\w*((,| en| et| und| and)\s*\d+)*", re.I
)


_YEAR = re.compile(r"(?<![-–/.\d])(?:19|20)\d\d(?![-–/\d]|\.\d)")
_EDITION = re.compile(r"\b(?:nvp|pns|nsp|kiv|plan|note|nota)\s+\d{4}\b", re.I)

_OVERVIEW = re.compile(
    r"^\W*(?:"
    r"wat (?:zegt|vermeldt|schrijft|bepaalt|staat)\b.*?\b(?:over|rond|omtrent|inzake)|"
    r"(?:que|qu['’]est-ce que) .*?\b(?:dit|prévoit|mentionne)\b.*?"
    r"(?:\bsur|\bconcernant|\bà propos d[eu]s?|\bau sujet d[eu]s?|\bd[eu]s?|\bde l['’])|"
    r"que (?:dit|prévoit|mentionne) .*?(?:\bsur|\bconcernant|\bd[eu]s?|\bde l['’])|"
    r"was (?:sagt|steht)\b.*?\b(?:über|zu[mr]?)|"
    r"what (?:does|do|is)\b.*?\b(?:say|says|said|mention)\b.*?\b(?:about|on|regarding)"
    r")\s*(?P<topic>.+?)\W*$",
    re.IGNORECASE,
)


def topic_of(question: str) -> str:
    """Return the subject of a question that asks what the plan says about it, else nothing.

    Such a question asks for no particular fact: it is answered as soon as its subject is there.
    """
    match = _OVERVIEW.match(question)
    return match.group("topic") if match else ""


def asked_for(question: str) -> Asked | None:
    """Return the sort of fact a question asks for, None when its form does not tell."""
    return next((sort for sort, form in _QUESTIONS.items() if form.search(question)), None)


def asks_for_quantity_or_time(question: str) -> bool:
    """Whether a question asks for a number, an amount or a time."""
    return asked_for(question) is not None


def years_in(question: str) -> frozenset[str]:
    """Return the single years that a question names; a period or an edition's year is none."""
    return frozenset(_YEAR.findall(_EDITION.sub("", question)))


def states(sort: Asked | None, text: str) -> bool:
    """Whether a text holds a fact of this sort; any text does when the sort is not known."""
    return sort is None or _STATEMENTS[sort].search(_REFERENCE.sub("", text)) is not None

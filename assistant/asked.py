"""What sort of fact a question asks for, and whether a text states one of that sort.

A passage about the right subject that holds no number does not answer "how many". After the
answer types of question classification (Li & Roth, COLING 2002), kept to those that can be told
from the form of a question and of its answer in all four languages.
"""

import re
from enum import Enum


class Asked(Enum):
    """A sort of fact whose presence in a text can be seen."""

    QUANTITY = "quantity"
    MONEY = "money"
    TIME = "time"


# "When" asks for a time where it opens a question, and not where it only opens a clause.
_ASKING = (
    r"(?:^|[:;.!?]\s|\b(?:et|en|und|and|tegen|vanaf|sinds|sedert|tot|depuis|jusqu['’]à|pour|ab|bis|"
    r"seit|by|since|until|from)\s)\W*"
)
_OTHER = (
    r"(?:\w+ )?(?:wat|wie|welke?|hoe\w*|que|qui|quoi|quel\w*|comment|combien|was|wer|welche\w*|"
    r"what|who|which|how)\b"
)
_QUESTIONS = {
    Asked.MONEY: re.compile(
        r"\b((wat|hoeveel) kost(te|en)?|welke? (budget|bedrag|kostprijs)|hoeveel (geld|euro)|"
        r"combien (coûte\w*|d['’](argent|euros))|quel(le)? (budget|montant|coût|somme)|"
        r"(was|wie ?viel) kostet\w*|wie ?viel geld|welche[sr]? (budget|betrag|kosten)|"
        r"how much (money|(does|did|will|do)\b.*\bcosts?)|what (budget|amount)|"
        r"what (does|did|will)\b.*\bcost)\b",
        re.I,
    ),
    Asked.TIME: re.compile(
        rf"{_ASKING}\b(wanneer|quand|wann|when)\b(?!.*,\s*({_OTHER}))|"
        r"\b((welke|wat is de) (datum|termijn|deadline)|welk jaar|hoe (lang|vaak|dikwijls)|"
        r"quelle (date|année|échéance|fréquence)|quel (délai|jour|mois)|combien de (fois|temps)|"
        r"welche[srmn]? (datum|jahr|frist|tag|monat)|wie (oft|häufig|lange?)|"
        r"(what|which|on what) (date|year|deadline|day|month)|how (long|often))\b",
        re.I | re.S,
    ),
    Asked.QUANTITY: re.compile(
        r"\b(hoeveel|hoe (groot|hoog|veel)|welk (percentage|aantal)|combien|"
        r"quel(le)? (pourcentage|nombre|part)|wie ?viele?|wie (hoch|gro(ß|ss))|"
        r"how (many|much|large|high)|what (percentage|number|share))\b",
        re.I,
    ),
}
_UNITS = (
    r"min(uten?|utes?)?|uur|uren|dag(en)?|we(ek|ken)|maand(en)?|ja(ar|ren)|heures?|jours?|"
    r"semaines?|mois|ans?|années?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?|hours?|days?|weeks?|"
    r"months?|years?"
)
_MONTHS = (
    r"januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"januar|februar|märz|august|dezember|january|february|march|may|june|july|october"
)
_STATEMENTS = {
    Asked.QUANTITY: re.compile(
        r"\d|\b(één|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|honderden|duizenden|"
        r"tienduizenden|halvering|nul|vierde|vijfde|zesde|zevende|achtste|negende|tiende|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|zwei|drei|fünf|"
        r"sechs|sieben|neun|zehn|two|three|four|five|seven|eight|nine|ten)\b",
        re.I,
    ),
    Asked.MONEY: re.compile(
        r"€|\b(euros?|eur|miljoen\w*|miljard\w*|millions?|milliards?|millionen|milliarden?|billion)\b"
        r"|\d\s*%",
        re.I,
    ),
    Asked.TIME: re.compile(
        rf"\b(19|20)\d\d\b|\d\s*({_UNITS})\b|\b({_MONTHS})\b|"
        r"\b(jaarlijks|maandelijks|permanent|legislatuur|termijn|onmiddellijk|onverwijld|"
        r"voortdurend|regelmatig|einde|begin|annuel|mensuel|législature|immédiat|jährlich|"
        r"monatlich|sofort|annually|yearly|monthly|immediately|end of)\w*\b",
        re.I,
    ),
}

# Numbers that are no quantities: of an article, a date or a year, a circular, a version of a name.
_NO_QUANTITY = re.compile(
    rf"\b(artikel(en)?|articles?|art\.?)\s*\d+\w*((,| en| et| und| and)\s*\d+)*|"
    rf"(\b\d\d?(er)?\.?\s+)?({_MONTHS})\s+(19|20)\d\d|"
    r"\b(19|20)\d\d(\s*[-–/]\s*(19|20)?\d\d)?\b(?!\.\d)|"
    r"\b[A-ZÀ-Ý][\w-]*\s?\d+(\.\d+|/\d+)+|\b[A-Z]{2,}\s?\d+\b"
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


_POLITE = """
hallo hoi hey dag goeiedag goedemorgen goeiemorgen goedemiddag goedenavond bonjour bonsoir salut
guten tag morgen abend hello hi good morning afternoon evening ok oké okay super top prima goed
hartelijk dank u je wel bedankt dankjewel danku merci beaucoup bien parfait danke schön vielen gut
thanks thank you thx great perfect bye tot ziens au revoir alstublieft graag please svp stp aub
"""


def asks_nothing(text: str) -> bool:
    """Whether a text is no more than a greeting or thanks."""
    said = re.findall(r"[^\W\d_]+", text.casefold())
    return bool(said) and set(said) <= set(_POLITE.split())


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
    return asked_for(question) in (Asked.QUANTITY, Asked.MONEY, Asked.TIME)


def years_in(question: str) -> frozenset[str]:
    """Return the single years that a question names; a period or an edition's year is none."""
    return frozenset(_YEAR.findall(_EDITION.sub("", question)))


def states(sort: Asked | None, text: str) -> bool:
    """Whether a text holds a fact of this sort; any text does when the sort is not known."""
    if sort is None:
        return True
    said = _NO_QUANTITY.sub("", text) if sort is Asked.QUANTITY else text
    return _STATEMENTS[sort].search(said) is not None

"""The abbreviations that a question names, by the texts' own lists and explanations."""

import re
from collections.abc import Mapping, Sequence

from assistant.phrases import content_words
from corpus import Kind, ReadDocument, explained

_TOKEN = re.compile(r"\w[\w-]*")
_DOTTED = re.compile(r"\b(?:[^\W\d_]\.){2,}(?:[^\W\d_]\b)?")
_ELISION = re.compile(r"^(qu|[cdjlmnst])['’]")
_COMMON = 3
"""Abbreviations shorter than this, or written in lower case, may be ordinary words."""

_MEANING = """
afkorting afkortingen afkortingenlijst lijst letterwoord acroniem betekent betekenen
betekenis voluit uitgeschreven
abréviation abréviations liste acronyme sigle sigles signifie signifient signification veut veulent
dire entier
abkürzung abkürzungen abkürzungsverzeichnis kürzel bedeutet bedeuten bedeutung ausgeschrieben
stehen
abbreviation abbreviations list acronym acronyms stand stands mean means meaning spelled written
"""
"""Words that ask what an abbreviation stands for."""

_SOMETHING_ELSE = re.compile(
    r"\b(hoe(veel)?|waarom|wie|wanneer|comment|combien|pourquoi|qui|quand|warum|wer|wann|"
    r"wie ?viele?|how|why|who|when)\b",
    re.I,
)
"""Words that ask anything but that."""


def abbreviations_in(documents: Sequence[ReadDocument]) -> dict[str, str]:
    """Return the abbreviations that the documents list or explain, each with its meaning."""
    listed: dict[str, str] = {}
    in_text: dict[str, str] = {}
    for document in documents:
        for passage in document.passages:
            if passage.kind is Kind.ABBREVIATION:
                listed[passage.short_form] = passage.text.partition(" | ")[2]
            for short, start, end in explained(passage.text):
                in_text.setdefault(short, passage.text[start:end])
    return in_text | listed


def expansions(text: str, abbreviations: Mapping[str, str]) -> tuple[str, ...]:
    """Return what the abbreviations that a text names stand for."""
    folded = {short.casefold(): meaning for short, meaning in abbreviations.items()}
    found = [
        folded[token.casefold()]
        for token in _TOKEN.findall(_undotted(text))
        if token.casefold() in folded and (len(token) > _COMMON or token.isupper())
    ]
    return tuple(dict.fromkeys(found))


def entries_asked_for(text: str, abbreviations: Mapping[str, str]) -> frozenset[str]:
    """Return the abbreviations of a question that is about nothing else: "JIC en JDC voluit?"."""
    folded = {short.casefold(): short for short in abbreviations}
    meaning = _MEANING.split()
    about = [_ELISION.sub("", word.casefold()) for word in content_words(_undotted(text))]
    about = [word for word in about if word not in meaning]
    named = [folded[word] for word in about if word in folded]
    if _SOMETHING_ELSE.search(text) or any(map(_says_more, set(about) - set(folded))):
        return frozenset()
    return frozenset(named)


def _undotted(text: str) -> str:
    """Return a text with "L.I.V.S." as "LIVS"."""
    return _DOTTED.sub(lambda found: found.group().replace(".", ""), text)


def _says_more(word: str) -> bool:
    """Whether a word is more than a slip of a hurried hand ("wa is da")."""
    return len(word) >= _COMMON or word.isdigit()

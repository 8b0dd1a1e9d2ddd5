"""The words of a question that say what it is about, in four languages."""

import re

from bm25s import stopwords

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_FRAME = """
wat welk welke welken wie waar waarom waarvoor wanneer hoe hoeveel graag geef leg noem vertel
groot hoog lang vaak heet heten haalt willen zeg zegt staat staan vermeldt noemt bepaalt volgens
precies juist doet komt komen krijgt alsook alors appelle appelle-t-on exactement quel quelle
quels quelles qui quoi quand où comment combien pourquoi lequel laquelle lesquels lesquelles
donne donner dis dit fait font faire doit doivent prévoit prévu mentionne selon ça cela ceci là
là-dedans c'est qu'est-ce est-ce was wer wem wen welche welcher welches welchen welchem warum
wann wofür wieviel gib sagt steht macht machen tun laut genau bedeutet heißt groß hoch oft what
which who whom whose when where why how many much does do did say says said mention mentions
according exactly please tell give explain about called large long often plan nvp pns nsp
"""
FUNCTION_WORDS = frozenset(_FRAME.split()).union(
    stopwords.STOPWORDS_DUTCH,
    stopwords.STOPWORDS_FRENCH,
    stopwords.STOPWORDS_GERMAN,
    stopwords.STOPWORDS_EN_PLUS,
)
"""Words that do not say what a question is about."""


def words(text: str) -> list[re.Match[str]]:
    """Return the words of a text, each with its place."""
    return list(_WORD.finditer(text))


def says_something(word: str) -> bool:
    """Whether a word says what a text is about."""
    folded = word.casefold().replace("’", "'")
    return (
        folded not in FUNCTION_WORDS and folded.partition("'")[2] not in FUNCTION_WORDS - {""}
    ) or folded.isdigit()


def content_words(text: str) -> list[str]:
    """Return the words of a text that say what it is about."""
    return [word.group() for word in words(text) if says_something(word.group())]


def subject(question: str) -> str:
    """Return a question without the words it is put with: "Wat zegt het plan over X?" gives "X"."""
    first = next((word for word in words(question) if says_something(word.group())), None)
    return question[first.start() if first else 0 :].strip(" ?.!:,;\n")

"""What the check lets through of a language model's drafts: `python -m eval.drafts`.

Good drafts are the plan's sentences and their versions; bad ones are those with one thing made
wrong, by general changes: a number, the police level, a denial, an invented partner, or a passage
about another theme.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import typer
from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant import (
    Kind,
    Library,
    Passage,
    ReadDocument,
    Settings,
    Writer,
    open_embedder,
    read_documents,
    sentences,
)

LANGUAGES = ("nl", "fr", "de", "en")
_WORDS = range(8, 41)
_NUMBER = re.compile(r"\b\d{2,}\b")
_LEVELS = {
    "nl": ("Federale Politie", "Lokale Politie"),
    "fr": ("Police fédérale", "Police locale"),
    "de": ("Föderale Polizei", "Lokale Polizei"),
    "en": ("Federal Police", "Local Police"),
}
_DENIED = {
    "nl": ((r"\bis\b", "is niet"), (r"\bwordt\b", "wordt niet"), (r"\bworden\b", "worden niet")),
    "fr": ((r"\best\b", "n'est pas"), (r"\bsont\b", "ne sont pas")),
    "de": ((r"\bist\b", "ist nicht"), (r"\bwird\b", "wird nicht"), (r"\bwerden\b", "werden nicht")),
    "en": ((r"\bis\b", "is not"), (r"\bare\b", "are not"), (r"\bwill\b", "will not")),
}
_DENIES = re.compile(
    r"\b(?:niet|geen|nooit|zonder|ne|n['’]|pas|jamais|sans|nicht|kein\w*|nie|ohne|not?|never|without)\b",
    re.I,
)
_INVENTED = {
    "nl": " in samenwerking met de NAVO en het FBI",
    "fr": " en collaboration avec l'OTAN et le FBI",
    "de": " in Zusammenarbeit mit der NATO und dem FBI",
    "en": " together with NATO and the FBI",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A statement in a language about one of some passages; `fault` is empty for a good one."""

    text: str
    language: str
    passage: Passage
    fault: str = ""


def good_drafts(plan: ReadDocument) -> Iterator[Draft]:
    """Yield the first sentence of each passage, in each language in which it is there."""
    versions = {(v.language, v.address): v.text for v in plan.versions}
    for passage in plan.passages:
        if passage.kind not in (Kind.PARAGRAPH, Kind.GOAL, Kind.LIST_ITEM, Kind.FOOTNOTE):
            continue
        for language in LANGUAGES:
            text = passage.text if language == "nl" else versions.get((language, passage.address))
            if not text:
                continue
            start, end = sentences(text)[0]
            if len(text[start:end].split()) in _WORDS and text[end - 1] in ".;":
                yield Draft(text=text[start:end], language=language, passage=passage)


def bad_drafts(good: Sequence[Draft]) -> Iterator[Draft]:
    """Yield what good drafts become when one thing in each is made wrong."""
    for number, one in enumerate(good):
        for fault, text in _faults(one):
            if text != one.text:
                yield Draft(text=text, language=one.language, passage=one.passage, fault=fault)
        other = good[(number + len(good) // 2) % len(good)]
        if other.language == one.language and other.passage.theme != one.passage.theme:
            yield Draft(
                text=one.text, language=one.language, passage=other.passage, fault="other theme"
            )


def _faults(one: Draft) -> Iterator[tuple[str, str]]:
    yield "number", _NUMBER.sub(lambda m: str(int(m.group()) + 17), one.text, count=1)
    federal, local = _LEVELS[one.language]
    # "Between Federal and Local Police" is of both.
    named = [(1 if one.language == "fr" else 0, level) for level in (federal, local)]
    both = all(re.search(rf"\b{level.split()[at]}", one.text, re.I) for at, level in named)
    if not both and (federal in one.text) != (local in one.text):
        swapped = one.text.replace(federal, "\0").replace(local, federal).replace("\0", local)
        yield "level", swapped
    # To deny what is denied already may be to say the same.
    for verb, denied in _DENIED[one.language]:
        if re.search(verb, one.text) and not _DENIES.search(one.text):
            yield "denial", re.sub(verb, denied, one.text, count=1)
            break
    yield "invented", one.text.rstrip(".;") + _INVENTED[one.language] + "."


def spread(drafts: Sequence[Draft], each: int) -> list[Draft]:
    """Return some drafts of every language and fault, spread over the text."""
    groups: dict[tuple[str, str], list[Draft]] = {}
    for one in drafts:
        groups.setdefault((one.language, one.fault), []).append(one)
    return [
        own[i * len(own) // each] for own in groups.values() for i in range(min(each, len(own)))
    ]


class _Scripted:
    """A language model that writes one statement, and says that the first passage says so."""

    text = ""

    def stream(
        self, instructions: str, text: str, schema: Mapping[str, object] | None
    ) -> Iterator[str]:
        del instructions, text, schema
        yield json.dumps({"answering": [1], "statements": [{"text": self.text, "passages": [1]}]})


class Trial:
    """Lets a writer word drafts, each about one passage."""

    def __init__(self, documents: Sequence[ReadDocument], settings: Settings) -> None:
        self._library = Library(documents)
        self._llm = _Scripted()
        self._writer = Writer(self._llm, open_embedder(settings))

    def shows(self, draft: Draft) -> bool:
        """Whether a draft gets through."""

        def version_of(passage: Passage, start: int, end: int) -> str:
            version = self._library.version(passage, draft.language, start, end)
            return version.text if version else ""

        self._llm.text = draft.text
        return bool(self._writer.write("?", draft.language, [draft.passage], version_of).claims)


def main(each: int = 25) -> None:
    """Print how many drafts get through, by language and by what is wrong with them."""
    settings = Settings.load()
    documents = read_documents(settings)
    trial = Trial(documents, settings)
    good = list(good_drafts(documents[0]))
    drafts = spread(good, each) + spread(list(bad_drafts(good)), each // 3)
    tried, shown = Counter[tuple[str, str]](), Counter[tuple[str, str]]()
    for draft in track(drafts, "checking drafts"):
        key = (draft.fault or "good", draft.language)
        tried[key] += 1
        shown[key] += trial.shows(draft)
    table = Table("draft", *LANGUAGES, box=None)
    for fault in dict.fromkeys(fault for fault, _ in tried):
        cells = [f"{shown[fault, code]} of {tried[fault, code]}" for code in LANGUAGES]
        table.add_row(fault, *cells)
    Console().print(table)


if __name__ == "__main__":
    typer.run(main)

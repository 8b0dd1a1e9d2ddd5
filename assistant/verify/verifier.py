"""Checking one quotation against the documents, in their own language and their versions."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain

from assistant.answer import Citation
from assistant.library import Library
from assistant.verify.kept import Kept
from assistant.verify.matching import Match, Sought, closest, exact
from assistant.verify.running_text import RunningText
from assistant.verify.verdict import Finding, Verdict
from assistant.verify.wording_diff import pieces
from corpus import Passage, ReadDocument, Span, Version, source_range

_OWN_FIRST = 0.02
"""How much more like a version must be, to be preferred to the document's own text."""

_TEXTS = Kept(RunningText)


class Verifier:
    """Checks quotations against the documents of a library."""

    def __init__(self, library: Library, documents: Sequence[str] = ()) -> None:
        """Take what is checked against.

        Args:
            library: The documents.
            documents: Ids of those that count; all when empty.

        Raises:
            NotFoundError: There is no document of such an id.
        """
        chosen = [library.document(name) for name in documents] or library.documents
        self.library = library
        self.documents: tuple[ReadDocument, ...] = tuple(chosen)
        self._languages = [
            (read, tuple(dict.fromkeys(version.language for version in read.versions)))
            for read in self.documents
        ]

    def check(self, quote: str, there: Collection[str] = ()) -> Finding:
        """Return where a quotation stands word for word, else the closest, else that it is nowhere.

        Args:
            quote: The quotation.
            there: Ids of passages; a place that begins in one of them goes before the others.
        """
        sought = Sought.of(quote)
        for texts in (self._own(), self._versions()):
            matches = chain.from_iterable(exact(sought, text) for text in texts)
            first = next(matches, None)
            if first:
                among = chain([first], matches) if there else ()
                at_place = next((match for match in among if _begins_in(match, there)), first)
                return self._finding(quote, at_place)
        best: Match | None = None
        for text in chain(self._own(), self._versions()):
            match = closest(sought, text)
            ahead = 0.0 if text.is_own or best is None or not best.text.is_own else _OWN_FIRST
            if match and (best is None or match.similarity > best.similarity + ahead):
                best = match
        if best is None:
            return Finding(verdict=Verdict.ABSENT, similarity=0.0)
        return self._finding(quote, best)

    def _own(self) -> Iterator[RunningText]:
        return (_TEXTS.of(read, read.document.language) for read in self.documents)

    def _versions(self) -> Iterator[RunningText]:
        return (_TEXTS.of(read, lang) for read, languages in self._languages for lang in languages)

    def _finding(self, quote: str, match: Match) -> Finding:
        places = list(match.text.places(match.start, match.end))
        text = match.text
        source = "\n".join(text.said(passage)[low:high] for passage, low, high in places)
        version = text.version(places[0][0])
        verdict = Verdict.EXACT if match.similarity == 1.0 else Verdict.CLOSE
        return Finding(
            verdict=verdict,
            similarity=round(match.similarity, 3),
            source=source,
            language=text.language,
            standing=version.standing if version else None,
            pieces=pieces(quote, source) if verdict is Verdict.CLOSE else (),
            citation=whole(places[0][0], version) if version else cited(text.read, places),
        )


def _begins_in(match: Match, passages: Collection[str]) -> bool:
    passage, _, _ = next(match.text.places(match.start, match.end))
    return passage.id in passages


def whole(passage: Passage, version: Version | None = None) -> Citation:
    """Return the citation of a whole passage, with what it says in another language."""
    return Citation(
        number=1,
        passage=passage,
        quote=passage.text,
        start=0,
        end=len(passage.text),
        spans=passage.spans,
        version=version,
    )


def cited(read: ReadDocument, places: Sequence[tuple[Passage, int, int]]) -> Citation:
    """Return the citation of ranges of passages that follow each other."""
    first, start, end = places[0]
    spans: list[Span] = []
    quote = ""
    for passage, low, high in places:
        runs = source_range(passage.spans, low, high)
        if spans:
            between = read.source.find("\n", spans[-1].end, runs[0].start)
            if between < 0:
                break
            spans.append(Span(start=between, end=between + 1, line_break=True))
            quote += "\n"
        spans.extend(runs)
        quote += passage.text[low:high]
    return Citation(number=1, passage=first, quote=quote, start=start, end=end, spans=tuple(spans))

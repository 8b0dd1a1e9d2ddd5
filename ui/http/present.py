"""From what the assistant returns to response bodies."""

from assistant import (
    LANGUAGES,
    Answer,
    Citation,
    Hit,
    Library,
    Passage,
    SearchResult,
    Span,
    Version,
)
from ui.http.replies import (
    AnswerReply,
    AnswerTimings,
    CitationReply,
    DocumentName,
    FaithfulnessReply,
    HitReply,
    PassageReply,
    SearchReply,
    SearchTimings,
    VersionReply,
)
from ui.links import plan_url

_DECIMALS = 1


class Presenter:
    """Words what an assistant or a library returns; links start with `public_url`."""

    def __init__(self, library: Library, public_url: str) -> None:
        self._library = library
        self._public_url = public_url

    def answer(self, answer: Answer) -> AnswerReply:
        """Return the body of an answer."""
        language = answer.language
        checked, timings = answer.faithfulness, answer.timings
        return AnswerReply(
            id=answer.id,
            status=answer.status,
            reason=answer.reason,
            question=answer.question,
            language=language,
            answer=answer.markdown,
            citations=[self.citation(c, language) for c in answer.citations],
            nearest=[self.hit(hit, language) for hit in answer.nearest],
            passages=[self.hit(hit, language) for hit in answer.hits],
            generator=answer.generator,
            faithfulness=FaithfulnessReply(
                statements=checked.statements,
                supported=checked.supported,
                removed=checked.removed,
            ),
            timings_ms=AnswerTimings(
                understand=round(timings.understand, _DECIMALS),
                retrieve=round(timings.retrieve, _DECIMALS),
                answer=round(timings.answer, _DECIMALS),
                total=round(timings.total, _DECIMALS),
            ),
        )

    def search(self, result: SearchResult, language: str) -> SearchReply:
        """Return the body of a look-up, places worded in `language`."""
        return SearchReply(
            query=result.query,
            results=[self.hit(hit, language) for hit in result.hits],
            timings_ms=SearchTimings(
                retrieve=round(result.retrieve_ms, _DECIMALS),
                total=round(result.total_ms, _DECIMALS),
            ),
        )

    def citation(self, citation: Citation, language: str) -> CitationReply:
        """Return the body of a citation, its place worded in `language`."""
        passage = citation.passage
        return CitationReply(
            number=citation.number,
            quote=citation.quote,
            passage_id=passage.id,
            document=self._name(passage),
            address=passage.address,
            label=self._library.label(passage, language),
            section_path=list(passage.section_path),
            page=passage.page,
            char_start=citation.char_start,
            char_end=citation.char_end,
            spans=_pairs(citation.spans),
            url=self._url(passage, citation.char_start, citation.char_end),
            version=_version(citation.version),
        )

    def passage(self, passage: Passage, language: str) -> PassageReply:
        """Return the body of a passage, its place worded in `language`."""
        return PassageReply(
            passage_id=passage.id,
            document=self._name(passage),
            text=passage.text,
            kind=passage.kind,
            address=passage.address,
            label=self._library.label(passage, language),
            section_path=list(passage.section_path),
            audience=passage.audience,
            theme=passage.theme,
            dimensions=list(passage.dimensions),
            page=passage.page,
            char_start=passage.char_start,
            char_end=passage.char_end,
            spans=_pairs(passage.spans),
            url=self._url(passage, passage.char_start, passage.char_end),
            version=_version(self._library.version(passage, language)),
        )

    def own_language(self, passage: Passage) -> str:
        """Return the language of a passage's document, Dutch where it is none of the four."""
        language = self._library.document(passage.document).document.language
        return language if language in LANGUAGES else LANGUAGES[0]

    def hit(self, hit: Hit, language: str) -> HitReply:
        """Return the body of a found passage."""
        passage = self.passage(hit.passage, language)
        return HitReply(**dict(passage), score=hit.score, rank=hit.rank)

    def _name(self, passage: Passage) -> DocumentName:
        return DocumentName(id=passage.document, title=self._library.title(passage.document))

    def _url(self, passage: Passage, start: int, end: int) -> str:
        return plan_url(self._public_url, passage.document, passage.address, start, end)


def _version(version: Version | None) -> VersionReply | None:
    if version is None:
        return None
    return VersionReply(
        language=version.language, text=version.text, standing=version.standing.value
    )


def _pairs(spans: tuple[Span, ...]) -> list[list[int]]:
    return [[span.start, span.end] for span in spans]

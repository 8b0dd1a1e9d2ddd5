"""Evidence to a checked draft: in the texts' own words, or worded by a language model."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from assistant.answer import Evidence, Faithfulness, Generator
from assistant.cite import cite
from assistant.draft import Draft, draft_extractive, draft_written
from assistant.llm_error import LlmError
from assistant.written import Claim, Writer
from assistant.written.checking import VersionOf
from corpus import Passage, ReadDocument
from index import Hit

OnDraft = Callable[[Draft], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Worded:
    """A draft that was checked, who worded it, and whether a language model failed to.

    `silent` says that the model did not answer, `unsupported` that nothing it wrote was kept.
    """

    draft: Draft
    faithfulness: Faithfulness
    generator: Generator = Generator.EXTRACTIVE
    silent: bool = False
    unsupported: bool = False


def worded(evidence: Sequence[Evidence], documents: Mapping[str, ReadDocument]) -> Worded:
    """Return the evidence in the texts' own words."""
    draft, faithfulness = cite(draft_extractive(evidence), documents)
    return Worded(draft=draft, faithfulness=faithfulness)


def worded_by(
    writer: Writer,
    question: str,
    language: str,
    evidence: Sequence[Evidence],
    hits: Sequence[Hit],
    documents: Mapping[str, ReadDocument],
    version_of: VersionOf,
    on_draft: OnDraft = lambda _: None,
) -> Worded:
    """Return what a language model makes of the evidence; what it fails to do stays as it was.

    Args:
        writer: The language model.
        question: A question that stands alone.
        language: The language to answer in.
        evidence: What answers it.
        hits: What else was found, best first.
        documents: By id.
        version_of: What a passage says in that language.
        on_draft: Told of the checked draft each time it grows.
    """
    own = worded(evidence, documents)
    passages = dict.fromkeys([*(e.passage for e in evidence), *(h.passage for h in hits)])
    claims: list[Claim] = []

    def grow(claim: Claim) -> None:
        claims.append(claim)
        on_draft(cite(draft_written(claims), documents, written=True)[0])

    try:
        wrote = writer.write(question, language, tuple[Passage, ...](passages), version_of, grow)
    except LlmError:
        return replace(own, silent=True)
    draft, sound = cite(draft_written(wrote.claims), documents, written=True)
    if not draft.statements:
        checked = replace(
            own.faithfulness,
            statements=own.faithfulness.statements + wrote.sentences,
            removed=own.faithfulness.removed + wrote.sentences,
        )
        return replace(own, faithfulness=checked, unsupported=True)
    return Worded(
        draft=draft,
        faithfulness=Faithfulness(
            statements=wrote.sentences,
            supported=sound.supported,
            removed=wrote.sentences - sound.supported,
        ),
        generator=Generator.LLM,
    )

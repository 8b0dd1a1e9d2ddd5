"""Answering with citations: all that the faces and the evaluation may use.

Heavy parts (torch, FAISS, BM25) are imported when they are first needed, because the command
line's help must not pay for them.
"""

from importlib import import_module
from typing import TYPE_CHECKING

from assistant.answer import (
    Answer,
    Citation,
    Evidence,
    Faithfulness,
    Generator,
    Reason,
    SearchResult,
    Stage,
    Statement,
    Status,
    Timings,
)
from assistant.asked import asks_for_quantity_or_time
from assistant.cite import is_verbatim
from assistant.library import Library, matching_range
from assistant.networks import Networks, weights_of
from assistant.personal import is_personal
from assistant.question import (
    LANGUAGES,
    MAX_HISTORY_TURNS,
    MAX_QUESTION_CHARACTERS,
    Question,
    Role,
    Turn,
)
from assistant.settings import Settings
from assistant.word_by_word import (
    HEADS,
    MOST_OF_QUESTION,
    WordByWord,
    word_by_word_file,
)
from corpus import (
    Alignment,
    Audience,
    CorpusError,
    Document,
    DocumentStatus,
    Emphasis,
    FootnoteMark,
    Kind,
    ModelError,
    NotFoundError,
    Original,
    Passage,
    PlanwijzerError,
    QuestionError,
    ReadDocument,
    SearchIndexError,
    Section,
    SectionKind,
    SettingsError,
    Span,
    Standing,
    Version,
    align,
    sentences,
)
from corpus.diff import Changed, Difference
from corpus.diff import diff as compare
from corpus.fidelity import Infidelity, infidelities
from corpus.glossary import glossary
from corpus.kiv import CrossWalk, Dimension, KivLink
from corpus.metadata import Metadata
from index import (
    EVERYTHING,
    MOST_OF_PASSAGE,
    Filters,
    FoundUnit,
    Hit,
    ProgressReport,
    SilentProgress,
    Why,
)
from index.adapter import QuestionAdapter
from index.embedder import Asked, CosineScale, Embedder, Tokens
from index.tower import Changes, QuestionTower, learnt_changes, tower_of

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.changes import Action, Change, CurateReport, Refusal
    from assistant.curate import Curator
    from assistant.decide import ANSWER_FROM
    from assistant.follow_up_judge import FOLLOW_UP_WEIGHTS
    from assistant.learning import learn_from, learn_from_follow_up, passages_found
    from assistant.library import Library
    from assistant.llm import open_llm
    from assistant.llm_check import LlmCheck, check_llm
    from assistant.llm_error import LlmError
    from assistant.open import (
        ModelInfo,
        assistant_opener,
        build_index,
        fetch_model,
        list_models,
        open_assistant,
        open_curator,
        open_embedder,
        read_documents,
        verify_index,
        verify_model,
    )
    from assistant.opener import Opener
    from assistant.question_vectors import QuestionVectors
    from assistant.support import (
        SUPPORT_WEIGHTS,
        Doubt,
        Support,
        SupportCheck,
        contradicts_quotes,
        is_literal,
        numbers_in,
        weighed_signals,
    )
    from assistant.verify.draft import TooManyChecksError, check_draft
    from assistant.verify.verdict import (
        CheckedQuotation,
        CheckedReference,
        DraftReport,
        Finding,
        Piece,
        Remark,
        Verdict,
        WordChange,
    )
    from assistant.verify.verifier import Verifier
    from assistant.written import Writer
    from index.build import BuildReport
    from index.sentence_transformers_embedder import SentenceTransformersEmbedder

_LATE = {
    "ANSWER_FROM": "assistant.decide",
    "Action": "assistant.changes",
    "Assistant": "assistant.assistant",
    "BuildReport": "index.build",
    "Change": "assistant.changes",
    "CurateReport": "assistant.changes",
    "Curator": "assistant.curate",
    "Doubt": "assistant.support",
    "FOLLOW_UP_WEIGHTS": "assistant.follow_up_judge",
    "Library": "assistant.library",
    "LlmCheck": "assistant.llm_check",
    "LlmError": "assistant.llm_error",
    "ModelInfo": "assistant.open",
    "assistant_opener": "assistant.open",
    "Opener": "assistant.opener",
    "QuestionVectors": "assistant.question_vectors",
    "Refusal": "assistant.changes",
    "Support": "assistant.support",
    "SUPPORT_WEIGHTS": "assistant.support",
    "SentenceTransformersEmbedder": "index.sentence_transformers_embedder",
    "SupportCheck": "assistant.support",
    "Writer": "assistant.written",
    "CheckedQuotation": "assistant.verify.verdict",
    "CheckedReference": "assistant.verify.verdict",
    "DraftReport": "assistant.verify.verdict",
    "Finding": "assistant.verify.verdict",
    "Piece": "assistant.verify.verdict",
    "Remark": "assistant.verify.verdict",
    "Verdict": "assistant.verify.verdict",
    "WordChange": "assistant.verify.verdict",
    "Verifier": "assistant.verify.verifier",
    "TooManyChecksError": "assistant.verify.draft",
    "check_draft": "assistant.verify.draft",
    "build_index": "assistant.open",
    "check_llm": "assistant.llm_check",
    "contradicts_quotes": "assistant.support",
    "is_literal": "assistant.support",
    "fetch_model": "assistant.open",
    "learn_from": "assistant.learning",
    "learn_from_follow_up": "assistant.learning",
    "list_models": "assistant.open",
    "numbers_in": "assistant.support",
    "passages_found": "assistant.learning",
    "open_assistant": "assistant.open",
    "open_curator": "assistant.open",
    "open_embedder": "assistant.open",
    "open_llm": "assistant.llm",
    "read_documents": "assistant.open",
    "verify_index": "assistant.open",
    "verify_model": "assistant.open",
    "weighed_signals": "assistant.support",
}


def __getattr__(name: str) -> object:
    """Import a heavy name when it is first asked for (PEP 562)."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)


__all__ = [
    "ANSWER_FROM",
    "EVERYTHING",
    "FOLLOW_UP_WEIGHTS",
    "HEADS",
    "LANGUAGES",
    "MAX_HISTORY_TURNS",
    "MAX_QUESTION_CHARACTERS",
    "MOST_OF_PASSAGE",
    "MOST_OF_QUESTION",
    "SUPPORT_WEIGHTS",
    "Action",
    "Alignment",
    "Answer",
    "Asked",
    "Assistant",
    "Audience",
    "BuildReport",
    "Change",
    "Changed",
    "Changes",
    "CheckedQuotation",
    "CheckedReference",
    "Citation",
    "CorpusError",
    "CosineScale",
    "CrossWalk",
    "CurateReport",
    "Curator",
    "Difference",
    "Dimension",
    "Document",
    "DocumentStatus",
    "Doubt",
    "DraftReport",
    "Embedder",
    "Emphasis",
    "Evidence",
    "Faithfulness",
    "Filters",
    "Finding",
    "FootnoteMark",
    "FoundUnit",
    "Generator",
    "Hit",
    "Infidelity",
    "Kind",
    "KivLink",
    "Library",
    "LlmCheck",
    "LlmError",
    "Metadata",
    "ModelError",
    "ModelInfo",
    "Networks",
    "NotFoundError",
    "Opener",
    "Original",
    "Passage",
    "Piece",
    "PlanwijzerError",
    "ProgressReport",
    "Question",
    "QuestionAdapter",
    "QuestionError",
    "QuestionTower",
    "QuestionVectors",
    "ReadDocument",
    "Reason",
    "Refusal",
    "Remark",
    "Role",
    "SearchIndexError",
    "SearchResult",
    "Section",
    "SectionKind",
    "SentenceTransformersEmbedder",
    "Settings",
    "SettingsError",
    "SilentProgress",
    "Span",
    "Stage",
    "Standing",
    "Statement",
    "Status",
    "Support",
    "SupportCheck",
    "Timings",
    "Tokens",
    "TooManyChecksError",
    "Turn",
    "Verdict",
    "Verifier",
    "Version",
    "Why",
    "WordByWord",
    "WordChange",
    "Writer",
    "align",
    "asks_for_quantity_or_time",
    "assistant_opener",
    "build_index",
    "check_draft",
    "check_llm",
    "compare",
    "contradicts_quotes",
    "fetch_model",
    "glossary",
    "infidelities",
    "is_literal",
    "is_personal",
    "is_verbatim",
    "learn_from",
    "learn_from_follow_up",
    "learnt_changes",
    "list_models",
    "matching_range",
    "numbers_in",
    "open_assistant",
    "open_curator",
    "open_embedder",
    "open_llm",
    "passages_found",
    "read_documents",
    "sentences",
    "tower_of",
    "verify_index",
    "verify_model",
    "weighed_signals",
    "weights_of",
    "word_by_word_file",
]

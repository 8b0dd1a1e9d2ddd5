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
from assistant.question import (
    LANGUAGES,
    MAX_HISTORY_TURNS,
    MAX_QUESTION_CHARACTERS,
    Question,
    Role,
    Turn,
)
from assistant.settings import Settings
from corpus import (
    Audience,
    CorpusError,
    Document,
    Emphasis,
    FootnoteMark,
    Kind,
    ModelError,
    NotFoundError,
    Passage,
    PlanwijzerError,
    QuestionError,
    ReadDocument,
    SearchIndexError,
    Section,
    SectionKind,
    SettingsError,
    Span,
)
from index import EVERYTHING, Filters, FoundUnit, Hit, ProgressReport, SilentProgress, Why

if TYPE_CHECKING:
    from assistant.assistant import Assistant
    from assistant.open import (
        ModelInfo,
        build_index,
        fetch_model,
        list_models,
        open_assistant,
        open_embedder,
        verify_index,
        verify_model,
    )
    from index.build import BuildReport

_LATE = {
    "Assistant": "assistant.assistant",
    "BuildReport": "index.build",
    "ModelInfo": "assistant.open",
    "build_index": "assistant.open",
    "fetch_model": "assistant.open",
    "list_models": "assistant.open",
    "open_assistant": "assistant.open",
    "open_embedder": "assistant.open",
    "verify_index": "assistant.open",
    "verify_model": "assistant.open",
}


def __getattr__(name: str) -> object:
    """Import a heavy name when it is first asked for (PEP 562)."""
    if name not in _LATE:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_LATE[name]), name)


__all__ = [
    "EVERYTHING",
    "LANGUAGES",
    "MAX_HISTORY_TURNS",
    "MAX_QUESTION_CHARACTERS",
    "Answer",
    "Assistant",
    "Audience",
    "BuildReport",
    "Citation",
    "CorpusError",
    "Document",
    "Emphasis",
    "Evidence",
    "Faithfulness",
    "Filters",
    "FootnoteMark",
    "FoundUnit",
    "Generator",
    "Hit",
    "Kind",
    "ModelError",
    "ModelInfo",
    "NotFoundError",
    "Passage",
    "PlanwijzerError",
    "ProgressReport",
    "Question",
    "QuestionError",
    "ReadDocument",
    "Reason",
    "Role",
    "SearchIndexError",
    "SearchResult",
    "Section",
    "SectionKind",
    "Settings",
    "SettingsError",
    "SilentProgress",
    "Span",
    "Stage",
    "Statement",
    "Status",
    "Timings",
    "Turn",
    "Why",
    "build_index",
    "fetch_model",
    "list_models",
    "open_assistant",
    "open_embedder",
    "verify_index",
    "verify_model",
]

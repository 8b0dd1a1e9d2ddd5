"""What the texts say: reading, structure, passages, and the shipped texts."""

from corpus.document import (
    Audience,
    Document,
    Emphasis,
    FootnoteMark,
    Kind,
    Passage,
    ReadDocument,
    Section,
    SectionKind,
    Span,
)
from corpus.errors import (
    CorpusError,
    ModelError,
    NotFoundError,
    PlanwijzerError,
    QuestionError,
    SearchIndexError,
    SettingsError,
)
from corpus.labels import label
from corpus.manifest import SHIPPED, read_corpus
from corpus.read import read_text
from corpus.sentences import sentences
from corpus.source import source_range
from corpus.vocabulary import named_audience, slug

__all__ = [
    "SHIPPED",
    "Audience",
    "CorpusError",
    "Document",
    "Emphasis",
    "FootnoteMark",
    "Kind",
    "ModelError",
    "NotFoundError",
    "Passage",
    "PlanwijzerError",
    "QuestionError",
    "ReadDocument",
    "SearchIndexError",
    "Section",
    "SectionKind",
    "SettingsError",
    "Span",
    "label",
    "named_audience",
    "read_corpus",
    "read_text",
    "sentences",
    "slug",
    "source_range",
]

"""What the texts say: reading, structure, passages, and the shipped texts."""

from corpus.alignment import Alignment, align
from corpus.collection import SHIPPED, collect, read_collection, read_corpus
from corpus.document import (
    Audience,
    Document,
    DocumentStatus,
    Emphasis,
    FootnoteMark,
    Kind,
    KnownQuestion,
    Original,
    Passage,
    ReadDocument,
    Section,
    SectionKind,
    Span,
    Standing,
    Version,
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
from corpus.explained import explained
from corpus.extracted import Extracted, PageStart
from corpus.folder import read_folder
from corpus.labels import label, page_in_words, place
from corpus.ordinals import CARDINALS, ORDINAL, ORDINALS, number_of, ordinal_in
from corpus.read import read_text
from corpus.sentences import sentences
from corpus.source import source_range
from corpus.versions import originals
from corpus.vocabulary import named_audience, slug

__all__ = [
    "CARDINALS",
    "ORDINAL",
    "ORDINALS",
    "SHIPPED",
    "Alignment",
    "Audience",
    "CorpusError",
    "Document",
    "DocumentStatus",
    "Emphasis",
    "Extracted",
    "FootnoteMark",
    "Kind",
    "KnownQuestion",
    "ModelError",
    "NotFoundError",
    "Original",
    "PageStart",
    "Passage",
    "PlanwijzerError",
    "QuestionError",
    "ReadDocument",
    "SearchIndexError",
    "Section",
    "SectionKind",
    "SettingsError",
    "Span",
    "Standing",
    "Version",
    "align",
    "collect",
    "explained",
    "label",
    "named_audience",
    "number_of",
    "ordinal_in",
    "originals",
    "page_in_words",
    "place",
    "read_collection",
    "read_corpus",
    "read_folder",
    "read_text",
    "sentences",
    "slug",
    "source_range",
]

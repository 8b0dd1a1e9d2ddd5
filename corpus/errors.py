"""The errors a user can meet: what went wrong, and what mends it.

Every failure that reaches a face (command line, HTTP, chat) is one of these. `docs/errors.md`
shows the whole tree.
"""


class PlanwijzerError(Exception):
    """A failure with its remedy.

    Args:
        message: What went wrong, in one sentence, without server paths a caller need not know.
        fix: What to do about it, in one sentence.
    """

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.message = message
        self.fix = fix


class CorpusError(PlanwijzerError):
    """A document cannot be read, or is not the document its manifest describes."""


class SearchIndexError(PlanwijzerError):
    """The search index is missing, damaged or was made for something else."""


class ModelError(PlanwijzerError):
    """An embedding model is missing, damaged or cannot be fetched."""


class QuestionError(PlanwijzerError):
    """A question or request cannot be processed as it was written."""


class NotFoundError(PlanwijzerError):
    """A document, passage or address that does not exist was asked for."""


class SettingsError(PlanwijzerError):
    """A setting is unknown or has a value that is not allowed."""

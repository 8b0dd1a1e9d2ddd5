"""Changes to the corpus: each takes effect together with its index, or not at all."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.changes import Action, Change, CurateReport, EnrichReport, Refusal
from assistant.intake import Complete, Intake, change
from assistant.llm import Llm
from assistant.settings import Settings
from assistant.translate import Translated, translate
from corpus import CorpusError, NotFoundError
from corpus.collection import Collection
from corpus.drafts import Drafts
from corpus.metadata import Metadata
from corpus.store import opened
from index.build import prepared
from index.embedder import Embedder
from index.parts import forget
from index.progress import ProgressReport

_SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt"})
"""Files of a watched folder that are documents."""


class Curator:
    """Changes the corpus of some settings; with `dry_run` it only says what it would do."""

    def __init__(
        self,
        settings: Settings,
        embedder: Callable[[], Embedder],
        progress: ProgressReport,
        *,
        complete: Complete = lambda _, metadata: metadata,
        dry_run: bool = False,
    ) -> None:
        self._settings = settings
        self._embedder = embedder
        self._progress = progress
        self._complete = complete
        self._dry_run = dry_run
        self._documents = Collection(settings.corpus)

    def add(self, files: Sequence[Path], said: Metadata) -> CurateReport:
        """Add documents; a file that cannot be read is refused and does not stop the others."""
        return self._apply(lambda intake: [intake.add(file, said) for file in files])

    def update(self, document: str, file: Path | None, said: Metadata) -> CurateReport:
        """Give a document another file, or other metadata where `file` is None.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: `file` is None and the document is a shipped one.
        """
        return self._apply(lambda intake: [intake.update(document, file, said)])

    def remove(self, documents: Sequence[str]) -> CurateReport:
        """Remove documents and everything that was made of them.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: Nothing would be left.
        """
        return self._apply(lambda intake: [intake.remove(document) for document in documents])

    def restore(self, documents: Sequence[str]) -> CurateReport:
        """Bring shipped documents back that were removed.

        Raises:
            NotFoundError: None of this id was removed.
        """

        def restored(intake: Intake) -> list[Change | Refusal]:
            store = intake.store
            for document in documents:
                if document not in store.catalogue.removed:
                    raise NotFoundError(
                        f"No shipped document {document!r} was removed.",
                        f"Removed are: {', '.join(store.catalogue.removed) or 'none'}.",
                    )
                store.catalogue = store.catalogue.restored(document)
            back = {read.document.id: read for read in self._documents.read(store.catalogue)}
            return [change(Action.RESTORE, back[document]) for document in documents]

        return self._apply(restored)

    def sync(self, folder: Path) -> CurateReport:
        """Make the corpus hold what a folder holds: add, update and remove what came from it.

        Raises:
            CorpusError: There is no such folder.
        """
        if not folder.is_dir():
            raise CorpusError(f"There is no folder {folder.name!r}.", "Name an existing folder.")
        files = {str(f): f for f in _documents_in(folder.resolve())}

        def synced(intake: Intake) -> list[Change | Refusal]:
            from_here = {
                watched: document
                for document, watched in intake.store.catalogue.watched.items()
                if Path(watched).is_relative_to(folder.resolve())
            }
            gone = [document for watched, document in from_here.items() if watched not in files]
            done: list[Change | Refusal] = [intake.remove(document) for document in gone]
            for watched, file in files.items():
                if watched in from_here:
                    done.append(intake.update(from_here[watched], file, Metadata(), watched))
                else:
                    done.append(intake.add(file, Metadata(), watched))
            return done

        return self._apply(synced)

    def enrich(self, document: str, language: str, llm: Llm) -> EnrichReport:
        """Give an added document working translations by a language model, each one checked.

        What was translated before a stop is kept, and not translated again.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: It is a shipped one, or written in this language itself.
            LlmError: The model cannot be reached.
        """
        refused: list[Translated] = []

        def enriched(intake: Intake) -> list[Change | Refusal]:
            old, store = intake.find(document), intake.store
            store.own_folder(old)
            drafts = Drafts(store.folder, old, language)
            missing = drafts.missing()
            self._progress.start(f"translating {document}", len(missing), "places")
            for place in translate(missing, llm, old.document.language, language):
                if place.lost:
                    refused.append(place)
                else:
                    drafts.keep(place.address, place.text)
                self._progress.advance(1)
            return [change(Action.UPDATE, store.with_side_car(old, drafts))]

        report = self._apply(enriched)
        return EnrichReport(
            refused=tuple(refused),
            index=report.index,
        )

    def _apply(self, work: Callable[[Intake], list[Change | Refusal]]) -> CurateReport:
        """Let a function change the store, then put the result in use with its index."""
        with opened(self._settings.corpus) as store:
            before = self._documents.read(store.catalogue)
            done = work(Intake(store, before, self._complete))
            changes = tuple(c for c in done if isinstance(c, Change))
            refusals = tuple(r for r in done if isinstance(r, Refusal))
            kept = self._settings.vectors_folder
            if self._dry_run or all(c.action is Action.UNCHANGED for c in changes):
                forget(store.abandoned, before, kept)
                return CurateReport(changes=changes, refusals=refusals, index=None)
            after = self._documents.read(store.catalogue)
            with prepared(
                after,
                self._embedder(),
                folder=self._settings.index,
                kept=kept,
                progress=self._progress,
            ) as index:
                # Before the change takes effect: whatever is killed then, a text that is gone has
                # left no vectors, and one that stays has its vectors in the index.
                forget((*before, *store.abandoned), after, kept)
                store.commit()
            return CurateReport(changes=changes, refusals=refusals, index=index.report)


def _documents_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix.lower() in _SUFFIXES:
            yield path

"""Changes to the corpus: each takes effect together with its index, or not at all."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from assistant.changes import Action, Change, CurateReport, EnrichReport, Refusal
from assistant.language import LanguageOf
from assistant.llm import Llm
from assistant.settings import Settings
from assistant.translate import Translated, translate
from corpus import CorpusError, NotFoundError, ReadDocument, read_collection
from corpus.catalogue import Catalogue
from corpus.diff import Changed, diff
from corpus.drafts import Drafts
from corpus.metadata import Described, Metadata, described, known_metadata, metadata_of
from corpus.readers import extract
from corpus.store import OpenStore, opened
from index.build import prepared
from index.embedder import Embedder
from index.parts import forget
from index.progress import ProgressReport

_SUFFIXES = frozenset({".pdf", ".docx", ".html", ".htm", ".md", ".markdown", ".txt"})
"""Files of a watched folder that are documents."""

Complete = Callable[[Path, Metadata], Metadata]
"""Fills in what is missing of a file's metadata, by asking a person for instance."""


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
        self._language_of = LanguageOf()

    def add(self, files: Sequence[Path], said: Metadata) -> CurateReport:
        """Add documents; a file that cannot be read is refused and does not stop the others."""
        return self._apply(lambda store: [self._added(store, f, said, "") for f in files])

    def update(self, document: str, file: Path | None, said: Metadata) -> CurateReport:
        """Give a document another file, or other metadata where `file` is None.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: The file cannot be read.
        """

        def change(store: OpenStore) -> list[Change | Refusal]:
            old = _find(self._in_use(store.catalogue), document)
            path = file or _kept(store, old)
            return [self._updated(store, old, path, said, "")]

        return self._apply(change)

    def remove(self, documents: Sequence[str]) -> CurateReport:
        """Remove documents and everything that was made of them.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: Nothing would be left.
        """

        def change(store: OpenStore) -> list[Change | Refusal]:
            in_use = self._in_use(store.catalogue)
            return [_removed(store, _find(in_use, document)) for document in documents]

        return self._apply(change)

    def restore(self, documents: Sequence[str]) -> CurateReport:
        """Bring shipped documents back that were removed.

        Raises:
            NotFoundError: None of this id was removed.
        """

        def change(store: OpenStore) -> list[Change | Refusal]:
            for document in documents:
                if document not in store.catalogue.removed:
                    raise NotFoundError(
                        f"No shipped document {document!r} was removed.",
                        f"Removed are: {', '.join(store.catalogue.removed) or 'none'}.",
                    )
                store.catalogue = store.catalogue.restored(document)
            in_use = self._in_use(store.catalogue)
            return [_change(Action.RESTORE, _find(in_use, document)) for document in documents]

        return self._apply(change)

    def sync(self, folder: Path) -> CurateReport:
        """Make the corpus hold what a folder holds: add, update and remove what came from it.

        Raises:
            CorpusError: There is no such folder.
        """
        if not folder.is_dir():
            raise CorpusError(f"There is no folder {folder.name!r}.", "Name an existing folder.")
        files = {str(f): f for f in _documents_in(folder.resolve())}

        def change(store: OpenStore) -> list[Change | Refusal]:
            from_here = {
                watched: document
                for document, watched in store.catalogue.watched.items()
                if Path(watched).is_relative_to(folder.resolve())
            }
            in_use = self._in_use(store.catalogue)
            done: list[Change | Refusal] = [
                _removed(store, _find(in_use, document))
                for watched, document in from_here.items()
                if watched not in files
            ]
            for watched, file in files.items():
                if watched in from_here:
                    old = _find(in_use, from_here[watched])
                    done.append(self._updated(store, old, file, Metadata(), watched))
                else:
                    done.append(self._added(store, file, Metadata(), watched))
            return done

        return self._apply(change)

    def enrich(self, document: str, language: str, llm: Llm) -> EnrichReport:
        """Give an added document working translations by a language model, each one checked.

        What was translated before a stop is kept, and not translated again.

        Raises:
            NotFoundError: There is no such document.
            CorpusError: It is a shipped one, or written in this language itself.
            LlmError: The model cannot be reached.
        """
        refused: list[Translated] = []

        def change(store: OpenStore) -> list[Change | Refusal]:
            old = _find(self._in_use(store.catalogue), document)
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
            return [_change(Action.UPDATE, store.with_side_car(old, drafts))]

        report = self._apply(change)
        return EnrichReport(
            refused=tuple(refused),
            index=report.index,
        )

    def _apply(self, change: Callable[[OpenStore], list[Change | Refusal]]) -> CurateReport:
        """Let a function change the store, then put the result in use with its index."""
        with opened(self._settings.corpus) as store:
            before = self._in_use(store.catalogue)
            done = change(store)
            changes = tuple(c for c in done if isinstance(c, Change))
            refusals = tuple(r for r in done if isinstance(r, Refusal))
            if self._dry_run or all(c.action is Action.UNCHANGED for c in changes):
                return CurateReport(changes=changes, refusals=refusals, index=None)
            after = read_collection(self._settings.corpus, store.catalogue)
            kept = self._settings.vectors_folder
            with prepared(
                after,
                self._embedder(),
                folder=self._settings.index,
                kept=kept,
                progress=self._progress,
            ) as index:
                store.commit()
            forget(before, after, kept)
            return CurateReport(changes=changes, refusals=refusals, index=index.report)

    def _in_use(self, catalogue: Catalogue) -> tuple[ReadDocument, ...]:
        return read_collection(self._settings.corpus, catalogue)

    def _added(
        self, store: OpenStore, file: Path, said: Metadata, watched: str
    ) -> Change | Refusal:
        try:
            new = self._described(file, said)
            same = [r for r in self._in_use(store.catalogue) if r.document.id == new.document.id]
            if same and same[0].document.original_sha256 == new.document.original_sha256:
                return _change(Action.UNCHANGED, same[0])
            if same:
                raise CorpusError(
                    f"There is a document {new.document.id} already.",
                    f"Run `planwijzer corpus update {new.document.id} FILE` to replace it, "
                    "or give this one another --id.",
                )
            return _change(Action.ADD, store.stage(new, watched))
        except CorpusError as error:
            return Refusal(file=file.name, message=error.message, fix=error.fix)

    def _updated(
        self, store: OpenStore, old: ReadDocument, file: Path, said: Metadata, watched: str
    ) -> Change | Refusal:
        try:
            content = hashlib.sha256(file.read_bytes()).hexdigest() if file.is_file() else ""
            if content == old.document.original_sha256 and said == Metadata():
                return _change(Action.UNCHANGED, old)
            new = self._described(file, said.or_else(metadata_of(old.document)))
            read = store.stage(new, watched)
            return _change(Action.UPDATE, read, diff(old, read))
        except CorpusError as error:
            return Refusal(file=file.name, message=error.message, fix=error.fix)

    def _described(self, file: Path, said: Metadata) -> Described:
        extracted = extract(file)
        known = known_metadata(file, extracted, said, self._language_of)
        return described(file, extracted, self._complete(file, known))


def _removed(store: OpenStore, old: ReadDocument) -> Change:
    document = old.document.id
    store.catalogue = store.catalogue.without(
        document, shipped=document not in store.catalogue.folders
    )
    return _change(Action.REMOVE, old)


def _change(action: Action, read: ReadDocument, differences: tuple[Changed, ...] = ()) -> Change:
    return Change(
        action=action,
        document=read.document.id,
        title=read.document.title,
        language=read.document.language,
        passages=len(read.passages),
        differences=differences,
    )


def _find(documents: Sequence[ReadDocument], document: str) -> ReadDocument:
    for read in documents:
        if read.document.id == document:
            return read
    known = ", ".join(read.document.id for read in documents)
    raise NotFoundError(f"There is no document {document!r}.", f"Use one of: {known}.")


def _kept(store: OpenStore, old: ReadDocument) -> Path:
    """Return the file that a document was added from, as the store keeps it."""
    return store.own_folder(old) / (old.document.original_file or old.document.source_file)


def _documents_in(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith((".", "~")) for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden and path.suffix.lower() in _SUFFIXES:
            yield path

"""The catalogue of a store: which documents an organisation added, which shipped ones it removed.

<store>/catalogue.json          the truth; replacing this file is how a change takes effect
<store>/<id>@<digest>/          a document's folder, never changed once the catalogue names it
"""

import os
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from corpus.errors import CorpusError

CATALOGUE = "catalogue.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The folder of each added document by its id, and the ids of shipped ones that are removed.

    `watched` maps the id of a document that came from a watched folder to its file there.
    """

    folders: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    watched: Mapping[str, str] = field(default_factory=dict)

    def with_document(self, document: str, folder: str, watched: str = "") -> "Catalogue":
        """Return the catalogue with a document added, or another folder for it."""
        others = {key: value for key, value in self.watched.items() if key != document}
        return replace(
            self,
            folders={**self.folders, document: folder},
            watched={**others, document: watched} if watched else others,
        )

    def without(self, document: str, *, shipped: bool) -> "Catalogue":
        """Return the catalogue with a document removed; `shipped` when it is one of ours."""
        hidden = {*self.removed, document} if shipped else set(self.removed)
        return Catalogue(
            folders={key: value for key, value in self.folders.items() if key != document},
            removed=tuple(sorted(hidden)),
            watched={key: value for key, value in self.watched.items() if key != document},
        )

    def restored(self, document: str) -> "Catalogue":
        """Return the catalogue with a removed shipped document back."""
        return replace(self, removed=tuple(d for d in self.removed if d != document))


_FORM = TypeAdapter(Catalogue)


def read_catalogue(store: Path) -> Catalogue:
    """Return the catalogue of a store; an empty one where there is none yet.

    Raises:
        CorpusError: It is damaged.
    """
    try:
        return _FORM.validate_json((store / CATALOGUE).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return Catalogue()
    except ValidationError as error:
        raise CorpusError(
            f"The catalogue of the corpus ({CATALOGUE}) is damaged.",
            "Restore it from a backup, or remove it and add the documents again.",
        ) from error


def write_catalogue(store: Path, catalogue: Catalogue) -> None:
    """Put a catalogue in use, in one step."""
    partial = store / f".{CATALOGUE}.partial"
    with partial.open("wb") as file:
        file.write(_FORM.dump_json(catalogue, indent=2))
        file.flush()
        os.fsync(file.fileno())
    partial.replace(store / CATALOGUE)


def unnamed(store: Path, catalogue: Catalogue) -> Iterator[Path]:
    """Yield the folders that no document has: those of a change under way or of a killed one."""
    kept = set(catalogue.folders.values())
    return (entry for entry in store.iterdir() if entry.is_dir() and entry.name not in kept)


def sweep(store: Path, catalogue: Catalogue) -> None:
    """Remove the folders that no document has any more, and what a killed change left."""
    for folder in tuple(unnamed(store, catalogue)):
        shutil.rmtree(folder, ignore_errors=True)

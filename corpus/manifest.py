"""The manifest beside a text: what the document is, and the digest that proves it unchanged."""

import hashlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.document import Document, ReadDocument
from corpus.errors import CorpusError
from corpus.read import read_text

SHIPPED = Path(__file__).parent / "texts"
MANIFEST = "manifest.toml"


class _Manifest(BaseModel):
    """The fields of `manifest.toml`; an unknown or missing one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$")
    title: str = Field(min_length=1)
    short_title: str = Field(min_length=1)
    edition: str = ""
    language: str = Field(pattern=r"^(nl|fr|de|en)$")
    publishers: tuple[str, ...] = ()
    status: str = Field(min_length=1)
    dates: tuple[str, ...] = ()
    provenance: str = Field(min_length=1)
    source_file: str = Field(pattern=r"^[^/\\]+$")
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")


def read_corpus(folder: Path = SHIPPED) -> tuple[ReadDocument, ...]:
    """Read every document of a corpus folder, in the order of their ids.

    Raises:
        CorpusError: A manifest or text is missing, damaged or not what the manifest describes.
    """
    documents = sorted(_read_all(folder), key=lambda read: read.document.id)
    if not documents:
        raise CorpusError(
            f"The corpus folder {folder.name!r} holds no document.",
            f"Put each text in a folder of its own with a {MANIFEST}, as in corpus/texts.",
        )
    return tuple(documents)


def _read_all(folder: Path) -> Iterator[ReadDocument]:
    for manifest in sorted(folder.glob(f"*/{MANIFEST}")):
        document = load_manifest(manifest)
        yield read_text(document, _verified_text(manifest.parent / document.source_file, document))


def load_manifest(path: Path) -> Document:
    """Return the document a manifest describes.

    Raises:
        CorpusError: The file is not TOML, or a field is missing, unknown or off.
    """
    try:
        fields = _Manifest.model_validate(tomllib.loads(path.read_text("utf-8")))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(
            f"{path.parent.name}/{MANIFEST} is not valid TOML: {error}.", "Correct the file."
        ) from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise CorpusError(
            f"{path.parent.name}/{MANIFEST} is off ({problems}).", "Correct these fields."
        ) from error
    return Document(**fields.model_dump())


def _verified_text(path: Path, document: Document) -> str:
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise CorpusError(
            f"The text {path.name} of document {document.id} is missing.",
            f"Put {path.name} back beside its {MANIFEST}.",
        ) from error
    if hashlib.sha256(content).hexdigest() != document.sha256:
        raise CorpusError(
            f"The text {path.name} is not the one its manifest describes (digest differs).",
            "Restore the original file, or state the new file's sha256 in the manifest.",
        )
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise CorpusError(
            f"The text {path.name} is not UTF-8.", "Convert it to UTF-8 and update its sha256."
        ) from error

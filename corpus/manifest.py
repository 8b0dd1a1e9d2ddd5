"""The manifest beside a text: what the document is, and the digests that prove it unchanged."""

import tomllib
from pathlib import Path
from typing import Annotated

import tomlkit
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from corpus.document import Document, DocumentStatus
from corpus.errors import CorpusError

MANIFEST = "manifest.toml"

_DIGEST = r"^[0-9a-f]{64}$"
_FILE = r"^[^/\\]+$"

GroupName = Annotated[str, Field(pattern=r"^[^\s,](?:[^,\r\n\t]{0,118}[^\s,])?$")]
"""The name of a group, as an identity provider or proxy states it; it may hold spaces."""


class _Manifest(BaseModel):
    """The fields of `manifest.toml`; an unknown or missing one is an error."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=r"^[a-z0-9][a-z0-9.-]*$", max_length=80)
    title: str = Field(min_length=1)
    short_title: str = Field(min_length=1)
    edition: str = ""
    language: str = Field(pattern=r"^(nl|fr|de|en)$")
    publishers: tuple[str, ...] = ()
    status: DocumentStatus
    dates: tuple[str, ...] = ()
    provenance: str = Field(min_length=1)
    source_file: str = Field(pattern=_FILE)
    sha256: str = Field(pattern=_DIGEST)
    original_file: str = Field("", pattern=r"^[^/\\]*$")
    original_sha256: str = Field("", pattern=r"^([0-9a-f]{64})?$")
    translation_of: str = ""
    stands_in_for: DocumentStatus | None = None
    groups: tuple[GroupName, ...] = ()


def load_manifest(path: Path) -> Document:
    """Return the document a manifest describes.

    Raises:
        CorpusError: The file is not there or not TOML, or a field is missing, unknown or off.
    """
    name = f"{path.parent.name}/{path.name}"
    try:
        fields = _Manifest.model_validate(tomllib.loads(path.read_text("utf-8")))
    except FileNotFoundError as error:
        raise CorpusError(
            f"{name} is missing.", "Put it back, or add the document anew."
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CorpusError(f"{name} is not valid TOML: {error}.", "Correct the file.") from error
    except ValidationError as error:
        problems = "; ".join(f"{'.'.join(map(str, e['loc']))}: {e['msg']}" for e in error.errors())
        raise CorpusError(f"{name} is off ({problems}).", "Correct these fields.") from error
    return Document(**dict(fields))


def write_manifest(path: Path, document: Document) -> None:
    """Write the manifest of a document; `load_manifest` gives the document back."""
    written = tomlkit.document()
    for name in _Manifest.model_fields:
        value = getattr(document, name)
        if value:
            written[name] = list(value) if isinstance(value, tuple) else str(value)
    path.write_text(tomlkit.dumps(written), "utf-8")

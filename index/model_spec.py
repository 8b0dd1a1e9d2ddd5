"""What describes an embedding model: its files, how it is prompted, where it can come from."""

import hashlib
from dataclasses import dataclass, field
from typing import Literal

from index.embedder import CosineScale

Unpacking = Literal["zip", "e5-q4"]
"""How the parts of a packaged model become its files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelFile:
    """One file of a model; `path` is relative to its folder, `size` is in bytes."""

    path: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HubCopy:
    """A repository on the model hub that holds exactly the files of a model."""

    repository: str
    revision: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PackagePart:
    """A file inside a wheel; `size` and `sha256` are the file's, not the wheel's."""

    package: str
    version: str
    member: str
    size: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Packaged:
    """A model spread over wheels of a package index, in the order they belong."""

    parts: tuple[PackagePart, ...]
    unpacking: Unpacking


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelSpec:
    """An embedding model that is the same bytes wherever it is fetched from.

    `query_prompt` has the place `{text}`, `passage_prompt` the places `{title}` and `{text}`;
    `dtype` is the torch type it computes in; `dimension` is the length of a vector; `scale`
    tells how its cosines read, measured on the development questions; `tower_from` is the first
    of the layers that are changed for questions (`index/tower.py`), 0 where none is.
    """

    name: str
    title: str
    licence: str
    licence_url: str
    dimension: int
    max_tokens: int
    query_prompt: str
    passage_prompt: str
    dtype: Literal["bfloat16", "float32"]
    scale: CosineScale = field(default_factory=CosineScale)
    tower_from: int = 0
    files: tuple[ModelFile, ...]
    hub_copies: tuple[HubCopy, ...]
    packaged: Packaged

    @property
    def size(self) -> int:
        """Bytes of all files."""
        return sum(file.size for file in self.files)

    @property
    def digest(self) -> str:
        """64 hexadecimal digits that change with any byte of any file."""
        lines = sorted(f"{file.sha256}  {file.path}\n" for file in self.files)
        return hashlib.sha256("".join(lines).encode()).hexdigest()

    @property
    def identity(self) -> str:
        """Name and a digest of all that decides its vectors: files, prompts and type."""
        decisive = "\n".join((self.digest, self.query_prompt, self.passage_prompt, self.dtype))
        return f"{self.name}@{hashlib.sha256(decisive.encode()).hexdigest()[:16]}"

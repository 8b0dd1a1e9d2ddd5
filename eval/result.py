"""The result of a run, as it is kept in a file: figures, breakdowns and every question."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.asker import EvaluationError
from eval.record import Record
from eval.tally import By, Value

SCHEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What was measured, when and how.

    `asked` is the address of the server, empty where the assistant was asked in this process;
    `reader` is the address under which the reader page is served;
    `digest` is that of everything that can change an answer; `latency` says how latency was
    measured; `threshold` is the judged likelihood from which a question counted as answered.
    """

    date: str
    asked: str
    reader: str
    version: str
    model: str
    digest: str
    settings: dict[str, str]
    latency: str
    threshold: float | None
    seconds: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A run: what was measured, the figures, and the questions they were computed from."""

    schema: int
    about: About
    sets: tuple[str, ...]
    values: tuple[Value, ...]
    records: tuple[Record, ...]

    def value(self, set_: str, measure: str, by: By = By.ALL, group: str = "") -> Value | None:
        """Return one value, None where nothing was measured."""
        wanted = (set_, measure, by, group)
        return next(
            (v for v in self.values if (v.set, v.measure, v.by, v.group) == wanted),
            None,
        )


_RESULT = TypeAdapter(Result)


def save(result: Result, path: Path) -> None:
    """Write a result to a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.partial")
    partial.write_bytes(_RESULT.dump_json(result, indent=1) + b"\n")
    partial.replace(path)


def read(path: Path) -> Result:
    """Return the result in a file.

    Raises:
        EvaluationError: It is missing, damaged, or of another version of Planwijzer.
    """
    try:
        result = _RESULT.validate_json(path.read_bytes())
    except OSError as error:
        raise EvaluationError(
            f"There is no result in {path}.", "Run `planwijzer eval` to make one."
        ) from error
    except ValidationError as error:
        raise EvaluationError(
            f"{path} is not a result of this version.", "Run `planwijzer eval` to make a new one."
        ) from error
    if result.schema != SCHEMA:
        raise EvaluationError(
            f"{path} is of schema {result.schema}, not {SCHEMA}.",
            "Run `planwijzer eval` to make a new one.",
        )
    return result

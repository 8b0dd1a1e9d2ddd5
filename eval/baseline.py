"""The figures that must not get worse, kept with the code they were measured on."""

from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from eval.asker import EvaluationError
from eval.measures import MEASURES
from eval.result import Result
from eval.tally import By, Value

SCHEMA = 1
COMMITTED = Path(__file__).with_name("baseline.json")
_ACCEPT = "Run `planwijzer eval gate --accept` to make a new one of figures you stand for."


@dataclass(frozen=True, slots=True, kw_only=True)
class Baseline:
    """Values of a run by set, whole and by language; `questions` is how many each set asked."""

    schema: int
    date: str
    model: str
    questions: dict[str, int]
    values: tuple[Value, ...]


_BASELINE = TypeAdapter(Baseline)


def baseline_of(result: Result) -> Baseline:
    """Return what of a result must not get worse."""
    return Baseline(
        schema=SCHEMA,
        date=result.about.date,
        model=result.about.model,
        questions=questions_of(result),
        values=tuple(
            value
            for value in result.values
            if MEASURES[value.measure].gated and value.by in (By.ALL, By.LANGUAGE)
        ),
    )


def questions_of(result: Result) -> dict[str, int]:
    """Return how many questions a result holds by set."""
    return {name: sum(r.set == name for r in result.records) for name in result.sets}


def save_baseline(baseline: Baseline, path: Path) -> None:
    """Write a baseline to a file."""
    path.write_bytes(_BASELINE.dump_json(baseline, indent=1) + b"\n")


def read_baseline(path: Path) -> Baseline:
    """Return the baseline in a file.

    Raises:
        EvaluationError: It is missing, damaged, or of another version of Planwijzer.
    """
    try:
        baseline = _BASELINE.validate_json(path.read_bytes())
    except OSError as error:
        raise EvaluationError(f"There is no baseline in {path}.", _ACCEPT) from error
    except ValidationError as error:
        raise EvaluationError(f"{path} is not a baseline of this version.", _ACCEPT) from error
    if baseline.schema != SCHEMA:
        raise EvaluationError(f"{path} is of schema {baseline.schema}, not {SCHEMA}.", _ACCEPT)
    return baseline

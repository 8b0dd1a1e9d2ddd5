"""How the command line shows figures: tables for people, JSON for programs."""

import sys
from collections.abc import Sequence

from pydantic import TypeAdapter
from rich.console import Console
from rich.table import Table

from eval.compare import Change
from eval.measures import MEASURES, Unit, shown
from eval.result import About, Result
from eval.tally import By, Value

_BROKEN_DOWN = ("hit@5", "answer correct", "unanswerable refused")

_WIDTH = 160

_Figures = TypeAdapter(dict[str, About | tuple[str, ...] | tuple[Value, ...]])
_Changes = TypeAdapter(tuple[Change, ...])


def print_result(result: Result) -> None:
    """Print each measure of each set with its 95 % interval, some by language."""
    table = Table("measure", *result.sets, caption=_caption(result))
    for name, measure in MEASURES.items():
        if not measure.curve:
            _add_row(table, result, name, By.ALL, "")
        if name in _BROKEN_DOWN:
            for language in _languages(result, name):
                _add_row(table, result, name, By.LANGUAGE, language)
    _console().print(table)


def print_result_json(result: Result) -> None:
    """Print what was measured and all values, without the questions."""
    figures: dict[str, About | tuple[str, ...] | tuple[Value, ...]] = {
        "about": result.about,
        "sets": result.sets,
        "values": result.values,
    }
    _write(_Figures.dump_json(figures, indent=2))


def print_result_markdown(result: Result) -> None:
    """Print each measure of each set as a Markdown table, for documentation."""
    print("| measure |", *(f"{set_} |" for set_ in result.sets))
    print("|---|" + "---|" * len(result.sets))
    for name, measure in MEASURES.items():
        found = [result.value(set_, name) for set_ in result.sets]
        if any(found) and not measure.curve:
            print(f"| {name} |", *(f"{_cell(value)} |" for value in found))
    print(f"\nMeasured on {result.about.date[:10]} with {result.about.model}.")


def print_changes(found: Sequence[Change]) -> None:
    """Print how each measure changed; a star marks what chance alone would rarely do."""
    table = Table("set", "measure", "n", "before", "after", "change", "95 % interval", "p")
    for change in found:
        table.add_row(
            change.set,
            change.measure,
            str(change.n),
            shown(change.measure, change.before),
            shown(change.measure, change.after),
            f"{100 * change.mean:+.1f}{_mark(change)}",
            f"{100 * change.low:+.1f} to {100 * change.high:+.1f}",
            f"{change.p:.3f}",
        )
    _console().print(table)


def print_changes_json(found: Sequence[Change]) -> None:
    """Print changes as JSON."""
    _write(_Changes.dump_json(tuple(found), indent=2))


def print_faults(faults: Sequence[str]) -> None:
    """Print what keeps the gate shut, or that nothing does."""
    if not faults:
        print("The gate is open: nothing is worse than the baseline allows.")
        return
    print(f"The gate is shut ({len(faults)}):")
    for fault in faults:
        print(f"- {fault}")


def print_faults_json(faults: Sequence[str]) -> None:
    """Print what keeps the gate shut as JSON."""
    _write(
        TypeAdapter(dict[str, bool | list[str]]).dump_json(
            {"open": not faults, "faults": list(faults)}, indent=2
        )
    )


def _add_row(table: Table, result: Result, measure: str, by: By, group: str) -> None:
    found = [result.value(set_, measure, by, group) for set_ in result.sets]
    if any(found):
        table.add_row(f"  {group}" if group else measure, *map(_cell, found))


def _languages(result: Result, measure: str) -> list[str]:
    groups = (v.group for v in result.values if v.measure == measure and v.by is By.LANGUAGE)
    return list(dict.fromkeys(groups))


def _cell(value: Value | None) -> str:
    if value is None:
        return "–"
    if MEASURES[value.measure].unit is not Unit.SHARE:
        return f"{shown(value.measure, value.value)} ({value.low:.0f}-{value.high:.0f})"
    return f"{shown(value.measure, value.value)} ({100 * value.low:.0f}-{100 * value.high:.0f})"


def _caption(result: Result) -> str:
    about = result.about
    return (
        f"{about.date}, {about.asked or 'in process'}, {about.model or 'model unknown'}, "
        f"{about.seconds:.0f} s; 95 % intervals in brackets"
    )


def _mark(change: Change) -> str:
    return " *" if change.significant else ""


def _console() -> Console:
    # Where nobody looks, a table is as wide as it needs to be, not as an unknown terminal.
    width = None if sys.stdout.isatty() else _WIDTH
    return Console(highlight=False, width=width, emoji=False)


def _write(text: bytes) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.write(text + b"\n")

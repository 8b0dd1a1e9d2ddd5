"""`planwijzer eval`: measuring the answers; also `python -m eval.cli`.

The entry point `planwijzer.commands` leads here. Heavy parts are imported when a command runs.
"""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from eval.generators import Generators

if TYPE_CHECKING:
    from eval.result import Result

app = typer.Typer(
    name="eval",
    help="Measure the answers; without a command, `run`.",
    add_completion=False,
    pretty_exceptions_enable=False,
)

Questions = Annotated[
    list[Path] | None,
    typer.Option(
        "--questions",
        metavar="DIR",
        help="A folder with question sets; repeatable. Else dev, test.",
    ),
]
Url = Annotated[
    str, typer.Option(help="Ask the server there, as http://127.0.0.1:8321, not this process.")
]
Output = Annotated[Path, typer.Option(help="Folder for the result, the report and the journal.")]
Jobs = Annotated[int, typer.Option(min=1, max=64, help="Questions asked at the same time.")]
Fresh = Annotated[bool, typer.Option("--fresh", help="Forget an interrupted run; start anew.")]
Judge = Annotated[
    bool, typer.Option("--judge", help="Ask the configured language model about each statement.")
]
Generator = Annotated[
    Generators, typer.Option(help="Who words the answers; llm fails where there is none.")
]
Most = Annotated[
    int | None,
    typer.Option("--most", min=1, metavar="N", help="Ask N questions of each kind at most."),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for programs.")]
Given = Annotated[Path, typer.Argument(metavar="RESULT", help="The result.json of a run.")]
Previous = Annotated[
    Path | None, typer.Option(help="The result of an earlier run to compare with.")
]
Baseline = Annotated[Path | None, typer.Option(help="The baseline; else the committed one.")]

_OUTPUT = Path("var/eval")
_JOBS = 2


@app.callback(invoke_without_command=True)
def run_by_default(
    context: typer.Context,
    questions: Questions = None,
    url: Url = "",
    output: Output = _OUTPUT,
    jobs: Jobs = _JOBS,
    fresh: Fresh = False,
    judge: Judge = False,
    generator: Generator = "auto",
    most: Most = None,
    json: AsJson = False,
) -> None:
    """Measure the answers; without a command, `run`."""
    if context.invoked_subcommand is None:
        run(questions, url, output, jobs, fresh, judge, generator, most, json)


@app.command()
def run(
    questions: Questions = None,
    url: Url = "",
    output: Output = _OUTPUT,
    jobs: Jobs = _JOBS,
    fresh: Fresh = False,
    judge: Judge = False,
    generator: Generator = "auto",
    most: Most = None,
    json: AsJson = False,
) -> None:
    """Ask every question; print the measures, write result.json and report.html.

    An interrupted run goes on where it stopped.
    """
    from eval.printing import print_result, print_result_json

    result, report_page = _measured(questions, url, output, jobs, fresh, judge, generator, most)
    if json:
        print_result_json(result)
    else:
        print_result(result)
        print(f"Report: {report_page}")


@app.command()
def new(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A folder that is not there yet.")],
) -> None:
    """Write a commented template of a question set, for documents of your own."""
    from eval.starter import write_starter

    write_starter(folder)
    print(f"Start with {folder / 'README.md'}; then `planwijzer eval --questions {folder}`.")


@app.command()
def report(
    result: Given,
    previous: Previous = None,
    output: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Where to write it; else report.html beside the result."),
    ] = None,
    markdown: Annotated[
        bool, typer.Option("--markdown", help="Print the figures as Markdown instead.")
    ] = False,
) -> None:
    """Make the HTML report of a result again."""
    from eval.printing import print_result_markdown
    from eval.report import write_report
    from eval.result import read

    if markdown:
        print_result_markdown(read(result))
        return
    page = output or result.with_name("report.html")
    write_report(read(result), read(previous) if previous else None, page)
    print(f"Report: {page}")


@app.command()
def compare(
    old: Annotated[Path, typer.Argument(metavar="OLD", help="The result of the earlier run.")],
    new: Annotated[Path, typer.Argument(metavar="NEW", help="The result of the later run.")],
    json: AsJson = False,
) -> None:
    """Say what changed between two runs over the same questions, and whether it may be chance."""
    from eval.compare import changes
    from eval.printing import print_changes, print_changes_json
    from eval.result import read

    found = changes(read(old), read(new))
    (print_changes_json if json else print_changes)(found)


@app.command()
def gate(
    result: Annotated[
        Path | None, typer.Option(metavar="FILE", help="The result to judge; else a new run.")
    ] = None,
    baseline: Baseline = None,
    accept: Annotated[
        bool, typer.Option("--accept", help="Make this result the baseline instead.")
    ] = False,
    questions: Questions = None,
    url: Url = "",
    output: Output = _OUTPUT,
    jobs: Jobs = _JOBS,
    json: AsJson = False,
) -> None:
    """Exit with 1 where answers got worse than the baseline, a quote is off, or an attack works."""
    from eval.baseline import COMMITTED, baseline_of, read_baseline, save_baseline
    from eval.gate import faults
    from eval.printing import print_faults, print_faults_json
    from eval.result import read

    path = baseline or COMMITTED
    before = None if accept else read_baseline(path)
    judged = read(result) if result else _measured(questions, url, output, jobs, fresh=False)[0]
    if before is None:
        save_baseline(baseline_of(judged), path)
        print(f"The baseline is now that of {judged.about.date}: {path}")
        return
    found = faults(judged, before)
    (print_faults_json if json else print_faults)(found)
    if found:
        raise typer.Exit(1)


def _measured(
    questions: list[Path] | None,
    url: str,
    output: Path,
    jobs: int,
    fresh: bool,
    judge: bool = False,
    generator: Generators = "auto",
    most: int | None = None,
) -> "tuple[Result, Path]":
    from eval.measuring import measure

    return measure(
        questions or [],
        url=url,
        output=output,
        jobs=jobs,
        fresh=fresh,
        judge=judge,
        generator=generator,
        most=most,
    )


def main() -> None:
    """Run as a program of its own; a failure is two lines on standard error and exit code 1."""
    from assistant import PlanwijzerError

    try:
        app()
    except PlanwijzerError as error:
        print(error.message, error.fix, sep="\n", file=sys.stderr)
        sys.exit(1)


if __name__ == "__main__":
    main()

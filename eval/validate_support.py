"""How far the support check can be trusted: `python -m eval.validate_support`.

Prints, for each half of the labelled statements, how many of those it lets through are supported
(precision), how many supported ones it lets through (recall), and which faults it catches. Only
`test` says how it does on what it did not learn from.
"""

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from rich.console import Console
from rich.progress import track
from rich.table import Table

from assistant import ReadDocument, Settings, SupportCheck, open_embedder, read_documents
from eval.questions import Half
from eval.statements import LabelledStatement, load_statements, quotes_of

Judged = tuple[LabelledStatement, bool]
"""A statement, and whether the check let it through."""

_LANGUAGES = ("nl", "fr", "de", "en")
_HALVES: tuple[Half, ...] = ("dev", "test")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """How a check did on some statements; precision and recall are nan for a fault."""

    group: str
    statements: int
    precision: float
    recall: float
    caught: float


def validate(judged: Sequence[Judged]) -> Iterator[Reliability]:
    """Yield the reliability over all statements, then by language, then by fault."""
    yield _reliability("all", judged)
    for language in _LANGUAGES:
        yield _reliability(language, [one for one in judged if one[0].lang == language])
    for fault in sorted({statement.fault for statement, _ in judged} - {""}):
        yield _reliability(fault, [one for one in judged if one[0].fault == fault])


def judge(
    check: SupportCheck,
    statements: Iterable[LabelledStatement],
    documents: Sequence[ReadDocument],
    *,
    versions: bool,
) -> list[Judged]:
    """Return the statements with what a check says of each.

    Args:
        check: The check.
        statements: What it is asked about.
        documents: Where the versions of quotes are.
        versions: Whether the check is given them.
    """
    return [
        (one, check.check(one.statement, quotes if versions else quotes[:1], one.lang).supported)
        for one in statements
        for quotes in [quotes_of(one, documents)]
    ]


def main() -> None:
    """Print the tables, with and without the versions of the quotes."""
    settings = Settings.load()
    documents = read_documents(settings)
    check = SupportCheck(open_embedder(settings))
    for half in _HALVES:
        for versions, title in ((True, "quotes with their versions"), (False, "quotes alone")):
            statements = track(load_statements(half), f"{half}, {title}", transient=True)
            judged = judge(check, statements, documents, versions=versions)
            _print(f"{half}, {title}", judged)


def _reliability(group: str, judged: Sequence[Judged]) -> Reliability:
    let_through = [one.supported for one, passed in judged if passed]
    of_supported = [passed for one, passed in judged if one.supported]
    of_unsupported = [not passed for one, passed in judged if not one.supported]
    return Reliability(
        group=group,
        statements=len(judged),
        precision=_share(let_through) if of_supported else math.nan,
        recall=_share(of_supported),
        caught=_share(of_unsupported),
    )


def _share(values: Sequence[bool]) -> float:
    return sum(values) / len(values) if values else math.nan


def _print(title: str, judged: Sequence[Judged]) -> None:
    table = Table("", "n", "precision", "recall", "unsupported caught", title=title)
    for row in validate(judged):
        shares = (row.precision, row.recall, row.caught)
        cells = ("" if math.isnan(share) else f"{share:.1%}" for share in shares)
        table.add_row(row.group, str(row.statements), *cells)
    Console().print(table)


if __name__ == "__main__":
    main()

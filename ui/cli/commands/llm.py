"""`planwijzer llm`: the language model that may word answers."""

from typing import Annotated

import typer

llm = typer.Typer(help="The language model that may word answers.", no_args_is_help=True)


@llm.command()
def check(
    json: Annotated[bool, typer.Option("--json", help="Print JSON.")] = False,
) -> None:
    """Try the language model of the settings, and say what to mend."""
    from assistant import Settings, check_llm
    from ui.cli.console import print_json
    from ui.cli.llm import LlmReply, print_checks

    checks = check_llm(Settings.load())
    if json:
        print_json(LlmReply.of(checks))
    else:
        print_checks(checks)
    if not all(one.passed for one in checks):
        raise typer.Exit(1)

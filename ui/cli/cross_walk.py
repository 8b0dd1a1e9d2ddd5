"""The cross-walk to the framework note, as a table."""

from rich.table import Table

from ui.cli.console import result_console
from ui.http.cross_walk import CrossWalkReply


def print_cross_walk(reply: CrossWalkReply) -> None:
    """Print which themes belong to each dimension, and the lines that say so."""
    table = Table("dimension", "theme", "the plan's own line", "place", box=None)
    for dimension in reply.dimensions:
        links = [link for link in reply.links if link.dimension == dimension.id]
        if not links:
            table.add_row(dimension.name, "–", "", "")
        for link in links:
            table.add_row(dimension.name, link.theme, link.source.quote, link.source.label)
    for link in reply.links:
        if link.dimension is None:
            table.add_row("–", link.theme, link.source.quote, link.source.label)
    result_console().print(table)

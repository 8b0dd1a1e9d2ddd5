"""The server of the Model Context Protocol, whichever way its messages come."""

from mcp.server import MCPServer
from mcp_types import ToolAnnotations

from ui.http.version import running_version
from ui.mcp.reception import Reception
from ui.mcp.tools import Tools

_INSTRUCTIONS = """\
Answers about Belgium's National Security Plan and the texts around it, with literal quotes and \
links to their places. Quote literally, name the place, and give the link. The texts are Dutch; a \
working translation is no official text. What the documents do not say is not known here: do not \
fill it in. Never send personal data or data of a case."""

_READS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


def mcp_server(reception: Reception) -> MCPServer[object]:
    """Return a server whose tools answer whom a reception receives."""
    server = MCPServer[object](
        "planwijzer",
        title="Planwijzer",
        instructions=_INSTRUCTIONS,
        version=running_version(),
        # Below, the library tells what tools were asked.
        log_level="WARNING",
        # Nothing here changes that a client could listen for.
        subscriptions=False,
    )
    tools = Tools(reception)
    for tool in (tools.ask, tools.search, tools.read, tools.verify):
        server.add_tool(tool, annotations=_READS)
    return server

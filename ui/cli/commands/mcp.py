"""`planwijzer mcp`."""


def mcp() -> None:
    """Serve the tools ask, search, read and verify to a program that starts this command (MCP)."""
    from assistant import Settings
    from ui.mcp.stdio import serve

    serve(Settings.load())

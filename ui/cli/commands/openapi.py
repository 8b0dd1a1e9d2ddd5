"""`planwijzer openapi`."""


def openapi() -> None:
    """Print the description of the HTTP API, as /openapi.json gives it."""
    from ui.cli.openapi_page import openapi_page

    print(openapi_page())

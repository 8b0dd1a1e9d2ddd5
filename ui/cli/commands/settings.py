"""`planwijzer settings`."""


def settings() -> None:
    """Print every setting with its default and meaning, as Markdown."""
    from ui.cli.settings_page import settings_page

    print(settings_page())

"""The version that is running."""

from importlib.metadata import PackageNotFoundError, version


def running_version() -> str:
    """Return the installed version; "0" in a checkout that is not installed."""
    try:
        return version("planwijzer")
    except PackageNotFoundError:
        return "0"

"""The same servers as those of the access tests."""

from tests.ui.access.conftest import (  # noqa: F401 - fixtures
    client_of,
    engine,
    keys,
    secret,
    settings,
    whole,
)

"""The same clients as those of the API's tests."""

from tests.ui.cli.conftest import command  # noqa: F401 - a fixture
from tests.ui.http.conftest import (  # noqa: F401 - fixtures
    client,
    settings,
    shipped,
    standin,
)

"""Whatever fits the API's description, or just does not: no failure, and answers that fit it too.

What fits may be refused all the same: a text may name a document that is not there, or hold no
character that can be read.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import schemathesis
from hypothesis import HealthCheck, assume, given
from hypothesis import settings as tried
from limits import RateLimitItemPerMinute
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import positive_data_acceptance
from schemathesis.specs.openapi.schemas import OpenApiSchema
from sqlalchemy import Engine
from starlette.testclient import TestClient

from assistant import Settings
from tests.ui.http.conftest import until_ready
from tests.ui.standin_assistant import StandIn
from ui.access.caller import Role
from ui.access.keys import Keys
from ui.cli.server import FACES
from ui.database.engine import database
from ui.http.app import create_app
from ui.http.text import clean
from ui.limits import attempts

EXAMPLES = 60
LARGEST = 65_000
FROZEN = Path(__file__).parents[3] / "docs" / "openapi.json"
OPERATIONS = [
    (path, method, mode)
    for path, operations in json.loads(FROZEN.read_text("utf-8"))["paths"].items()
    for method, operation in operations.items()
    for mode in GenerationMode
    # Where nothing is to be sent, nothing can be off.
    if mode is GenerationMode.POSITIVE or "422" in operation["responses"]
]


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Engine, dict[str, str]]]:
    """A database, and the header of a key in it that may do everything."""
    url = f"sqlite:///{tmp_path_factory.mktemp('schema')}/p.db"
    with database(Settings(database=url)) as engine:
        _, key = Keys(engine).create("all", role=Role.ADMIN, days=1)
        yield engine, {"Authorization": f"Bearer {key}"}


@pytest.fixture(scope="module")
def described(shown: tuple[Engine, dict[str, str]]) -> Iterator[OpenApiSchema]:
    """The description of a server with an access rule that never tires of wrong keys."""
    standin = StandIn()
    settings = Settings(access=("keys",), rate_limit="", answer_log=False)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(attempts, "_FAILURES", RateLimitItemPerMinute(1_000_000))
        app = create_app(lambda: standin, settings, FACES[:-1], database=shown[0])  # type: ignore[arg-type,return-value]
        with TestClient(app, raise_server_exceptions=False) as client:
            until_ready(client)
            yield schemathesis.openapi.from_asgi("/openapi.json", app, headers=shown[1])


@pytest.mark.parametrize(("path", "method", "mode"), OPERATIONS)
def test_every_answer_fits_the_description(
    described: OpenApiSchema,
    shown: tuple[Engine, dict[str, str]],
    path: str,
    method: str,
    mode: GenerationMode,
) -> None:
    operation = described[path][method]

    @given(case=operation.as_strategy(generation_mode=mode))
    @tried(
        max_examples=EXAMPLES,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        derandomize=True,
        database=None,
    )
    def check(case: schemathesis.Case) -> None:
        # Limits count what is left of a text when it has been cleaned; no schema can say so.
        words = case.body.values() if isinstance(case.body, dict) else ()
        assume(all(clean(word) == word for word in words if isinstance(word, str)))
        # A body that is too large is refused unread, with a status that the check does not expect.
        assume(len(json.dumps(case.body, default=str)) < LARGEST)
        case.call_and_validate(headers=shown[1], excluded_checks=[positive_data_acceptance])

    check()

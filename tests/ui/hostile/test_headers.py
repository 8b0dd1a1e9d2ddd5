"""What every answer carries, so that a browser does nothing that was not meant."""

from collections.abc import Callable

import pytest
from starlette.testclient import TestClient

ClientOf = Callable[..., TestClient]

PATHS = (
    "/healthz",
    "/readyz",
    "/metrics",
    "/openapi.json",
    "/api/v1/documents",
    "/api/v1/none",
    "/plan",
    "/plan/nvp-2026-2029",
    "/plan/none",
    "/plan/nvp-2026-2029/occurrences?term=drugs",
    "/plan/nvp-2026-2029/original",
    "/plan-assets/plan.css",
)


@pytest.mark.parametrize("access", [(), ("keys",)])
@pytest.mark.parametrize("path", PATHS)
def test_every_answer_is_safe_in_a_browser(
    client_of: ClientOf, path: str, access: tuple[str, ...]
) -> None:
    headers = client_of(access=access).get(path, headers={"Accept": "text/html"}).headers

    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors" in policy
    assert "unsafe" not in policy
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers


def test_nothing_that_depends_on_who_asks_is_kept_on_the_way(client_of: ClientOf) -> None:
    client = client_of(access=())

    assert client.get("/api/v1/documents").headers["cache-control"] == "no-store"
    assert "private" in client.get("/plan/nvp-2026-2029").headers["cache-control"]

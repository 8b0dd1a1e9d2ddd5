"""The Grafana dashboard shows what there is."""

import json
import re
from collections.abc import Callable
from pathlib import Path

from starlette.testclient import TestClient

DASHBOARD = Path(__file__).parents[3] / "deploy" / "grafana-dashboard.json"


def test_every_metric_of_the_dashboard_is_one_of_the_server(
    client_of: Callable[..., TestClient],
) -> None:
    client = client_of(access=())
    client.post("/api/v1/ask", json={"question": "Wat?"})
    there = client.get("/metrics").text
    panels = json.loads(DASHBOARD.read_text("utf-8"))["panels"]
    shown = {
        name
        for panel in panels
        for target in panel["targets"]
        for name in re.findall(r"\b(?:planwijzer|process)_\w+", target["expr"])
    }

    assert len(shown) > 8
    assert [name for name in shown if not re.search(rf"^{name}[ {{]", there, re.MULTILINE)] == []


def test_every_metric_of_ours_is_on_the_dashboard(client_of: Callable[..., TestClient]) -> None:
    there = client_of(access=()).get("/metrics").text
    ours = set(re.findall(r"^# HELP (planwijzer_\w+)", there, re.MULTILINE))

    assert len(ours) > 8
    text = DASHBOARD.read_text("utf-8")
    assert [name for name in ours if name not in text] == []

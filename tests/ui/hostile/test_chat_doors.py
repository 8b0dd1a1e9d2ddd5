"""What Gradio offers besides the chat: files, addresses to fetch, tools of its developers."""

import json
import os
import uuid
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest
from gradio import processing_utils
from gradio.utils import get_upload_folder

from tests.ui.access.conftest import WORD, bearer
from tests.ui.access.test_access_chat import served  # noqa: F401 - a fixture
from ui.access.caller import Role
from ui.access.keys import Keys

# Raised inside Gradio, over its own statistics.
pytestmark = pytest.mark.filterwarnings("ignore::pandas.errors.Pandas4Warning")

SHUT = (
    "upload",
    "upload_progress?upload_id=x",
    "proxy=http://127.0.0.1/",
    "proxy=https://example.org/",
    "file=/etc/passwd",
    "file=%2fetc%2fpasswd",
    "file=..%2f..%2f..%2fetc%2fpasswd",
    "file=https://example.org/",
    "file/etc/passwd",
    "stream/x/x/1/playlist.m3u8",
    "custom_component/1/client/component/x",
    "component_server",
    "process_recording",
    "dev/reload",
    "deep_link",
    "runs",
    "vibe-code",
    "vibe-edit",
    "info/../file=/etc/passwd",
    "queue/%2e%2e/file=/etc/passwd",
    "%66ile=/etc/passwd",
    "/file=/etc/passwd",
)


@pytest.fixture
def kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder in which Gradio keeps copies of files."""
    monkeypatch.setenv("GRADIO_TEMP_DIR", str(tmp_path / "kept"))
    return Path(get_upload_folder())


@pytest.fixture
def fetched(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that Gradio was made to fetch."""
    addresses: list[str] = []

    async def fetch(url: str, cache_dir: str) -> str:
        addresses.append(url)
        raise ValueError(f"nothing goes to {cache_dir}")

    monkeypatch.setattr(processing_utils, "async_ssrf_protected_download", fetch)
    return addresses


@pytest.fixture
def visitor(
    kept: Path,
    fetched: list[str],
    keys: Keys,
    served: str,  # noqa: F811
) -> Iterator[httpx.Client]:
    """Somebody who may do everything."""
    assert not kept.exists()
    assert fetched == []
    shown = bearer(keys.create("k", role=Role.ADMIN, rate="10000/minute", days=1)[1])
    with httpx.Client(base_url=served, headers=shown, timeout=30) as client:
        yield client


def told(visitor: httpx.Client, event: int, data: list[object]) -> str:
    """Return all that comes of sending values to an event of the page."""
    session = uuid.uuid4().hex
    sent = {"data": data, "fn_index": event, "session_hash": session}
    said = [
        visitor.post("/gradio_api/run/predict", json=sent).text,
        visitor.post("/gradio_api/queue/join", json=sent).text,
    ]
    with visitor.stream("GET", f"/gradio_api/queue/data?session_hash={session}") as events:
        for line in events.iter_lines():
            said.append(line)
            if line and json.loads(line[5:])["msg"] in ("process_completed", "close_stream"):
                break
    return "\n".join(said)


def events(visitor: httpx.Client) -> Iterator[tuple[int, list[object]]]:
    """Yield each event of the page that takes values, with values that it takes."""
    config = visitor.get("/config").json()
    values = {part["id"]: part["props"].get("value") for part in config["components"]}
    for event in config["dependencies"]:
        if event["inputs"] and event["backend_fn"]:
            yield event["id"], [values[part] for part in event["inputs"]]


def file_at(path: str) -> dict[str, object]:
    return {"path": path, "url": path, "meta": {"_type": "gradio.FileData"}}


def test_no_file_of_the_machine_is_copied_told_of_or_given(
    visitor: httpx.Client, kept: Path, tmp_path: Path
) -> None:
    named = tmp_path / "secret.txt"
    named.write_text(WORD)
    tried = 0

    for event, values in events(visitor):
        for place in range(len(values)):
            for written in (file_at(str(named)), [file_at(str(named))]):
                sent = [*values[:place], written, *values[place + 1 :]]
                assert "secret.txt" not in told(visitor, event, sent)
                tried += 1

    assert tried > 80
    assert [name for _, _, names in os.walk(kept) for name in names] == []


def test_no_address_is_fetched(visitor: httpx.Client, fetched: list[str]) -> None:
    for event, values in events(visitor):
        for place in range(len(values)):
            sent = [*values[:place], file_at("https://example.org/x"), *values[place + 1 :]]
            told(visitor, event, sent)

    assert fetched == []


def test_a_copy_that_is_there_is_not_given(visitor: httpx.Client, kept: Path) -> None:
    copy = kept / "aa" / "secret.txt"
    copy.parent.mkdir(parents=True)
    copy.write_text(WORD)

    for door in ("file=", "file/"):
        response = visitor.get(f"/gradio_api/{door}{copy}")

        assert response.status_code == 404
        assert WORD not in response.text


def test_each_door_that_the_page_does_not_need_is_shut(visitor: httpx.Client) -> None:
    open_ones = [
        (method, door)
        for door in SHUT
        for method in ("GET", "POST")
        if visitor.request(method, f"/gradio_api/{door}").status_code != 404
    ]

    assert open_ones == []


def test_no_path_leads_out_of_the_pages_own_files(visitor: httpx.Client) -> None:
    for folder in ("static", "assets", "svelte"):
        for path in ("..%2f..%2f..%2f..%2f..%2fetc%2fpasswd", "%2fetc%2fpasswd", "..\\..\\x"):
            response = visitor.get(f"/{folder}/{path}")

            assert response.status_code in (403, 404)
            assert "root:" not in response.text

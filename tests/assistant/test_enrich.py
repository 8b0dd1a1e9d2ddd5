"""Working translations by a language model: a scripted OpenAI-compatible server, the rest real."""

import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from assistant.curate import Curator
from assistant.llm import open_llm
from assistant.llm_error import LlmError
from assistant.settings import Settings
from corpus import CorpusError, read_collection
from corpus.metadata import Metadata
from index import SilentProgress
from index.stand_in import HashingEmbedder

NOTE = "De zone telt 12 wagens.\n\nDe KIV noemt 6 dimensies.\n"
FRENCH = {
    "De zone telt 12 wagens.": "La zone compte 12 véhicules.",
    "De KIV noemt 6 dimensies.": "La KIV cite 6 dimensions.",
}
Reply = Callable[[str, str], str]


class Server:
    """Answers chat completions as `reply` says; counts how often it was asked."""

    def __init__(self) -> None:
        self.reply: Reply = lambda _, text: FRENCH[text]
        self.asked: list[tuple[str, str]] = []
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                system, user = (m["content"] for m in body["messages"])
                outer.asked.append((system, user))
                try:
                    message = {"role": "assistant", "content": outer.reply(system, user)}
                except LookupError:
                    self.send_error(400)
                    return
                choice = {"index": 0, "finish_reason": "stop", "message": message}
                sent = {"id": "1", "object": "chat.completion", "created": 0, "model": "m"}
                content = json.dumps({**sent, "choices": [choice]}).encode()
                self.send_response(200)
                self.send_header("Content-Type", "application/json")
                self.send_header("Content-Length", str(len(content)))
                self.end_headers()
                self.wfile.write(content)

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()


@pytest.fixture
def server() -> Iterator[Server]:
    running = Server()
    yield running
    running.close()


@pytest.fixture
def settings(tmp_path: Path, server: Server) -> Settings:
    return Settings(
        corpus=tmp_path / "corpus",
        index=tmp_path / "index",
        vectors=tmp_path / "vectors",
        llm_url=server.url,
        llm="m",
    )


@pytest.fixture
def curator(settings: Settings, tmp_path: Path) -> Curator:
    (tmp_path / "nota.txt").write_text(NOTE, "utf-8")
    made = Curator(settings, HashingEmbedder, SilentProgress())
    made.add([tmp_path / "nota.txt"], Metadata(id="nota", language="nl"))
    return made


def french(settings: Settings) -> list[str]:
    [read] = [r for r in read_collection(settings.corpus) if r.document.id == "nota"]
    return [v.text for v in read.versions if v.language == "fr"]


def test_document_gets_checked_translations(curator: Curator, settings: Settings) -> None:
    report = curator.enrich("nota", "fr", open_llm(settings))

    assert report.refused == ()
    assert french(settings) == list(FRENCH.values())


def test_translation_that_lost_a_number_is_asked_again_and_then_left_out(
    curator: Curator, settings: Settings, server: Server
) -> None:
    server.reply = lambda _, text: FRENCH[text].replace("12", "13")

    report = curator.enrich("nota", "fr", open_llm(settings))

    [refused] = report.refused
    assert refused.lost == ("number 12 is lost", "number 13 is new")
    assert french(settings) == ["La KIV cite 6 dimensions."]
    assert "number 12 is lost" in server.asked[1][0]


def test_only_what_is_missing_is_translated_after_a_stop(
    curator: Curator, settings: Settings, server: Server
) -> None:
    def stops(_: str, text: str) -> str:
        if "KIV" in text:
            raise LookupError
        return FRENCH[text]

    server.reply = stops
    with pytest.raises(LlmError):
        curator.enrich("nota", "fr", open_llm(settings))
    server.reply = lambda _, text: FRENCH[text]
    server.asked.clear()

    curator.enrich("nota", "fr", open_llm(settings))

    assert [text for _, text in server.asked] == ["De KIV noemt 6 dimensies."]
    assert french(settings) == list(FRENCH.values())


def test_translations_are_kept_when_the_text_is_updated(
    curator: Curator, settings: Settings, tmp_path: Path
) -> None:
    curator.enrich("nota", "fr", open_llm(settings))
    (tmp_path / "nota.txt").write_text(NOTE.replace("12 wagens", "14 wagens"), "utf-8")

    curator.update("nota", tmp_path / "nota.txt", Metadata())

    assert french(settings) == ["La KIV cite 6 dimensions."]


def test_shipped_document_is_refused(curator: Curator, settings: Settings) -> None:
    with pytest.raises(CorpusError, match="shipped"):
        curator.enrich("nvp-2026-2029", "fr", open_llm(settings))


def test_language_of_the_document_is_refused(curator: Curator, settings: Settings) -> None:
    with pytest.raises(CorpusError, match="written in this language"):
        curator.enrich("nota", "nl", open_llm(settings))


def test_missing_model_names_its_settings(settings: Settings) -> None:
    with pytest.raises(LlmError) as caught:
        open_llm(settings.model_copy(update={"llm_url": ""}))

    assert "PLANWIJZER_LLM_URL" in caught.value.fix

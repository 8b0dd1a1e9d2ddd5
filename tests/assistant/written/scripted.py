"""An OpenAI-compatible server on this machine, whose replies a test writes, and who asks it."""

import json
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from assistant import Question, Settings
from assistant.assistant import Assistant
from assistant.llm import open_llm
from assistant.open import open_judge
from assistant.written import Writer
from index.stand_in import HashingEmbedder

QUESTION = Question(
    text="Hoeveel medewerkers telt de Federale Politie op 31 januari 2025?", language="nl"
)
"""A question that the plan answers."""

HALF = "…half"
"""What a reply ends with that breaks off."""

PAUSE = "…pause"
"""Where a streamed reply waits until the server is told to go on."""

ALIVE = "…alive"
"""What a streamed reply ends with that says nothing more, and does not end."""

ENDLESS = "…endless"
"""What a streamed reply ends with that goes on for ever."""

RETRY_AFTER = 30
"""How many seconds the server asks to be left alone when it is asked too often."""

_MOST_SECONDS = 20

Body = dict[str, object]
Replies = Callable[[Body], tuple[int, str]]
"""Returns the status and the content of a reply to a request's body."""


def said(*statements: tuple[str, Sequence[int]]) -> str:
    """Return a reply of statements, each with the numbers of the passages it names."""
    listed = [{"text": text, "passages": list(numbers)} for text, numbers in statements]
    return json.dumps({"answering": [1], "statements": listed})


def told(body: Body) -> tuple[str, str]:
    """Return the instructions and the text of a request's body."""
    instructions, text = (message["content"] for message in body["messages"])  # type: ignore[attr-defined]
    return instructions, text


def worded_with(assistant: Assistant, settings: Settings) -> Assistant:
    """Return an assistant whose answers the language model of the settings words."""
    writer = Writer(open_llm(settings), HashingEmbedder(), open_judge(settings))
    return Assistant(assistant.documents, assistant.searcher, writer)


class Server:
    """An OpenAI-compatible server that does as it is told."""

    def __init__(self) -> None:
        self.replies: Replies = lambda _: (200, "")
        self.asked: list[Body] = []
        self.waits = threading.Event()
        self.go_on = threading.Event()
        outer = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                outer.asked.append(body)
                status, content = outer.replies(body)
                if body.get("stream") and status == 200:
                    # Who waits for a reply may have left.
                    with suppress(ConnectionError):
                        self._stream(content)
                    return
                message = {"role": "assistant", "content": content}
                choice = {"index": 0, "finish_reason": "stop", "message": message}
                sent = {"id": "1", "object": "chat.completion", "created": 0, "model": "m"}
                data = json.dumps({**sent, "choices": [choice]}).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
                if status == 429:
                    self.send_header("Retry-After", str(RETRY_AFTER))
                self.send_header("Content-Length", str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def _stream(self, content: str) -> None:
                """Send a reply in pieces; a half-finished one ends in the middle of a piece."""
                self.send_response(200)
                self.send_header("Content-Type", "text/event-stream")
                self.send_header("Connection", "close")
                self.end_headers()
                sent = {"id": "1", "object": "chat.completion.chunk", "created": 0, "model": "m"}
                half, alive, endless = map(content.endswith, (HALF, ALIVE, ENDLESS))
                for end in (HALF, ALIVE, ENDLESS):
                    content = content.removesuffix(end)
                before, pause, after = content.partition(PAUSE)
                self._send_pieces(before, sent)
                if pause:
                    outer.waits.set()
                    outer.go_on.wait(_MOST_SECONDS)
                    outer.waits.clear()
                self._send_pieces(after, sent)
                until = time.monotonic() + _MOST_SECONDS
                while alive and time.monotonic() < until:
                    self.wfile.write(b": wait\n\n")
                    time.sleep(0.1)
                while endless and time.monotonic() < until:
                    self._send_pieces("en zo voort " * 9, sent)
                self.wfile.write(b'data: {"id": "1", "cho\n\n' if half else b"data: [DONE]\n\n")
                self.wfile.flush()
                self.close_connection = True

            def _send_pieces(self, content: str, sent: dict[str, object]) -> None:
                for start in range(0, len(content), 9):
                    delta = {"role": "assistant", "content": content[start : start + 9]}
                    choice = {"index": 0, "finish_reason": None, "delta": delta}
                    data = json.dumps({**sent, "choices": [choice]})
                    self.wfile.write(f"data: {data}\n\n".encode())
                self.wfile.flush()

            def log_message(self, *_: object) -> None:
                pass

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def close(self) -> None:
        self._server.shutdown()
        self._server.server_close()

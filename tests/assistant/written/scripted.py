"""An OpenAI-compatible server on this machine, whose replies a test writes."""

import json
import threading
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

HALF = "…half"
"""What a reply ends with that breaks off."""

PAUSE = "…pause"
"""Where a streamed reply waits until the server is told to go on."""

_MOST_SECONDS = 20

Body = dict[str, object]
Replies = Callable[[Body], tuple[int, str]]
"""Returns the status and the content of a reply to a request's body."""


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
                    self._stream(content)
                    return
                message = {"role": "assistant", "content": content}
                choice = {"index": 0, "finish_reason": "stop", "message": message}
                sent = {"id": "1", "object": "chat.completion", "created": 0, "model": "m"}
                data = json.dumps({**sent, "choices": [choice]}).encode()
                self.send_response(status)
                self.send_header("Content-Type", "application/json")
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
                half = content.endswith(HALF)
                before, pause, after = content.removesuffix(HALF).partition(PAUSE)
                self._send_pieces(before, sent)
                if pause:
                    outer.waits.set()
                    outer.go_on.wait(_MOST_SECONDS)
                    outer.waits.clear()
                self._send_pieces(after, sent)
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

"""What only a process of its own can show."""

import signal
import socket
import subprocess
import sys
import time
import urllib.request

import pytest

from assistant import SettingsError
from ui.cli.server import listen

HEAVY = {"torch", "gradio", "llama_index", "faiss", "numpy", "fastapi", "assistant"}
COMMANDS = [
    (),
    ("ask",),
    ("search",),
    ("serve",),
    ("settings",),
    ("index",),
    ("index", "build"),
    ("index", "verify"),
    ("model",),
    ("model", "fetch"),
    ("model", "verify"),
    ("model", "list"),
]
HELP = """
import sys
from ui.cli.app import main
try:
    main()
finally:
    print(sorted({name.partition(".")[0] for name in sys.modules}), file=sys.stderr)
"""
SERVE = """
import sys
import ui.cli.server as server
from assistant import Settings
from tests.ui.standin_assistant import StandIn

class Opener:
    open = StandIn
    state = tuple

server.assistant_opener = lambda _: Opener
server.FACES = ()
server.run(Settings(port=int(sys.argv[1])))
"""


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_light_when_asked(command):
    done = subprocess.run(
        [sys.executable, "-c", HELP, *command, "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )

    assert "Usage" in done.stdout
    loaded = {name for name in HEAVY if f"'{name}'" in done.stderr}
    assert loaded == set()


def test_nothing_is_complained_of_when_the_reader_leaves():
    with subprocess.Popen(
        [sys.executable, "-m", "ui.cli", "settings"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as process:
        process.stdout.close()
        err = process.stderr.read()
        code = process.wait(60)

    assert err == b""
    assert code == 1


def test_port_in_use_is_an_error_with_a_fix_when_listening():
    with listen("127.0.0.1", 0) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(SettingsError) as caught:
            listen("127.0.0.1", port)

    assert str(port) in caught.value.message
    assert "--port" in caught.value.fix


def test_unknown_host_is_an_error_when_listening():
    with pytest.raises(SettingsError):
        listen("no-such-host.invalid", 1)


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM])
def test_server_says_where_it_is_and_stops_when_told(stop):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    with subprocess.Popen(
        [sys.executable, "-c", SERVE, str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as process:
        lines = [process.stdout.readline() for _ in range(3)]
        status = ready(port)
        process.send_signal(stop)
        out, err = process.communicate(timeout=30)

    assert status == 200
    assert f"http://127.0.0.1:{port}/plan/nvp-2026-2029" in lines[2]
    assert "Traceback" not in err
    assert out == ""
    assert process.returncode in (0, -signal.SIGTERM)


def ready(port):
    deadline = time.monotonic() + 20
    while True:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as reply:
                return reply.status
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.05)

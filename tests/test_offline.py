"""The main job with every outgoing connection blocked, name look-ups too."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

BLOCKED = """
import socket, sys

def refuse(*arguments, **_):
    sys.stderr.write(f"OUTGOING {arguments!r}\\n")
    raise OSError("no network in this test")

def refuse_unless_local(self, address, *rest):
    if self.family == socket.AF_UNIX:
        return None
    return refuse(address)

for name in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr",
             "create_connection"):
    setattr(socket, name, refuse)
for name in ("connect", "connect_ex", "sendto", "sendmsg"):
    setattr(socket.socket, name, refuse_unless_local)

from ui.cli.app import main
sys.argv = ["planwijzer", *sys.argv[1:]]
main()
"""

CAN_UNSHARE = (
    shutil.which("unshare") is not None
    and subprocess.run(["unshare", "-rn", "true"], capture_output=True).returncode == 0
)


def planwijzer(*arguments: str, root: Path) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-c", BLOCKED, *arguments]
    if CAN_UNSHARE:
        # A network namespace of its own, with no interface up: native code cannot get out either.
        command = ["unshare", "-rn", *command]
    environment = os.environ | {
        "PLANWIJZER_INDEX": str(root / "index"),
        "PLANWIJZER_VECTORS": str(root / "vectors"),
    }
    environment.pop("HF_HUB_OFFLINE", None)
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=1_800)


@pytest.mark.real
def test_index_is_built_and_asked_without_any_connection(tmp_path: Path) -> None:
    built = planwijzer("index", "build", root=tmp_path)
    asked = planwijzer(
        "ask",
        "Que fait la police locale contre le blanchiment ?",
        "--json",
        root=tmp_path,
    )

    assert built.returncode == 0, built.stderr
    assert asked.returncode == 0, asked.stderr
    assert "OUTGOING" not in built.stderr + asked.stderr
    answer = json.loads(asked.stdout)
    assert answer["status"] == "answered"
    assert answer["language"] == "fr"
    assert answer["citations"][0]["address"] == "2/1.7/strategische-doelstellingen/lokale-politie/1"

"""nginx with `deploy/nginx.conf`, on ports of its own."""

import os
import shutil
import socket
import ssl
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

import httpx
import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

CONFIG = Path(__file__).parents[2] / "deploy" / "nginx.conf"
NAME = "localhost"
START_SECONDS = 60
PATIENCE = 180
"""Seconds that a client waits; longer than nginx does."""

MAIN = """
daemon off;
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 2048; }}
http {{
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/planwijzer.conf;
}}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nginx:
    """A running nginx: where it is, and what it writes."""

    base: str
    plain: str
    trust: ssl.SSLContext
    log: Path

    def client(self, address: str = "127.0.0.1") -> httpx.Client:
        """Return a client that comes from an address of this machine."""
        transport = httpx.HTTPTransport(verify=self.trust, local_address=address)
        return httpx.Client(base_url=self.base, transport=transport, timeout=PATIENCE)


def free_ports(number: int) -> list[int]:
    """Return ports that nothing listens on."""
    listeners = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [listener.getsockname()[1] for listener in listeners]
    for listener in listeners:
        listener.close()
    return ports


@contextmanager
def nginx_before(replicas: Sequence[int], folder: Path) -> Iterator[Nginx]:
    """Run nginx in front of two replicas on this machine, named by their ports."""
    program = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
    if program is None:
        pytest.skip("There is no nginx on this computer; `make proxy` installs it.")
    plain, encrypted = free_ports(2)
    _write_certificate(folder)
    _write_config(folder, replicas, plain, encrypted)
    main = folder / "nginx.conf"
    as_root = "user root;\n" if os.geteuid() == 0 else ""
    main.write_text(as_root + MAIN.format(folder=folder), "utf-8")
    with subprocess.Popen([program, "-p", str(folder), "-c", str(main)]) as process:
        try:
            _until_listening(encrypted, process)
            yield Nginx(
                base=f"https://{NAME}:{encrypted}",
                plain=f"http://{NAME}:{plain}",
                trust=ssl.create_default_context(cafile=str(folder / "certificate.pem")),
                log=folder / "planwijzer.log",
            )
        finally:
            process.terminate()


def _write_config(folder: Path, replicas: Sequence[int], plain: int, encrypted: int) -> None:
    text = CONFIG.read_text("utf-8")
    # Not every machine has IPv6.
    text = "".join(line for line in text.splitlines(True) if "listen [::]:" not in line)
    for there, here in (
        ("plan.example.be", NAME),
        ("listen 80;", f"listen 127.0.0.1:{plain};"),
        ("listen 443 ", f"listen 127.0.0.1:{encrypted} "),
        ("127.0.0.1:8321", f"127.0.0.1:{replicas[0]}"),
        ("127.0.0.1:8322", f"127.0.0.1:{replicas[1]}"),
        ("/etc/planwijzer/tls", str(folder)),
        ("/var/log/nginx", str(folder)),
    ):
        assert there in text
        text = text.replace(there, here)
    (folder / "planwijzer.conf").write_text(text, "utf-8")


def _write_certificate(folder: Path) -> None:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAME)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAME)]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem = serialization.Encoding.PEM
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(pem))
    (folder / "key.pem").write_bytes(
        key.private_bytes(pem, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    )


def _until_listening(port: int, process: "subprocess.Popen[bytes]") -> None:
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.02)
        else:
            return
    pytest.fail("nginx did not start; what it says stands above.")

"""Requests over a raw socket: what stands on the wire is what the test sees, order, case and duplicates kept."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterable

from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response

READ_SECONDS = 10
START_SECONDS = 30


def ask(port: int, method: str, target: str, headers: Iterable[tuple[str, str]] = (), body: str = "") -> Response:
    """Send one request to loopback and read the answer to the connection's end."""
    length = [("Content-Length", str(len(body)))] if body else []
    fields = [("Host", f"127.0.0.1:{port}"), *headers, *length, ("Connection", "close")]
    head = f"{method} {target} HTTP/1.1\r\n" + "".join(f"{name}: {value}\r\n" for name, value in fields) + "\r\n"
    with socket.create_connection(("127.0.0.1", port), READ_SECONDS) as connection:
        connection.sendall((head + body).encode("latin-1"))
        return read(b"".join(iter(lambda: connection.recv(65536), b"")))


def read(raw: bytes) -> Response:
    """The response that `raw` is, its body as it stood on the wire."""
    head, _, body = raw.decode("latin-1").partition("\r\n\r\n")
    status_line, *lines = head.split("\r\n")
    pairs = [(name, value.strip(" \t")) for name, _, value in (line.partition(":") for line in lines)]
    return Response(int(status_line.split(" ")[1]), HeaderList.of(pairs), body=body)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


def wait_until_listening(process: subprocess.Popen[bytes], port: int) -> None:
    """Return once the port answers; `RuntimeError` when the process ends before, or does not answer in time."""
    deadline = time.monotonic() + START_SECONDS
    while process.poll() is None and time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError(f"the program did not come up (exit code {process.poll()})")

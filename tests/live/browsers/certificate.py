"""A certificate made on the fly; the browsers are told, for recording only, not to mind who signed it."""

from __future__ import annotations

import ssl
import subprocess
from pathlib import Path

NAMES = ("app.example.test", "api.example.test", "other.example.test", "third.test", "xn--bcher-kva.test", "localhost")


def server_context(folder: Path) -> ssl.SSLContext:
    """A TLS context for a server with every recorded host name. Raises FileNotFoundError without `openssl`."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    names = ",".join([*(f"DNS:{name}" for name in NAMES), "IP:127.0.0.1", "IP:::1"])
    command = (
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:prime256v1",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=cors-tui test",
        "-addext",
        f"subjectAltName={names}",
        "-keyout",
        str(key),
        "-out",
        str(certificate),
    )
    subprocess.run(command, check=True, capture_output=True, timeout=30)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context

"""TLS as the probe speaks it: the system's trust store, or another that the person names."""

from __future__ import annotations

import ssl
import sys
from functools import lru_cache
from typing import TYPE_CHECKING

from cors_tui.probe.failures import FailedError, tls_failure
from cors_tui.standards.response import NetworkFailure

if TYPE_CHECKING:
    from httpcore import AsyncNetworkStream

BROWSER_ALPN = ("h2", "http/1.1")
"""What a browser offers over TCP: https://httpwg.org/specs/rfc9113.html#versioning"""


@lru_cache(maxsize=16)
def tls_context(insecure: bool, cacert: str, alpn: tuple[str, ...]) -> ssl.SSLContext:
    """The one context for these settings; making one costs tens of milliseconds.

    `insecure` checks nothing (curl's ``-k``); `cacert` is a PEM file that replaces the system's store. Raises
    `FailedError` for a file that cannot be read.
    """
    context = _unchecked() if insecure else _checked(cacert)
    if alpn:
        context.set_alpn_protocols(list(alpn))
    return context


def _unchecked() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE
    return context


def _checked(cacert: str) -> ssl.SSLContext:
    if not cacert:
        return _of_the_system()
    try:
        return ssl.create_default_context(cafile=cacert)
    except (OSError, ValueError) as error:
        words = "it holds no certificate in PEM form" if isinstance(error, ssl.SSLError) else str(error)
        raise FailedError(NetworkFailure.TLS_FAILED, f"--cacert {cacert!r} cannot be used: {words}") from error


def _of_the_system() -> ssl.SSLContext:
    if sys.platform == "linux" and ssl.get_default_verify_paths().cafile:
        # Here truststore does no more, but reads the whole file again for every connection: 25 ms each.
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.load_default_certs()
        return context
    import truststore

    return truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


async def start_tls(stream: AsyncNetworkStream, context: ssl.SSLContext, host: str) -> AsyncNetworkStream:
    """`stream` with TLS on it, for the name `host`. Raises `FailedError`; the stream is closed then."""
    try:
        return await stream.start_tls(context, server_hostname=host.strip("[]").rstrip("."))
    except Exception as error:
        raise tls_failure(error) from error


def chosen_protocol(stream: AsyncNetworkStream) -> str:
    """What ALPN agreed on: ``h2``, ``http/1.1``, or "" for nothing."""
    tls = stream.get_extra_info("ssl_object")
    return (tls.selected_alpn_protocol() or "") if tls else ""

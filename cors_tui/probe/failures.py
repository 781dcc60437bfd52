"""How an exchange failed below HTTP, from whatever the libraries raised."""

from __future__ import annotations

import errno
import os
import re
import socket
import ssl
from collections.abc import Iterator

from cors_tui.standards.response import NetworkFailure


class FailedError(Exception):
    """An exchange failed; `detail` is for people, `address` the ``ip:port`` that was tried ("" when none was).

    It never leaves the probe: it becomes a `NetworkError`.
    """

    def __init__(self, failure: NetworkFailure, detail: str, address: str = "") -> None:
        super().__init__(detail)
        self.failure = failure
        self.detail = detail
        self.address = address


_BY_ERRNO = {
    errno.ECONNREFUSED: NetworkFailure.CONNECTION_REFUSED,
    errno.ETIMEDOUT: NetworkFailure.TIMED_OUT,
    errno.ECONNRESET: NetworkFailure.CLOSED_WITHOUT_ANSWER,
    errno.ECONNABORTED: NetworkFailure.CLOSED_WITHOUT_ANSWER,
    errno.EPIPE: NetworkFailure.CLOSED_WITHOUT_ANSWER,
}

# X509_V_ERR_* of OpenSSL's x509_vfy.h: not yet valid, expired; host, email and address mismatch.
_OUT_OF_DATE = (9, 10)
_OTHER_NAME = (62, 63, 64)


def connect_failure(error: BaseException, address: str = "") -> FailedError:
    """Why a name did not resolve, or a connection to `address` did not come about."""
    for cause in causes(error):
        if isinstance(cause, socket.gaierror):
            return FailedError(NetworkFailure.NAME_NOT_RESOLVED, cause.strerror or str(cause), address)
        if isinstance(cause, OSError) and cause.errno:
            failure = _BY_ERRNO.get(cause.errno, NetworkFailure.UNREACHABLE)
            return FailedError(failure, os.strerror(cause.errno), address)
    return FailedError(NetworkFailure.UNREACHABLE, _words(error), address)


def tls_failure(error: BaseException) -> FailedError:
    """Why a TLS handshake did not come about."""
    for cause in causes(error):
        if isinstance(cause, ssl.SSLCertVerificationError):
            return FailedError(_certificate_failure(cause), cause.verify_message or _words(cause))
        if isinstance(cause, ssl.SSLError) and cause.reason:
            return FailedError(NetworkFailure.TLS_FAILED, cause.reason.replace("_", " ").lower())
        if isinstance(cause, OSError) and cause.errno and not isinstance(cause, ssl.SSLError):
            return FailedError(NetworkFailure.TLS_FAILED, os.strerror(cause.errno))
    return FailedError(NetworkFailure.TLS_FAILED, "the server ended the connection during the handshake")


def _certificate_failure(error: ssl.SSLCertVerificationError) -> NetworkFailure:
    """The systems' own verifiers (macOS, Windows) give words and no OpenSSL code."""
    words = str(error).lower()
    if error.verify_code in _OUT_OF_DATE or "expired" in words:
        return NetworkFailure.TLS_EXPIRED
    if error.verify_code in _OTHER_NAME or "mismatch" in words or "cn name" in words:
        return NetworkFailure.TLS_NAME_MISMATCH
    return NetworkFailure.TLS_UNTRUSTED


def os_words(error: BaseException) -> str:
    """The operating system's words for `error`, "" when it has none."""
    for cause in causes(error):
        if isinstance(cause, OSError) and cause.errno and not isinstance(cause, ssl.SSLError):
            return os.strerror(cause.errno)
    return ""


def causes(error: BaseException) -> Iterator[BaseException]:
    """`error`, what it was raised from, and so on; the innermost come last. Groups are entered."""
    seen: set[int] = set()
    waiting: list[BaseException] = [error]
    while waiting:
        current = waiting.pop(0)
        if id(current) in seen:
            continue
        seen.add(id(current))
        yield current
        if isinstance(current, BaseExceptionGroup):
            waiting.extend(current.exceptions)
        waiting.extend(found for found in (current.__cause__, current.__context__) if found)


def _words(error: BaseException) -> str:
    """An exception's text without the interpreter's own file and line."""
    return re.sub(r"\s*\(_ssl\.c:\d+\)", "", str(error)) or type(error).__name__

"""What the libraries raise becomes one of our failures, with the system's own words."""

from __future__ import annotations

import errno
import socket
import ssl

import pytest

from cors_tui.probe.failures import causes, connect_failure, os_words, tls_failure
from cors_tui.standards.response import NetworkFailure


@pytest.mark.parametrize(
    ("error", "failure", "words"),
    [
        (socket.gaierror(-2, "Name or service not known"), NetworkFailure.NAME_NOT_RESOLVED, "Name or service"),
        (OSError(errno.ECONNREFUSED, "x"), NetworkFailure.CONNECTION_REFUSED, "Connection refused"),
        (OSError(errno.ETIMEDOUT, "x"), NetworkFailure.TIMED_OUT, "timed out"),
        (OSError(errno.EHOSTUNREACH, "x"), NetworkFailure.UNREACHABLE, "No route to host"),
        (OSError(errno.ENETUNREACH, "x"), NetworkFailure.UNREACHABLE, "Network is unreachable"),
        (OSError(errno.ECONNRESET, "x"), NetworkFailure.CLOSED_WITHOUT_ANSWER, "reset by peer"),
        (UnicodeError("label too long"), NetworkFailure.UNREACHABLE, "label too long"),
    ],
)
def test_connecting(error: Exception, failure: NetworkFailure, words: str) -> None:
    found = connect_failure(error)
    assert found.failure is failure
    assert words in found.detail


def test_the_reason_is_found_inside_what_wraps_it() -> None:
    """Libraries wrap an error in their own, and several in a group."""
    inner = OSError(errno.ECONNREFUSED, "x")
    outer = RuntimeError("all attempts failed")
    outer.__cause__ = ExceptionGroup("several", [inner])
    assert inner in list(causes(outer))
    assert connect_failure(outer).failure is NetworkFailure.CONNECTION_REFUSED
    assert (os_words(outer), os_words(ValueError("x"))) == ("Connection refused", "")


def test_a_cycle_of_causes_ends() -> None:
    one, two = ValueError("1"), ValueError("2")
    one.__cause__, two.__cause__ = two, one
    assert list(causes(one)) == [one, two]


def _certificate_error(code: int, words: str) -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, words)
    error.verify_code = code
    error.verify_message = words
    return error


@pytest.mark.parametrize(
    ("error", "failure"),
    [
        (_certificate_error(10, "certificate has expired"), NetworkFailure.TLS_EXPIRED),
        (_certificate_error(9, "certificate is not yet valid"), NetworkFailure.TLS_EXPIRED),
        (_certificate_error(62, "Hostname mismatch"), NetworkFailure.TLS_NAME_MISMATCH),
        (_certificate_error(64, "IP address mismatch"), NetworkFailure.TLS_NAME_MISMATCH),
        (_certificate_error(18, "self-signed certificate"), NetworkFailure.TLS_UNTRUSTED),
        (_certificate_error(-1, "“x” certificate is expired"), NetworkFailure.TLS_EXPIRED),
        (OSError(errno.ECONNRESET, "x"), NetworkFailure.TLS_FAILED),
        (EOFError(), NetworkFailure.TLS_FAILED),
    ],
)
def test_shaking_hands(error: Exception, failure: NetworkFailure) -> None:
    found = tls_failure(error)
    assert found.failure is failure
    assert found.detail

"""TLS contexts: one a setting, and what is checked."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest

from cors_tui.probe.failures import FailedError
from cors_tui.probe.tls import BROWSER_ALPN, tls_context
from tests.probe.servers import Certificates


def test_one_context_for_equal_settings() -> None:
    assert tls_context(False, "", BROWSER_ALPN) is tls_context(False, "", BROWSER_ALPN)
    assert tls_context(False, "", BROWSER_ALPN) is not tls_context(True, "", BROWSER_ALPN)


def test_only_insecure_checks_nothing(certificates: Certificates) -> None:
    checked, insecure = tls_context(False, str(certificates.authority), ()), tls_context(True, "", ())
    assert (checked.verify_mode, checked.check_hostname) == (ssl.CERT_REQUIRED, True)
    assert (insecure.verify_mode, insecure.check_hostname) == (ssl.CERT_NONE, False)
    assert tls_context(False, "", ()).verify_mode is ssl.CERT_REQUIRED


@pytest.mark.parametrize(
    ("content", "says"),
    [(None, "No such file"), ("no certificate", "no certificate in PEM form")],
    ids=["no file", "not PEM"],
)
def test_a_cacert_that_cannot_be_used_is_said(tmp_path: Path, content: str | None, says: str) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    with pytest.raises(FailedError, match=says):
        tls_context(False, str(file), ())

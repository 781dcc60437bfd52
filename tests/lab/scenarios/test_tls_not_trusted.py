"""One port by a certificate that signed itself, the other by plain http."""

from __future__ import annotations

import ssl

import pytest

from cors_tui.lab.certificate import CERTIFICATE
from cors_tui.lab.scenarios.tls_not_trusted import SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of, shake_hands


async def test_only_who_trusts_the_certificate_itself_gets_through() -> None:
    async with RunningLab(SCENARIO) as lab:
        with pytest.raises(ssl.SSLCertVerificationError, match="self-signed"):
            await shake_hands(lab.ports.edge, ssl.create_default_context())
        await shake_hands(lab.ports.edge, ssl.create_default_context(cafile=str(CERTIFICATE)))


async def test_the_other_port_answers_without_tls() -> None:
    async with RunningLab(SCENARIO) as lab:
        actual = await ask_actual(lab, port=lab.ports.other)
    assert lines_of(actual) == ["Access-Control-Allow-Origin: http://localhost:3000"]

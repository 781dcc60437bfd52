"""The practice certificate: for this machine, signed by itself, valid for long, and named as what it is."""

from __future__ import annotations

import asyncio
import ssl
import time
from typing import Any

import pytest

from cors_tui.lab.certificate import CERTIFICATE
from cors_tui.lab.scenario import Reply
from cors_tui.lab.server import LabServer

FIVE_YEARS = 5 * 365 * 86_400
TRUSTING = ssl.create_default_context(cafile=str(CERTIFICATE))


async def shown(host: str) -> dict[str, Any]:
    """The certificate that a server of the lab shows to who trusts it."""
    async with LabServer({"a": lambda _asked: Reply()}, over_tls={"a"}) as server:
        _, writer = await asyncio.open_connection("127.0.0.1", server.ports["a"], ssl=TRUSTING, server_hostname=host)
        certificate: dict[str, Any] = writer.get_extra_info("peercert")
        writer.close()
    return certificate


async def test_it_is_signed_by_itself_and_tells_not_to_be_trusted() -> None:
    certificate = await shown("localhost")
    assert certificate["subject"] == certificate["issuer"]
    assert "never trust this" in str(certificate["subject"])
    assert ssl.cert_time_to_seconds(certificate["notAfter"]) > time.time() + FIVE_YEARS


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "::1"])
async def test_it_is_for_this_machine(host: str) -> None:
    assert await shown(host)


async def test_and_for_no_other() -> None:
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        await shown("example.com")

"""The page that is really served: led to by its own host and port alone, trusted by its own key alone."""

import asyncio
import base64
import ssl
from pathlib import Path

import pytest

from cors_tui.probe.real_browser.answer import Question
from cors_tui.probe.real_browser.launch import DidNotStartError
from cors_tui.probe.real_browser.served import served_page

PLAIN = Question("http://app.example.test:3000/", False, "", "http://app.example.test:3000")
SECURE = Question("https://app.example.test/", True, "", "null")


def value(flags: tuple[str, ...], name: str) -> str:
    return next(flag.partition("=")[2] for flag in flags if flag.startswith(f"--{name}="))


async def get(flags: tuple[str, ...], context: ssl.SSLContext | None = None) -> bytes:
    port = int(value(flags, "host-resolver-rules").rpartition(":")[2])
    reader, writer = await asyncio.open_connection("127.0.0.1", port, ssl=context)
    writer.write(b"GET / HTTP/1.1\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer


async def test_only_the_pages_own_host_and_port_are_led_elsewhere() -> None:
    async with served_page(PLAIN) as flags:
        there, here = value(flags, "host-resolver-rules").removeprefix("MAP ").split()
        assert there == "app.example.test:3000"
        assert value(flags, "ip-address-space-overrides") == f"{here}=public"
        assert (await get(flags)).startswith(b"HTTP/1.1 200 OK")


@pytest.mark.parametrize(
    ("origin", "there", "space"),
    [
        pytest.param("http://192.168.1.4:3000", "192.168.1.4:3000", "local", id="a private address"),
        pytest.param("http://[fd00::4]:3000", "[fd00::4]:3000", "local", id="the same over IPv6"),
        pytest.param("http://8.8.8.3", "8.8.8.3:80", "public", id="a public address"),
        pytest.param("http://nas.local", "nas.local:80", "public", id="a name, whatever it leads to"),
    ],
)
async def test_a_page_counts_as_standing_where_its_host_says(origin: str, there: str, space: str) -> None:
    async with served_page(Question(f"{origin}/", False, "", origin)) as flags:
        led, here = value(flags, "host-resolver-rules").removeprefix("MAP ").split()
        assert (led, value(flags, "ip-address-space-overrides")) == (there, f"{here}={space}")


async def test_a_page_of_localhost_does_not_count_as_public() -> None:
    async with served_page(Question("http://localhost:3000/", False, "", "http://localhost:3000")) as flags:
        assert not [flag for flag in flags if "address-space" in flag]


async def test_the_checks_are_on_and_a_plain_page_trusts_no_key() -> None:
    async with served_page(PLAIN) as flags:
        assert "LocalNetworkAccess" not in value(flags, "disable-features")
        assert not [flag for flag in flags if "certificate" in flag]


async def test_a_secure_page_is_trusted_by_its_key_alone() -> None:
    anyone = ssl.create_default_context()
    anyone.check_hostname, anyone.verify_mode = False, ssl.CERT_NONE
    async with served_page(SECURE) as flags:
        assert len(base64.b64decode(value(flags, "ignore-certificate-errors-spki-list"))) == 32
        assert "--ignore-certificate-errors" not in flags
        assert b"Content-Security-Policy: sandbox allow-scripts\r\n" in await get(flags, anyone)


async def test_without_openssl_it_is_said(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    async def serve() -> None:
        async with served_page(SECURE):
            pass

    with pytest.raises(DidNotStartError, match="openssl"):
        await serve()


async def test_nothing_listens_afterwards() -> None:
    async with served_page(PLAIN) as flags:
        pass
    with pytest.raises(OSError, match=r"111|refused|failed"):
        await get(flags)

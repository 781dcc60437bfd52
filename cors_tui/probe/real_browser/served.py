"""A page really served, from this machine, of which Chromium is told where it counts as standing: to ask about Local
Network Access.

A page we only answer has no address, so its checks are off elsewhere. https://wicg.github.io/local-network-access/
"""

from __future__ import annotations

import asyncio
import base64
import contextlib
import hashlib
import ssl
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from urllib.parse import urlsplit

from cors_tui.probe.real_browser.answer import Question
from cors_tui.probe.real_browser.launch import DidNotStartError
from cors_tui.probe.real_browser.page import PAGE, page_headers
from cors_tui.standards.address_space import space_of_host
from cors_tui.standards.request import AddressSpace

_WITHOUT = "HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,OptimizationHints"


@contextlib.asynccontextmanager
async def served_page(asked: Question) -> AsyncIterator[tuple[str, ...]]:
    """Serve the page of `asked` on loopback; gives the flags that lead Chromium there and turn its checks on.

    Only this page's own host and port are led elsewhere, and only this page's own key is trusted: the API is reached,
    and its certificate looked at, as ever. A page of `localhost` stays what it is, on loopback, and one at a private
    address counts as of the local network; every other counts as public. Raises `DidNotStartError` where a certificate
    is needed and cannot be made.
    """
    place = urlsplit(asked.page_url)
    with tempfile.TemporaryDirectory(prefix="cors-tui-page-") as folder:
        secure = place.scheme == "https"
        context, key = await _certificate(Path(folder), place.hostname or "") if secure else (None, "")
        answer = _answer(asked)
        server = await asyncio.start_server(lambda r, w: _serve(answer, r, w), "127.0.0.1", 0, ssl=context)
        here = f"127.0.0.1:{server.sockets[0].getsockname()[1]}"
        async with server:
            yield _flags(place.hostname or "", place.port or (443 if secure else 80), here, key)


def _flags(host: str, port: int, here: str, key: str) -> tuple[str, ...]:
    there = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    flags = [f"--disable-features={_WITHOUT}", f"--host-resolver-rules=MAP {there} {here}"]
    space = space_of_host(host)
    if space is not AddressSpace.LOOPBACK:
        flags.append(f"--ip-address-space-overrides={here}={(space or AddressSpace.PUBLIC).value}")
    if key:
        flags.append(f"--ignore-certificate-errors-spki-list={key}")
    return tuple(flags)


def _answer(asked: Question) -> bytes:
    headers = (*page_headers(asked), ("Content-Length", str(len(PAGE))), ("Connection", "close"))
    lines = ("HTTP/1.1 200 OK", *(f"{name}: {value}" for name, value in headers), "", PAGE)
    return "\r\n".join(lines).encode()


async def _serve(answer: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with contextlib.suppress(OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
        await reader.readuntil(b"\r\n\r\n")
        writer.write(answer)
        await writer.drain()
    writer.close()


async def _certificate(folder: Path, name: str) -> tuple[ssl.SSLContext, str]:
    """A context with a new key and a certificate for `name`, and the hash by which Chromium knows the key."""
    key, certificate, public = folder / "key.pem", folder / "certificate.pem", folder / "public.der"
    await _openssl(
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "1"),
        *(
            "-subj",
            "/CN=cors-tui",
            "-addext",
            f"subjectAltName=DNS:{name}",
            "-keyout",
            str(key),
            "-out",
            str(certificate),
        ),
    )
    await _openssl("pkey", "-in", str(key), "-pubout", "-outform", "DER", "-out", str(public))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context, base64.b64encode(hashlib.sha256(public.read_bytes()).digest()).decode()


async def _openssl(*words: str) -> None:
    quiet = asyncio.subprocess.DEVNULL
    try:
        process = await asyncio.create_subprocess_exec("openssl", *words, stdin=quiet, stdout=quiet, stderr=quiet)
    except OSError as error:
        raise DidNotStartError("openssl, which makes the page's certificate, is not installed") from error
    if await process.wait():
        raise DidNotStartError("openssl could not make a certificate for the page")

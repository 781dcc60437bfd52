"""The probe against a real nginx: HTTP/2, trust, names, compression, and another address for the same name."""

from __future__ import annotations

import shutil
import socket
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from cors_tui.case import Connection
from cors_tui.probe.prober import Prober
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.url import parse_url
from tests.probe.servers import Certificates, make_certificates

pytestmark = [pytest.mark.live, pytest.mark.skipif(not shutil.which("nginx"), reason="nginx is not installed")]

_CONF = """
worker_processes 1; pid {folder}/nginx.pid; error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
  access_log off; gzip on; gzip_min_length 1; gzip_types text/plain;
  client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;
  uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;
  server {{
    listen 127.0.0.1:{port} ssl http2;
    ssl_certificate {certificates}/good.pem; ssl_certificate_key {certificates}/good.key;
    location / {{
      default_type text/plain;
      add_header X-Said "$request_method $http_host $ssl_server_name" always;
      return 200 "readable readable readable readable";
    }}
  }}
}}
"""


def _free_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port: int = taken.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def certificates(tmp_path_factory: pytest.TempPathFactory) -> Certificates:
    return make_certificates(tmp_path_factory.mktemp("certificates"))


@pytest.fixture
def port(tmp_path: Path, certificates: Certificates) -> Iterator[int]:
    """A running nginx; its port."""
    port = _free_port()
    conf = tmp_path / "nginx.conf"
    conf.write_text(_CONF.format(folder=tmp_path, port=port, certificates=certificates.folder))
    command = ["nginx", "-p", str(tmp_path), "-c", str(conf)]
    subprocess.run(command, check=True, capture_output=True)  # it goes to the background once it listens
    try:
        yield port
    finally:
        subprocess.run([*command, "-s", "stop"], check=True, capture_output=True)


async def ask(url: str, connection: Connection, direct: str = "") -> Response | NetworkError:
    parsed = parse_url(url)
    assert parsed is not None
    wire = WireRequest(Role.ACTUAL, 0, "GET", parsed)
    async with Prober(replace(connection, max_time=5)) as prober:
        return await prober.send(wire, HeaderList((("Accept-Encoding", "gzip"),)), direct=direct)


async def test_http2_trust_and_compression(port: int, certificates: Certificates) -> None:
    found = await ask(f"https://localhost:{port}/", Connection(cacert=str(certificates.authority)))
    assert isinstance(found, Response), found
    assert (found.http_version, found.body, found.body_decoded) == ("2", "readable readable readable readable", True)
    assert found.headers.get("x-said") == f"GET localhost:{port} localhost"


async def test_a_certificate_nobody_trusts(port: int) -> None:
    refused, forced = await ask(f"https://localhost:{port}/", Connection()), Connection(insecure=True)
    assert isinstance(refused, NetworkError)
    assert refused.failure is NetworkFailure.TLS_UNTRUSTED
    assert isinstance(await ask(f"https://localhost:{port}/", forced), Response)


async def test_another_address_keeps_the_names(port: int, certificates: Certificates) -> None:
    """Host and the TLS name stay those of the URL, whichever way the bytes go."""
    trusting = Connection(cacert=str(certificates.authority))
    for connection, direct in (
        (replace(trusting, connect_to=(f"::127.0.0.1:{port}",)), ""),
        (trusting, f"127.0.0.1:{port}"),
    ):
        found = await ask("https://api.example.test/", connection, direct)
        assert isinstance(found, Response), found
        assert found.headers.get("x-said") == "GET api.example.test api.example.test"

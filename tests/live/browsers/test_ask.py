"""Asking a real browser: the server on loopback sees the browser's own requests, byte for byte, and nothing of ours."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from cors_tui.case import Call
from cors_tui.probe.real_browser.answer import Ending, RealAnswer
from cors_tui.probe.real_browser.ask import ask_real_browser
from cors_tui.probe.real_browser.launch import installed_browsers
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, RedirectMode
from tests.live.browsers.certificate import server_context
from tests.live.browsers.server import WireServer

PAGE = "https://app.example.test"
ALLOW = [["Access-Control-Allow-Origin", PAGE]]
ALLOW_ALL = [*ALLOW, ["Access-Control-Allow-Methods", "PUT"], ["Access-Control-Allow-Headers", "x-api-key"]]


async def answer(call: Call, browser: str, *, deadline: float = 40, send_unsafe: bool = False) -> RealAnswer:
    got = await ask_real_browser(call, browser, deadline=deadline, send_unsafe=send_unsafe)
    assert isinstance(got, RealAnswer), got
    return got


def told(got: RealAnswer) -> list[tuple[str, str, str | None]]:
    return [(each.role.value, each.method, each.headers.get("origin")) for each in got.requests]


def seen(server: WireServer, case: str = "x") -> list[tuple[str, str, str | None]]:
    return [(each["role"], each["method"], headers_of(each).get("Origin")) for each in server.requests[case]]


def headers_of(request: dict[str, Any]) -> dict[str, str]:
    return dict(request["headers"])


async def test_the_real_preflight_reaches_the_server(browser: str, server: WireServer) -> None:
    """Its bytes are the browser's own: the names, the order of the list, no cookies, no Authorization."""
    server.cases["x"] = {
        "preflight": {"status": 204, "headers": ALLOW_ALL},
        "actual": {"status": 200, "headers": ALLOW},
    }
    port = await server.listen(0)
    call = Call(
        url=f"http://127.0.0.1:{port}/case/x",
        origin=PAGE,
        headers=HeaderList((("X-API-Key", "1"),)),
        method="PUT",
        body="b",
    )
    got = await answer(call, browser, send_unsafe=True)
    assert (got.page, got.ending, got.type, got.status, got.allowed) == (PAGE, Ending.RESOLVED, "cors", 200, True)
    assert seen(server) == [("preflight", "OPTIONS", PAGE), ("actual", "PUT", PAGE)]
    assert told(got) == seen(server)
    sent = headers_of(server.requests["x"][0])
    assert sent["Access-Control-Request-Method"] == "PUT"
    assert sent["Access-Control-Request-Headers"] == "x-api-key"
    assert not {"Cookie", "Authorization"} & set(sent)
    assert sent["Sec-Fetch-Mode"] == "cors"


async def test_a_failed_preflight_ends_it_with_the_browsers_own_words(browser: str, server: WireServer) -> None:
    server.cases["x"] = {"preflight": {"status": 204, "headers": ALLOW}, "actual": {"status": 200, "headers": ALLOW}}
    port = await server.listen(0)
    url = f"http://127.0.0.1:{port}/case/x"
    got = await answer(Call(url=url, origin=PAGE, headers=HeaderList((("X-API-Key", "1"),))), browser)
    assert (got.ending, got.allowed, got.status) == (Ending.REJECTED, False, None)
    assert told(got) == seen(server) == [("preflight", "OPTIONS", PAGE)]
    first = got.console[0].text
    assert url in first
    assert "x-api-key" in first
    assert "Access-Control-Allow-Headers" in first


async def test_a_page_of_origin_null(browser: str, server: WireServer) -> None:
    server.cases["x"] = {
        "actual": {"status": 200, "headers": [["Access-Control-Allow-Origin", "null"], ["X-Own", "1"]]}
    }
    port = await server.listen(0)
    got = await answer(Call(url=f"http://127.0.0.1:{port}/case/x", origin="null"), browser)
    assert (got.page, got.type, got.visible_headers) == ("null", "cors", ("content-length",))
    assert seen(server) == [("actual", "GET", "null")]


async def test_every_hop_of_a_redirect_is_told(browser: str, server: WireServer) -> None:
    """Across origins twice: the last request's origin is null, and what it answers is not for this page."""
    there = await server.listen(0)
    here = await server.listen(0)
    hop = {"status": 307, "headers": [*ALLOW, ["Location", f"http://localhost:{there}/case/x/1"]]}
    server.cases["x"] = {"actual": {"status": 200, "headers": ALLOW, "redirects": [hop]}}
    got = await answer(Call(url=f"http://127.0.0.1:{here}/case/x", origin=PAGE), browser)
    assert got.ending is Ending.REJECTED
    assert told(got) == seen(server) == [("actual", "GET", PAGE), ("actual", "GET", "null")]


async def test_a_redirect_kept_back_is_seen_as_such(browser: str, server: WireServer) -> None:
    hop = {"status": 302, "headers": [*ALLOW, ["Location", "/case/x/1"]]}
    server.cases["x"] = {"actual": {"status": 200, "headers": ALLOW, "redirects": [hop]}}
    port = await server.listen(0)
    call = Call(url=f"http://127.0.0.1:{port}/case/x", origin=PAGE, redirect=RedirectMode.MANUAL)
    got = await answer(call, browser)
    assert (got.type, got.allowed, len(server.requests["x"])) == ("opaqueredirect", True, 1)


async def test_xml_http_request_with_credentials(browser: str, server: WireServer) -> None:
    server.cases["x"] = {"actual": {"status": 200, "headers": ALLOW}}
    port = await server.listen(0)
    call = Call(
        url=f"http://127.0.0.1:{port}/case/x", origin=PAGE, initiator=Initiator.XHR, credentials=CredentialsMode.INCLUDE
    )
    got = await answer(call, browser)
    assert got.ending is Ending.REJECTED
    assert "Access-Control-Allow-Credentials" in got.console[0].text


async def test_nothing_is_intercepted_once_the_page_stands(browser: str, server: WireServer) -> None:
    """Even the page's own address, asked for by the page, is answered by its server and not by us."""
    port = await server.listen(0)
    server.page_headers = [["X-Server", "really"]]
    got = await answer(Call(url=f"http://localhost:{port}/", origin=f"http://localhost:{port}"), browser)
    assert (got.type, got.status) == ("basic", 200)
    assert "x-server" in got.visible_headers


async def test_a_certificate_nobody_signed_is_refused(browser: str, server: WireServer, tmp_path: Path) -> None:
    """TLS towards the API is as strict as in the person's own browser."""
    server.cases["x"] = {"actual": {"status": 200, "headers": ALLOW}}
    port = await server.listen(0, server_context(tmp_path))
    got = await answer(Call(url=f"https://localhost:{port}/case/x", origin=PAGE), browser)
    assert got.ending is Ending.REJECTED
    assert seen(server) == []


async def test_a_port_nobody_listens_on(browser: str, server: WireServer) -> None:
    port = await server.listen(0)
    server.close()
    got = await answer(Call(url=f"http://127.0.0.1:{port}/case/x", origin=PAGE), browser)
    assert got.ending is Ending.REJECTED


async def test_a_server_that_never_answers(browser: str, server: WireServer) -> None:
    server.cases["x"] = {"actual": {"status": 200, "headers": ALLOW, "delay_ms": 60_000}}
    port = await server.listen(0)
    got = await answer(Call(url=f"http://127.0.0.1:{port}/case/x", origin=PAGE), browser, deadline=14)
    assert got.ending is Ending.TIMEOUT


async def test_nothing_of_the_browser_is_left(browser: str, server: WireServer) -> None:
    """No process of its group, no profile."""
    before, older = _profiles(), set(_processes())
    server.cases["x"] = {"actual": {"status": 200, "headers": ALLOW}}
    port = await server.listen(0)
    await answer(Call(url=f"http://127.0.0.1:{port}/case/x", origin=PAGE), browser)
    assert _profiles() <= before
    assert [pid for pid in _processes() if pid not in older and _has_a_profile_of_ours(pid)] == []


def _processes() -> list[str]:
    return [path.name for path in Path("/proc").iterdir() if path.name.isdigit()]


def _profiles() -> set[str]:
    return {str(path) for path in Path(os.environ.get("TMPDIR", "/tmp")).glob("cors-tui-browser-*")}


def _has_a_profile_of_ours(pid: str) -> bool:
    try:
        return b"cors-tui-browser-" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return False


@pytest.mark.parametrize(
    ("page", "words"),
    [
        pytest.param(
            "https://app.example.test", "Permission was denied", id="a secure page would have to be allowed to"
        ),
        pytest.param("http://app.example.test", "not a secure context", id="an insecure page never may"),
    ],
)
async def test_local_network_access_is_asked_with_a_page_really_served(
    server: WireServer, page: str, words: str
) -> None:
    """A public page may not reach this machine, whatever the server's headers say: it is not even asked."""
    if "chromium" not in installed_browsers():
        pytest.skip("chromium is not installed")
    server.cases["x"] = {"actual": {"status": 200, "headers": [["Access-Control-Allow-Origin", "*"]]}}
    port = await server.listen(0)
    call = Call(url=f"http://127.0.0.1:{port}/case/x", origin=page)
    got = await ask_real_browser(call, "chromium", deadline=40, local_network=True)
    assert isinstance(got, RealAnswer), got
    assert (got.page, got.ending) == (page, Ending.REJECTED)
    assert words in got.console[0].text
    assert seen(server) == []


@pytest.mark.parametrize("page", ["http://192.168.1.4:3000", "https://10.0.0.5", "http://localhost:3000"])
async def test_a_page_that_is_near_is_not_asked_about(server: WireServer, page: str) -> None:
    if "chromium" not in installed_browsers():
        pytest.skip("chromium is not installed")
    server.cases["x"] = {"actual": {"status": 200, "headers": [["Access-Control-Allow-Origin", "*"]]}}
    port = await server.listen(0)
    call = Call(url=f"http://127.0.0.1:{port}/case/x", origin=page)
    got = await ask_real_browser(call, "chromium", deadline=40, local_network=True)
    assert isinstance(got, RealAnswer), got
    assert (got.page, got.ending, got.console) == (page, Ending.RESOLVED, ())
    assert seen(server) == [("actual", "GET", page)]

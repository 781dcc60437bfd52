"""Copied `fetch` code, run in a page of the real Chromium, and copied pages, opened in it: the request arrives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call, Case
from cors_tui.inputs.writers import fetch_code, html_page
from cors_tui.lab.scenario import Asked, Reply
from cors_tui.lab.server import LabServer
from cors_tui.probe.real_browser.launch import installed_browsers
from cors_tui.standards.header_list import HeaderList
from tests.live.browsers.chromium import driving

CHROMIUM = installed_browsers().get("chromium", "")

CALLS = [
    Call("/plain"),
    Call(
        "/json", method="PUT", headers=HeaderList((("Content-Type", "application/json"),)), body='{"a": "\xc3\xbc\\n"}'
    ),
    Call("/octets", method="POST", headers=HeaderList((("Content-Type", "a/b"),)), body="\x00\xff'\"\n"),
    Call("/odd?q=%27&r='$`", method="DELETE", headers=HeaderList((("X-Own", 'it\'s "q" \\ </script> ${x} `'),))),
    Call("/lower", method="patch", body="x"),
]


def answer(asked: Asked) -> Reply:
    allow = ("Origin", "Methods", "Headers")
    values = (asked.origin, asked.headers.get("access-control-request-method") or "", "content-type, x-own")
    return Reply(200, tuple((f"Access-Control-Allow-{name}", value) for name, value in zip(allow, values, strict=True)))


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
async def test_chromium_sends_the_request() -> None:
    async with LabServer({"page": lambda asked: Reply(200, body="a page"), "api": answer}) as server:
        async with driving(CHROMIUM, {}) as driver:
            await driver.visit(f"http://127.0.0.1:{server.ports['page']}/")
            for call in CALLS:
                there = replace(call, url=f"http://127.0.0.1:{server.ports['api']}{call.url}")
                code = fetch_code.write(Case(there), True)
                assert await driver.evaluate(f"(async () => {{ {code}; return 'sent' }})()") == "sent"
        assert_arrived(server)


CLICK = """(async () => {
  const said = document.getElementById("said");
  const seen = new Promise(done => new MutationObserver(() => done(said.textContent)).observe(said, {childList: true}));
  document.getElementById("send").click();
  return await seen;
})()"""


@pytest.mark.skipif(not CHROMIUM, reason="Chromium is not installed")
async def test_a_copied_page_sends_the_request_and_shows_the_answer() -> None:
    """Served from the case's own origin, as the page asks; nothing of the case ends its script."""
    ports: dict[str, int] = {}

    def page(asked: Asked) -> Reply:
        call = CALLS[int(asked.target.removeprefix("/"))]
        there = replace(call, url=f"http://127.0.0.1:{ports['api']}{call.url}", origin="http://--><b>x")
        body = html_page.write(Case(there), True)
        return Reply(200, (("Content-Type", "text/html"),), body.encode().decode("latin-1"))

    async with LabServer({"page": page, "api": answer}) as server:
        ports |= server.ports
        async with driving(CHROMIUM, {}) as driver:
            for number in range(len(CALLS)):
                await driver.visit(f"http://127.0.0.1:{server.ports['page']}/{number}")
                assert await driver.evaluate("document.body.querySelectorAll('b').length + ''") == "0"
                assert (await driver.evaluate(CLICK)).startswith("cors 200")
        assert_arrived(server)


def assert_arrived(server: LabServer) -> None:
    """Every call, in its order, with its method, body, target and headers."""
    asked = [each for each in server.asked("api") if not each.is_preflight]
    assert [(each.method, each.body) for each in asked] == [(call.method, call.body or "") for call in CALLS]
    assert [each.target for each in asked] == [call.url.replace("'$", "%27$") for call in CALLS]
    for each, call in zip(asked, CALLS, strict=True):
        assert all(each.headers.get(name) == value for name, value in call.headers)

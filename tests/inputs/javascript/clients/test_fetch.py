"""`fetch`."""

from __future__ import annotations

import pytest

from cors_tui.case import Call
from cors_tui.standards.request import CredentialsMode, Mode, RedirectMode
from tests.inputs.javascript.reading import only_call, understood


@pytest.mark.parametrize("code", ["prefetch('https://a.example')", "fetch", "fetch()", "// fetch('https://a.example')"])
def test_what_is_no_call_of_fetch(code: str) -> None:
    assert understood(code).calls == ()


@pytest.mark.parametrize(
    "code",
    [
        "fetch('https://a.example/x')",
        "const r = await window.fetch(`https://a.example/x`)",
        "fetch(new URL('/x', 'https://a.example'))",
        "fetch(new Request('https://a.example/x'))",
        "const u = 'https://a.example'; fetch(u + '/x').then(r => r.json())",
        "fetch('https://a.example/x' as string)",
    ],
)
def test_its_url(code: str) -> None:
    assert only_call(code) == Call("https://a.example/x")


def test_its_options() -> None:
    code = """fetch('https://a.example', {method: 'PUT', headers: new Headers({A: '1'}), body: JSON.stringify({b: 2}),
        credentials: 'include', redirect: 'manual', mode: 'no-cors'})"""
    call = only_call(code)
    assert (call.method, list(call.headers), call.body) == ("PUT", [("A", "1")], '{"b":2}')
    assert (call.credentials, call.redirect, call.mode) == (CredentialsMode.INCLUDE, RedirectMode.MANUAL, Mode.NO_CORS)


def test_options_lie_over_those_of_a_request() -> None:
    code = "fetch(new Request('https://a.example', {method: 'POST', headers: {A: '1'}}), {headers: [['B', '2']]})"
    call = only_call(code)
    assert (call.method, list(call.headers)) == ("POST", [("B", "2")])


def test_missing_credentials_are_said() -> None:
    assert any("credentials" in says for says in understood("fetch('https://a.example')").says)
    assert not understood("fetch('https://a.example', {credentials: 'omit'})").says


def test_options_that_are_not_known_are_said() -> None:
    assert any("(opts)" in missed for missed in understood("fetch('https://a.example', opts)").missed)


COPIED = """fetch("https://a.example/users", {
  "headers": {"accept": "*/*", "authorization": "Bearer x", "sec-ch-ua": "\\"Chromium\\"", "sec-fetch-mode": "cors"},
  "referrer": "https://app.example/page", "body": null, "method": "GET", "mode": "cors", "credentials": "include"
});"""
COPIED_FOR_NODE = """fetch("https://a.example/users", {
  "headers": {"authorization": "Bearer x", "sec-fetch-mode": "cors", "cookie": "a=1", "Referer": "https://app.example/"},
  "body": null, "method": "GET"
});"""


@pytest.mark.parametrize("code", [COPIED, COPIED_FOR_NODE])
def test_what_a_network_panel_copied(code: str) -> None:
    call = only_call(code)
    assert (call.url, call.origin) == ("https://a.example/users", "https://app.example")
    assert list(call.headers) == [("authorization", "Bearer x")]
    assert call.credentials is CredentialsMode.INCLUDE
    assert call.cookie == ("a=1" if code is COPIED_FOR_NODE else "")


def test_a_copy_for_node_that_carries_a_cookie_is_not_said_to_go_without() -> None:
    said = understood('fetch("https://a.test/x", {"headers": {"cookie": "a=1"}, "method": "GET"})').says
    assert [says for says in said if "without cookies" in says] == []
    assert any("carries cookies" in says for says in said)

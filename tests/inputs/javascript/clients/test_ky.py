"""ky."""

from __future__ import annotations

from cors_tui.case import Call
from cors_tui.standards.request import CredentialsMode
from tests.inputs.javascript.reading import only_call, understood


def test_a_plain_call() -> None:
    assert only_call("ky('https://a.example/x').json()") == Call("https://a.example/x")
    assert understood("kyoto('https://a.example/x')").calls == ()


def test_an_instance_with_json() -> None:
    code = """const api = ky.create({prefixUrl: 'https://a.example/v1', credentials: 'include', headers: {A: '1'}});
        api.post('items', {json: {b: 2}, searchParams: {c: 'd'}})"""
    call = only_call(code)
    assert (call.method, call.url, call.body) == ("POST", "https://a.example/v1/items?c=d", '{"b":2}')
    assert list(call.headers) == [("A", "1"), ("Content-Type", "application/json")]
    assert call.credentials is CredentialsMode.INCLUDE

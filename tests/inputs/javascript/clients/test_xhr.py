"""XMLHttpRequest."""

from __future__ import annotations

from cors_tui.standards.request import CredentialsMode, Initiator
from tests.inputs.javascript.reading import only_call, understood

CODE = """const xhr = new XMLHttpRequest();
xhr.open('POST', 'https://a.example/x');
xhr.withCredentials = true;
xhr.setRequestHeader('Content-Type', 'application/json');
xhr.send(JSON.stringify({a: 1}));"""


def test_its_statements_make_one_call() -> None:
    call = only_call(CODE)
    assert (call.method, call.url, call.body) == ("POST", "https://a.example/x", '{"a":1}')
    assert list(call.headers) == [("Content-Type", "application/json")]
    assert call.credentials is CredentialsMode.INCLUDE
    assert call.initiator is Initiator.XHR


def test_each_open_is_a_call_of_its_own() -> None:
    code = "x = new XMLHttpRequest(); x.open('GET', '/a'); x.setRequestHeader('A', '1'); x.open('GET', '/b'); x.send()"
    first, second = understood(code).calls
    assert (len(first.headers), len(second.headers)) == (1, 0)


def test_other_objects_are_opened_too() -> None:
    assert understood("indexedDB.open('name', 1); window.open('https://a.example', '_blank')").calls == ()

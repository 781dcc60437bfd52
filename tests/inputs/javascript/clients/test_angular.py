"""Angular's HttpClient."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import CredentialsMode
from tests.inputs.javascript.reading import only_call, understood

URL = "https://a.example/x"
JSON = [("Content-Type", "application/json")]


@pytest.mark.parametrize(
    ("code", "method", "url", "body"),
    [
        (f"this.http.get('{URL}')", "GET", URL, None),
        (f"this.http.get<Item[]>('{URL}')", "GET", URL, None),
        (f"this.httpClient.delete('{URL}', {{}})", "DELETE", URL, None),
        (f"this.http.get('{URL}', {{ params: {{ a: '1' }} }})", "GET", f"{URL}?a=1", None),
        (f"this.http.post<User>('{URL}', {{ a: 1 }})", "POST", URL, '{"a":1}'),
        (f"this._http.request('PATCH', '{URL}', {{ body: {{ a: 1 }} }})", "PATCH", URL, '{"a":1}'),
    ],
)
def test_its_forms(code: str, method: str, url: str, body: str | None) -> None:
    call = only_call(code)
    assert (call.method, call.url, call.body) == (method, url, body)
    assert list(call.headers) == (JSON if body else [])


def test_headers_and_credentials() -> None:
    code = f"""this.http.put('{URL}', null, {{
        headers: new HttpHeaders({{ 'X-A': 'b' }}), withCredentials: true }}).subscribe()"""
    call = only_call(code)
    assert list(call.headers) == [("X-A", "b")]
    assert call.credentials is CredentialsMode.INCLUDE


@pytest.mark.parametrize("code", ["this.http.get()", f"this.cache.get('{URL}')", f"http.get('{URL}', cb)"])
def test_what_is_none(code: str) -> None:
    assert understood(code).calls == ()

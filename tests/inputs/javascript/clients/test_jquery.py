"""jQuery."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import CredentialsMode
from tests.inputs.javascript.reading import only_call, understood

URL = "https://a.example/x"
FORM = [("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")]


@pytest.mark.parametrize(
    ("code", "method", "url", "body"),
    [
        (f"$.ajax('{URL}')", "GET", URL, None),
        (f"$.ajax({{url: '{URL}', data: {{a: 1}}}})", "GET", f"{URL}?a=1", None),
        (f"$.ajax({{url: '{URL}', type: 'post', data: {{a: 1}}}})", "POST", URL, "a=1"),
        (f"jQuery.get('{URL}', {{a: 1}})", "GET", f"{URL}?a=1", None),
        (f"$.get('{URL}', function (d) {{}})", "GET", URL, None),
        (f"$.post('{URL}', {{a: 1}})", "POST", URL, "a=1"),
    ],
)
def test_its_forms(code: str, method: str, url: str, body: str | None) -> None:
    call = only_call(code)
    assert (call.method, call.url, call.body) == (method, url, body)
    assert list(call.headers) == (FORM if body else [])


def test_json_headers_and_credentials() -> None:
    code = f"""$.ajax({{url: '{URL}', method: 'PUT', contentType: 'application/json', data: JSON.stringify({{a: 1}}),
        headers: {{'X-A': 'b'}}, xhrFields: {{withCredentials: true}}}})"""
    call = only_call(code)
    assert list(call.headers) == [("X-A", "b"), ("Content-Type", "application/json")]
    assert call.body == '{"a":1}'
    assert call.credentials is CredentialsMode.INCLUDE


def test_jsonp_is_said_not_to_be_cors() -> None:
    assert any("JSONP" in says for says in understood(f"$.ajax({{url: '{URL}', dataType: 'jsonp'}})").says)

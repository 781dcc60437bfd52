"""axios."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import CredentialsMode, Initiator
from tests.inputs.javascript.reading import only_call, understood

URL = "https://a.example/x"
JSON = [("Content-Type", "application/json")]


@pytest.mark.parametrize(
    "code",
    [
        f"axios('{URL}')",
        f"axios.get('{URL}')",
        f"axios({{url: '{URL}'}})",
        f"axios.request({{url: '{URL}', method: 'get'}})",
        "axios.create({baseURL: 'https://a.example'}).get",
        "const api = axios.create({baseURL: 'https://a.example/'}); api.get('/x')",
        "axios.defaults.baseURL = 'https://a.example'; axios.get('x')",
    ],
)
def test_its_url(code: str) -> None:
    calls = understood(code).calls
    assert [(call.method, call.url, call.initiator) for call in calls] == (
        [("GET", URL, Initiator.XHR)] if not code.endswith(".get") else []
    )


@pytest.mark.parametrize("code", ["axios.isCancel(x)", "api.get('/x')", "axios.get()", "axios.interceptors.use(x)"])
def test_what_is_no_request(code: str) -> None:
    assert understood(code).calls == ()


@pytest.mark.parametrize(
    ("data", "body", "headers"),
    [
        ("{a: 1}", '{"a":1}', JSON),
        ("'a=1'", "a=1", [("Content-Type", "application/x-www-form-urlencoded")]),
        ("new URLSearchParams({a: 1})", "a=1", [("Content-Type", "application/x-www-form-urlencoded;charset=UTF-8")]),
    ],
)
def test_its_data(data: str, body: str, headers: list[tuple[str, str]]) -> None:
    call = only_call(f"axios.post('{URL}', {data})")
    assert (call.method, call.body, list(call.headers)) == ("POST", body, headers)


def test_its_configuration() -> None:
    code = (
        f"axios.get('{URL}', {{params: {{q: 'a b'}}, withCredentials: true, auth: {{username: 'u', password: 'p'}}}})"
    )
    call = only_call(code)
    assert (call.url, call.credentials) == (f"{URL}?q=a+b", CredentialsMode.INCLUDE)
    assert list(call.headers) == [("Authorization", "Basic dTpw")]


def test_defaults_reach_instances() -> None:
    code = (
        "axios.defaults.headers.common['X-D'] = 'd'; const api = axios.create({headers: {'X-I': 'i'}});"
        f"api.post('{URL}', null, {{headers: {{'X-O': 'o'}}}})"
    )
    assert list(only_call(code).headers) == [("X-D", "d"), ("X-I", "i"), ("X-O", "o")]


def test_missing_credentials_are_said() -> None:
    assert any("withCredentials" in says for says in understood(f"axios.get('{URL}')").says)

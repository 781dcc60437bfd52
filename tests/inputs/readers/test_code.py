"""Pasted JavaScript, told from other texts and read."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.inputs.faults import faults
from cors_tui.inputs.reading import read_input
from tests.inputs.javascript.reading import understood
from tests.rows import each_row

TOLD = [
    ("TypeError: Failed to fetch\n    at fetch (app.js:12:3)", "console"),
    ("XMLHttpRequest cannot load http://a.example/. Origin 'http://b' is therefore not allowed access.", "console"),
    ("curl 'https://a.example/x' -H 'X: fetch(1)'", "curl"),
    ("https://a.example/fetch('x')", "url"),
    ("curl https://a.example/x -d 'new Image()'", "curl"),
    ("TypeError: Failed to fetch dynamically imported module: https://a.example/x.js", "console"),
    ("const Page = () => import('./Page.vue')", "unknown"),
    ("fetch('https://a.example/x')", "code"),
    ("new Image().src = 'https://a.example/x'", "code"),
    ("document.createElement('script').src = 'https://a.example/x'", "code"),
    ("const x = await import('https://a.example/x')", "code"),
    ("await new FontFace('f', 'url(https://a.example/x)').load()", "code"),
    ("```js\nfetch('https://a.example/x')\n```", "code"),
    ("const r = await axios.get(`${base}/x`)", "code"),
    ("useEffect(() => { fetch('https://a.example/x') }, [])", "code"),
    ("$.ajax({url: 'https://a.example'})", "code"),
    ("var x = new XMLHttpRequest();\nx.open('GET', 'https://a.example')", "code"),
]  # fmt: skip


@each_row(("text", "kind"), TOLD)
def test_code_is_told_from_other_texts(text: str, kind: str) -> None:
    assert read_input(text).kind == kind


def test_every_request_is_read_in_order() -> None:
    code = "fetch('https://a.example/1'); axios.post('https://a.example/2', {}); if (x) { ky('https://a.example/3') }"
    assert [call.url[-1] for call in read_input(code).calls] == ["1", "2", "3"]


FINDINGS = [
    ("fetch('https://a.example', {mode: 'no-cors', credentials: 'omit'})", "no-cors"),
    ("fetch('https://a.example', {headers: {'Access-Control-Allow-Origin': '*'}})", "header of the answer"),
    ("fetch('localhost:3000/x')", "no scheme"),
    ("fetch('/api/x')", "only a path"),
    ("fetch(`${base}/x`)", ""),
]


@pytest.mark.parametrize(("code", "said"), FINDINGS)
def test_what_is_wrong_with_the_call_is_found(code: str, said: str) -> None:
    (call,) = read_input(code).calls
    assert any(said in fault.sentence for fault in faults(call))


def test_code_that_asks_nobody_is_said_to() -> None:
    understood = read_input("const f = fetch(")
    assert understood.calls == ()
    assert understood.missed


def test_only_so_many_requests_are_read() -> None:
    understood = read_input("fetch('https://a.example');\n" * 150)
    assert len(understood.calls) == 100
    assert any("first 100" in missed for missed in understood.missed)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=60), st.text(max_size=60))
def test_nothing_raises(before: str, inside: str) -> None:
    read_input(f"{before} fetch('{inside}', {{headers: {{{inside}}}}})")
    read_input(f"const a = `{inside}`; fetch(a, {before}")


@pytest.mark.parametrize("types", ["<User>", "<User[]>", "<Record<string, Item | null>>", "<{ id: string }>"])
def test_typescripts_type_arguments_are_overlooked(types: str) -> None:
    (call,) = understood(f"const users = await axios.get{types}('https://a.example/users');").calls
    assert (call.method, call.url) == ("GET", "https://a.example/users")


def test_a_comparison_is_no_type_argument() -> None:
    (call,) = understood("if (a<b && c>(d)) fetch('https://a.example/x')").calls
    assert call.url == "https://a.example/x"


def test_interceptors_are_said_not_to_be_run() -> None:
    code = "const c = axios.create({}); c.interceptors.request.use(f); c.get('https://a.example/x')"
    assert any("interceptors" in each for each in understood(code).missed)

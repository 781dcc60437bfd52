"""Code and commands beside a console's line tell what the line leaves out."""

from __future__ import annotations

import pytest

from cors_tui.inputs.readers.console import read
from cors_tui.standards.request import CredentialsMode

LINE = (
    "Access to fetch at 'https://api.test/v1/users' from origin 'https://app.test' has been blocked by CORS policy: "
    "Request header field x-a is not allowed by Access-Control-Allow-Headers in preflight response."
)
OPTIONS = "{ method: 'PUT', headers: { 'X-B': '1' }, credentials: 'include' }"


@pytest.mark.parametrize(
    "code",
    [
        f"fetch('https://api.test/v1/other', {OPTIONS})",
        f"fetch('https://api.test.evil/v1/users', {OPTIONS})",
        f"fetch(`${{BASE}}/`, {OPTIONS})",
        f"fetch(BASE, {OPTIONS})",
        "curl -X PUT https://other.test/v1/users",
    ],
)
def test_another_call_tells_nothing(code: str) -> None:
    (call,) = read(f"{LINE}\n\n{code}\n").calls
    assert (call.method, [name for name, _ in call.headers]) == ("GET", ["x-a"])


@pytest.mark.parametrize(
    "code",
    [
        f"fetch('https://api.test/v1/users', {OPTIONS})",
        f"```js\nawait fetch(`${{BASE}}/v1/users`, {OPTIONS})\n```",
        "curl -X PUT https://api.test/v1/users -H 'X-B: 1' -b 'a=b'",
    ],
)
def test_the_same_call_completes_the_line(code: str) -> None:
    (call,) = read(f"{LINE}\n\n{code}\n").calls
    assert (call.method, call.url, call.origin) == ("PUT", "https://api.test/v1/users", "https://app.test")
    assert [name for name, _ in call.headers] == ["X-B", "x-a"]
    assert call.credentials is CredentialsMode.INCLUDE

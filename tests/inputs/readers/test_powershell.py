"""PowerShell commands, as browsers copy them and people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.readers.powershell import claim, read

_FROM_CHROME = """$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
$session.UserAgent = "Mozilla/5.0"
$session.Cookies.Add((New-Object System.Net.Cookie("sid", "1", "/", "api.example.com")))
Invoke-WebRequest -UseBasicParsing -Uri "https://api.example.com/users?a=1&b=2" `
-Method "PATCH" `
-WebSession $session `
-Headers @{
"authority"="api.example.com"
  "origin"="http://localhost:3000"
  "sec-fetch-mode"="cors"
  "x-api-key"="it`"s `$1"
} `
-ContentType "application/json" `
-Body "{`"a`":`"b`"}"
"""


def test_copied_from_a_browser() -> None:
    (call,) = read(_FROM_CHROME).calls
    assert (call.url, call.method, call.origin) == (
        "https://api.example.com/users?a=1&b=2",
        "PATCH",
        "http://localhost:3000",
    )
    assert (call.body, call.cookie) == ('{"a":"b"}', "sid=1")
    assert ("x-api-key", 'it"s $1') in list(call.headers)
    assert ("Content-Type", "application/json") in list(call.headers)


@pytest.mark.parametrize(
    ("text", "method", "url", "headers"),
    [
        ("iwr https://a.test/", "GET", "https://a.test/", []),
        ("Invoke-RestMethod -Method Post -Uri 'https://a.test/it''s'", "POST", "https://a.test/it's", []),
        ("irm https://a.test/ -Headers @{ 'A' = 'b'; C=\"d\" }", "GET", "https://a.test/", [("A", "b"), ("C", "d")]),
        ("$r = Invoke-WebRequest https://a.test/ | Select Content", "GET", "https://a.test/", []),
    ],
)
def test_written_by_hand(text: str, method: str, url: str, headers: list[tuple[str, str]]) -> None:
    assert claim(text) > 0.9
    (call,) = read(text).calls
    assert (call.method, call.url, list(call.headers)) == (method, url, headers)


def test_variables_are_not_filled_in_and_that_is_said() -> None:
    understood = read('iwr "https://a.test/$id" -SkipCertificateCheck')
    assert "$id" in understood.missed[0]
    assert understood.connection.insecure


@pytest.mark.parametrize("text", ["", "Write-Host hi", "the Invoke-WebRequest cmdlet", "curl https://a.test/"])
def test_other_text_is_not_claimed(text: str) -> None:
    assert claim(text) == 0


@given(st.text("iwr -'\"`@{}=();\n$a", max_size=40))
def test_no_text_raises(text: str) -> None:
    read(f"iwr {text}")


def test_a_table_that_a_variable_was_given() -> None:
    given = "$H = @{\n  'X-A' = '1'\n  'Content-Type' = 'application/json'\n}"
    text = f"{given}\nirm https://a.test/ -Method Post -Headers $h -Body '{{}}'"
    (call,) = read(text).calls
    assert list(call.headers) == [("X-A", "1"), ("Content-Type", "application/json")]


def test_a_variable_that_nobody_gave_is_not_filled_in() -> None:
    understood = read("irm https://a.test/ -Headers $h")
    assert not understood.calls[0].headers
    assert understood.missed == ("Not filled in, because nothing is expanded: $h.",)

"""Console text becomes calls; the wordings themselves are the browsers' own to test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cors_tui.inputs.readers.console import claim, read
from cors_tui.inputs.reading import read_input
from cors_tui.standards.request import CredentialsMode

_PREFIX = (
    "Access to fetch at 'https://api.test/x' from origin 'http://localhost:3000' has been blocked by CORS policy: "
)
_MISSING = f"{_PREFIX}No 'Access-Control-Allow-Origin' header is present on the requested resource."
_PREFLIGHT = (
    f"{_PREFIX}Response to preflight request doesn't pass access control check: It does not have HTTP ok status."
)
_HEADER = f"{_PREFIX}Request header field x-a is not allowed by Access-Control-Allow-Headers in preflight response."
_METHOD = f"{_PREFIX}Method PATCH is not allowed by Access-Control-Allow-Methods in preflight response."
_CREDENTIALS = (
    f"{_PREFIX}The value of the 'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' "
    "when the request's credentials mode is 'include'."
)
_FIREFOX = (
    "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.test/x. "
    "(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200."
)


@pytest.mark.parametrize(
    ("text", "method", "names", "credentials"),
    [
        pytest.param(_MISSING, "GET", [], CredentialsMode.SAME_ORIGIN, id="a simple request"),
        pytest.param(_PREFLIGHT, "GET", ["Content-Type"], CredentialsMode.SAME_ORIGIN, id="some preflight"),
        pytest.param(_HEADER, "GET", ["x-a"], CredentialsMode.SAME_ORIGIN, id="the header it names"),
        pytest.param(_METHOD, "PATCH", [], CredentialsMode.SAME_ORIGIN, id="the method it names"),
        pytest.param(_CREDENTIALS, "GET", [], CredentialsMode.INCLUDE, id="credentials"),
    ],
)
def test_the_call_behind_a_line(text: str, method: str, names: list[str], credentials: CredentialsMode) -> None:
    """As much of the call as the sentence gives away."""
    (call,) = read(text).calls
    assert (call.url, call.origin, call.method) == ("https://api.test/x", "http://localhost:3000", method)
    assert [name for name, _ in call.headers] == names
    assert call.credentials is credentials


def test_a_line_that_names_no_origin_leaves_it_open() -> None:
    (call,) = read(_FIREFOX).calls
    assert (call.url, call.origin) == ("https://api.test/x", "")


def test_two_failures_are_two_calls_and_one_told_twice_is_one() -> None:
    other = _MISSING.replace("/x", "/y")
    assert [call.url for call in read(f"{_MISSING}\n{other}\n{_MISSING}").calls] == [
        "https://api.test/x",
        "https://api.test/y",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Blocked loading mixed active content “http://api.test/x”",
        "Solicitud de origen cruzado bloqueada: La política de mismo origen no permite leer recursos remotos en "
        "https://api.test/x. (Razón: Solicitud CORS sin éxito). Código de estado: (null).",
        "已拦截跨源请求：同源策略禁止读取位于 https://api.test/x 的远程资源。（原因：CORS 头缺少 "
        "'Access-Control-Allow-Origin'）。状态码：200。",
        'Refused to execute https://api.test/x as script because "X-Content-Type-Options: nosniff" was given and its '
        "Content-Type is not a script MIME type.",
        "Fetch API cannot load https://api.test/x. SRI's integrity checks failed.",
        "Not allowed to load local resource: file:///api.test/x",
    ],
)
def test_a_wording_without_the_word_cors_is_a_consoles_too(text: str) -> None:
    understood = read_input(text)
    assert understood.kind == "console"
    assert understood.calls[0].url.endswith("api.test/x")


def test_the_method_stands_before_the_url_in_a_librarys_line() -> None:
    understood = read_input('FetchError: [POST] "https://api.test/x": <no response> Failed to fetch')
    assert [(call.method, call.url) for call in understood.calls] == [("POST", "https://api.test/x")]


def test_generic_words_are_no_call() -> None:
    understood = read("TypeError: Failed to fetch")
    assert understood.calls == ()
    assert understood.missed


@pytest.mark.parametrize(
    "text", [_MISSING, _HEADER, _FIREFOX, _MISSING[60:], "No 'Access-Control-Allow-Origin' header is present"]
)
def test_a_browsers_sentence_is_claimed(text: str) -> None:
    assert claim(text) > 0.8


@pytest.mark.parametrize(("text", "least"), [("TypeError: Failed to fetch", 0.1), ("Load failed", 0.1), ("hello", 0.0)])
def test_generic_words_are_a_guess(text: str, least: float) -> None:
    assert least <= claim(text) < 0.5


def test_a_network_error_by_its_name_is_claimed_more_surely_than_a_url_beside_it() -> None:
    assert claim("https://a.test/x.png :: net::ERR_BLOCKED_BY_ORB") > 0.5


@pytest.mark.parametrize(
    "text",
    [
        "ModuleNotFoundError: No module named 'cors_stuff'",
        "Could somebody explain to me how CORS and cookies go together in Spring?",
        "the corset shop is closed",
    ],
)
def test_talk_of_cors_without_a_fault_is_not_claimed(text: str) -> None:
    assert claim(text) == 0.0


def test_a_whole_line_is_surer_than_the_command_or_code_beside_it() -> None:
    for beside in ("curl https://api.test/x -H 'a: b'", "fetch('https://api.test/x', {method: 'PUT'})"):
        assert read_input(f"{beside}\n{_MISSING}").kind == "console"
        assert read_input(beside).kind != "console"


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda text: text.replace(" ", "\n"), id="a word a line"),
        pytest.param(lambda text: text.replace(" ", "  "), id="two blanks"),
        pytest.param(lambda text: text.replace("'", '"'), id="other quotes"),
        pytest.param(lambda text: text.replace("'", "`"), id="backticks"),
        pytest.param(lambda text: text.replace("'", "&#39;"), id="escaped for HTML"),
        pytest.param(lambda text: f"**{text}**", id="emphasized"),
        pytest.param(lambda text: f"Hello,\nsince today I get this:\n\n> {text}\n\nAny idea?", id="a letter around it"),
    ],
)
def test_damage_changes_neither_kind_nor_case(damage: Callable[[str], str]) -> None:
    understood = read_input(damage(_MISSING))
    (call,) = understood.calls
    assert (understood.kind, call.url, call.origin) == ("console", "https://api.test/x", "http://localhost:3000")


@pytest.mark.parametrize(("count", "says_so"), [(50, False), (51, True)])
def test_failures_that_are_left_out_are_said_to_be(count: int, says_so: bool) -> None:
    line = (
        "Access to fetch at 'https://api.test/{}' from origin 'https://app.test' has been blocked by CORS policy: No "
    )
    line += "'Access-Control-Allow-Origin' header is present on the requested resource."
    understood = read("\n".join(line.format(number) for number in range(count)))
    assert len(understood.readings) == 50
    assert any("the first 50" in each for each in understood.missed) is says_so

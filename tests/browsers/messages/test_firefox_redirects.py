"""Firefox and redirects it does not follow: which line comes, measured at a page of its own and of another origin."""

import pytest

from cors_tui.browsers.messages.firefox_redirects import before_check, redirected_preflight
from cors_tui.standards.request import Mode, Role, WireRequest
from cors_tui.standards.verdict import Failure, Refusal, Step
from tests.rows import each_row
from tests.standards.making import API, allows, asks, says, url

AT = Step("any", "1", "")


def failure(location: str, *, checked: bool = True) -> Failure:
    """A preflight answered by a redirect to `location`, with Access-Control-Allow-Origin or without."""
    answer = says(302, [*(allows().headers.pairs if checked else ()), ("Location", location)])
    wire = WireRequest(Role.PREFLIGHT, 0, "OPTIONS", url(API))
    refusal = Refusal.PREFLIGHT_REDIRECT if checked else Refusal.ALLOW_ORIGIN_MISSING
    return Failure(refusal, AT, url=API, request=wire, answer=answer, request_origin="https://app.example.com")


@each_row(
    ("location", "told"),
    [
        pytest.param("https://[", [], id="no URL"),
        pytest.param("javascript:1", [], id="javascript"),
        pytest.param("ws://api.example.net/", [], id="a web socket"),
        pytest.param("chrome://x/", [], id="the browser's own"),
        pytest.param("data:,x", ["Redirecting to data: URI not allowed (Blocked loading of: “data:,x”)"], id="data"),
        pytest.param(
            "file:///x", [f"Security Error: Content at {API} may not load or link to file:///x."], id="a file"
        ),
        pytest.param(
            "blob:https://x/",
            [f"Security Error: Content at {API} may not load data from blob:https://x/."],
            id="a blob",
        ),
        pytest.param(
            "http://api.example.net/",
            ["Blocked loading mixed active content “http://api.example.net/”"],
            id="mixed content",
        ),
        pytest.param("foo:x", None, id="a scheme nobody knows is checked first"),
        pytest.param("https://other.example/", None, id="an ordinary one is checked first"),
    ],
)
def test_what_ends_it_before_the_check(location: str, told: list[str] | None) -> None:
    lines = before_check(failure(location), asks())
    assert (None if lines is None else [line.text for line in lines]) == told


def test_without_a_redirect_nothing_does() -> None:
    assert before_check(Failure(Refusal.NETWORK, AT, url=API, answer=allows()), asks()) is None


def test_without_cors_the_page_is_named() -> None:
    (line,) = before_check(failure("file:///x"), asks(mode=Mode.NO_CORS)) or ()
    assert line.text == "Security Error: Content at https://app.example.com/ may not load or link to file:///x."


@pytest.mark.parametrize(
    ("location", "sources"),
    [
        pytest.param(
            f"{API}/2",
            ["CORSExternalRedirectNotAllowed", "CORSPreflightDidNotSucceed3", "CORSDidNotSucceed2"], id="stays",
        ),
        pytest.param(
            "https://other.example/",
            ["CORSExternalRedirectNotAllowed", "CORSAllowOriginNotMatchingOrigin", "CORSDidNotSucceed2"], id="leaves",
        ),
        pytest.param("https://u@api.example.net/", ["CORSDidNotSucceed2"] * 2, id="with a user"),
        pytest.param("foo:x", ["CORSDidNotSucceed2"] * 2, id="another scheme"),
        pytest.param("data:,x", ["DATA_URI_BLOCKED", "CORSDidNotSucceed2", "CORSDidNotSucceed2"], id="data"),
    ],
)  # fmt: skip
def test_a_redirected_preflight(location: str, sources: list[str]) -> None:
    assert [line.source for line in redirected_preflight(failure(location), asks(method="PUT"))] == sources

"""Firefox's console: every recorded line written letter for letter, and read back."""

from __future__ import annotations

from cors_tui.browsers.messages.firefox import read
from cors_tui.standards.verdict import Refusal
from tests.browsers.messages.playing import misread, played, said_of, wrong

NOT_MATCHED = {
    "h-redir-to-no-leading": "the recording kept only lines that name the case; the URL that failed does not. Asked "
    "again alone, with every line kept, the engine printed just what we write",
}
BLOCKED = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at "


def test_every_recorded_console_is_written_letter_for_letter() -> None:
    found = wrong("firefox")
    print(f"firefox: {len(played('firefox')) - len(found)} of {len(played('firefox'))} consoles are the same")
    assert {name: lines for name, lines in found.items() if name not in NOT_MATCHED} == {}
    assert found.keys() == NOT_MATCHED.keys(), "listed, but it agrees"


def test_every_recorded_console_is_read_back_to_its_failure() -> None:
    said_as = {
        Refusal.ALLOW_ORIGIN_INVALID: Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.ALLOW_ORIGIN_MULTIPLE: Refusal.ALLOW_ORIGIN_MISMATCH,
        Refusal.REDIRECT_SCHEME: Refusal.SCHEME_NOT_HTTP,
        Refusal.REDIRECT_SAME_ORIGIN_MODE: Refusal.SAME_ORIGIN_MODE,
        Refusal.MIXED_CONTENT: Refusal.SCHEME_NOT_HTTP,
    }
    unnamed = {
        each.case.id
        for each in played("firefox")
        if all("CORS request did not succeed" in text for text, _, _ in each.recorded)
        or each.refusal in (Refusal.SCHEME_NOT_HTTP, Refusal.REDIRECT_SCHEME)
    }
    assert {name: fault for name, fault in misread("firefox", said_as).items() if name not in unnamed} == {}


def test_the_second_line_never_wins() -> None:
    """It says *did not succeed* after most failures, whatever they were."""
    second = f"{BLOCKED}https://api.example/x. (Reason: CORS request did not succeed). Status code: (null)."
    first = f"{BLOCKED}https://api.example/x. (Reason: CORS preflight response did not succeed). Status code: 403."
    for text in (f"{first}\n{second}", f"{second}\n{first}"):
        (reading,) = read(text)
        assert (reading.refusal, reading.status) == (Refusal.PREFLIGHT_STATUS, 403)


def test_that_line_alone_is_the_network() -> None:
    (reading,) = read(f"{BLOCKED}https://api.example/x. (Reason: CORS request did not succeed). Status code: (null).")
    assert (reading.refusal, reading.status, reading.url) == (Refusal.NETWORK, None, "https://api.example/x")


def test_two_urls_are_two_failures() -> None:
    reason = "(Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200."
    found = read(f"{BLOCKED}https://a.example/. {reason}\n{BLOCKED}https://b.example/. {reason}")
    assert [reading.url for reading in found] == ["https://a.example/", "https://b.example/"]


def test_a_value_with_quotes_inside_is_read_whole() -> None:
    (reading,) = read(
        f"{BLOCKED}https://a.example/. (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘'x'’)."
    )
    assert reading.value == "'x'"


def test_mixed_content_behind_redirects_is_told_by_the_hop_that_led_there() -> None:
    """As measured: the second line names the last hop, not the URL that was asked for."""
    allowed = ["Access-Control-Allow-Origin", "*"]
    hops = [
        {"status": 302, "headers": [allowed, ["Location", place]]}
        for place in ("/case/own/1", "http://other.example.test/case/own/2")
    ]
    first, second = said_of("firefox", {}, {"actual": {"status": 200, "headers": [allowed], "redirects": hops}})
    assert first == "Blocked loading mixed active content \u201chttp://other.example.test/case/own/2\u201d"
    assert "https://api.example.test/case/own/1. (Reason: CORS request did not succeed)" in second


def test_a_redirect_that_is_not_followed_is_hashed_as_an_empty_body() -> None:
    moved = {"status": 302, "headers": [["Access-Control-Allow-Origin", "*"], ["Location", "/case/own/1"]]}
    request = {"redirect": "manual", "integrity": f"sha256-{'A' * 43}="}
    (told,) = said_of("firefox", request, {"actual": {"status": 200, "headers": [], "redirects": [moved]}})
    assert told.endswith("is \u201c47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\u201d.")

"""`cors-tui check`: the verdict without a screen, its exit codes and its stable JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner, Result

from cors_tui.cli.check import COMMAND
from cors_tui.lab.scenario import Asked, Handler, Reply
from tests.serving import Served, serving

APP = "http://localhost:3000"
ALLOW = ("Access-Control-Allow-Origin", APP)
ALLOW_PUT = ("Access-Control-Allow-Methods", "PUT")


def always(*headers: tuple[str, str], status: int = 200, preflight: int | None = None) -> Handler:
    def handler(asked: Asked) -> Reply:
        return Reply(preflight if asked.is_preflight and preflight else status, headers, "" if status == 204 else "ok")

    return handler


def image(asked: Asked) -> Reply:
    return Reply(200, (("Content-Type", "image/svg+xml"),), '<svg xmlns="http://www.w3.org/2000/svg"/>')


def garbage(asked: Asked) -> Reply:
    return Reply(raw="\x16\x03\x01 hello\r\n\r\n")


def check(*arguments: str) -> Result:
    return CliRunner().invoke(COMMAND, arguments, catch_exceptions=False)


def checked(served: Served, *arguments: str) -> tuple[Result, dict[str, Any]]:
    result = check(served.url("/users/7"), "--origin", APP, "--json", *arguments)
    return result, json.loads(result.stdout)


EXIT_CODES: list[tuple[str, Handler | None, tuple[str, ...], int]] = [
    ("allowed in every browser", always(ALLOW), (), 0),
    ("blocked: no header", always(), (), 1),
    ("blocked by the preflight alone, nothing unsafe sent", always(status=405), ("-X", "PUT"), 1),
    ("undecided: the PUT was not sent", always(ALLOW, ALLOW_PUT, preflight=204), ("-X", "PUT"), 4),
    ("undecided: a simple POST was not sent", always(ALLOW), ("-d", "x"), 4),
    ("allowed: the PUT was sent on request", always(ALLOW, ALLOW_PUT, preflight=204), ("-X", "PUT", "--send"), 0),
    ("nobody listens", None, (), 3),
    ("allowed without any header: an image needs none", image, ("--initiator", "img", "--quick"), 0),
    ("blocked: what is no image by its bytes", always(), ("--initiator", "img", "--quick"), 1),
    ("blocked: the same image with crossorigin", image, ("--initiator", "img", "--mode", "cors", "--quick"), 1),
    ("blocked: a module is asked for with CORS", always(), ("--initiator", "module", "--quick"), 1),
    ("allowed without any header: nothing is shown to the page", always(), ("--mode", "no-cors", "--quick"), 0),
    ("what answers is not HTTP, though Firefox reads it as HTTP/0.9", garbage, (), 3),
]


@pytest.mark.parametrize(("what", "handler", "arguments", "code"), EXIT_CODES, ids=[what for what, *_ in EXIT_CODES])
def test_exit_codes(what: str, handler: Handler | None, arguments: tuple[str, ...], code: int) -> None:
    """A script can tell the ends apart."""
    with serving({"api": handler}) as served:
        assert check(served.url(), "--origin", APP, *arguments).exit_code == code


def test_an_unsafe_request_is_not_sent_without_a_yes() -> None:
    """Only OPTIONS reaches the server."""
    with serving({"api": always(ALLOW, ALLOW_PUT, preflight=204)}) as served:
        check(served.url(), "--origin", APP, "-X", "PUT")
        assert {asked.method for asked in served.asked()} == {"OPTIONS"}


def test_one_yes_means_one_unsafe_request() -> None:
    """Three browsers share the answer of one PUT."""
    with serving({"api": always(ALLOW, ALLOW_PUT, preflight=204)}) as served:
        check(served.url(), "--origin", APP, "-X", "PUT", "--send")
        assert [asked.method for asked in served.asked()].count("PUT") == 1


def test_json_has_the_promised_shape() -> None:
    """Names and shapes a program may rely on."""
    with serving({"api": always(("Server", "x"))}) as served:
        _, document = checked(served, "-H", "X-A: 1")
    assert document["schema_version"] == 1
    assert document["request"]["origin"] == APP
    assert document["request"]["headers"] == [["X-A", "1"]]
    assert (document["request"]["mode"], document["request"]["initiator"]) == ("cors", "fetch")
    roles = [(each["role"], each["request"]["method"]) for each in document["exchanges"]]
    assert roles == [("preflight", "OPTIONS")]
    preflight = document["exchanges"][0]
    assert ["Server", "x"] in preflight["response"]["headers"]
    assert preflight["error"] is None
    assert set(document["browsers"]) == {"chromium", "firefox", "webkit"}
    chromium = document["browsers"]["chromium"]
    assert chromium["verdict"] == "blocked"
    assert chromium["allowed"] is False
    assert chromium["refusal"] == "allow-origin-missing"
    assert "has been blocked by CORS policy" in chromium["console"][0]
    codes = {refusal["code"]: refusal for refusal in document["refusals"] if refusal["in_preflight"]}
    assert codes["allow-origin-missing"]["clause"].startswith("https://fetch.spec.whatwg.org/#")
    assert "chromium" in codes["allow-origin-missing"]["first_in"]
    assert codes["header-not-allowed"]["about"] == "x-a"
    assert {"cause", "title", "certainty", "evidence", "remedies"} <= set(document["findings"][0])


def test_a_server_that_does_not_answer_is_said_so_in_json() -> None:
    """No response, and what the network said."""
    with serving({"api": None}) as served:
        result, document = checked(served)
    assert result.exit_code == 3
    assert document["exchanges"][0]["response"] is None
    assert document["exchanges"][0]["error"]["kind"] == "connection refused"
    assert document["browsers"]["firefox"]["verdict"] == "unreachable"


def test_secrets_are_masked_unless_asked_for() -> None:
    """Neither the person's token nor the server's cookie is printed."""
    with serving({"api": always(ALLOW, ("Set-Cookie", "sid=s3cret; Path=/"))}) as served:
        arguments = (served.url(), "--origin", APP, "-H", "Authorization: Bearer t0ken", "-b", "a=c00kie")
        for form in ((), ("--json",)):
            shown = check(*arguments, *form).stdout
            assert not [secret for secret in ("t0ken", "s3cret", "c00kie") if secret in shown]
        assert "t0ken" in check(*arguments, "--show-secrets").stdout


def test_hostile_header_values_are_not_interpreted() -> None:
    """Escape sequences come out as visible text, in both forms."""
    with serving({"api": always(("Access-Control-Allow-Origin", "\x1b]52;c;AAAA\x07\x9b31m[red]"))}) as served:
        for form in ((), ("--json",)):
            shown = check(served.url(), "--origin", APP, *form).stdout
            assert "\x1b" not in shown
            assert "\x9b" not in shown
            assert "[red]" in shown


USAGE = [
    ("no origin", (), "--origin"),
    ("header without colon", ("--origin", APP, "-H", "X-A 1"), "no colon"),
    ("origin without scheme", ("--origin", "app.example.com"), "scheme"),
    ("an image that posts", ("--origin", APP, "--initiator", "img", "-X", "POST"), "--initiator fetch"),
    ("no CORS by XHR", ("--origin", APP, "--initiator", "xhr", "--mode", "no-cors"), "Leave --mode out"),
    ("XHR that omits", ("--origin", APP, "--initiator", "xhr", "--credentials", "omit"), "Take same-origin"),
]


@pytest.mark.parametrize(("what", "arguments", "says"), USAGE, ids=[what for what, *_ in USAGE])
def test_faulty_input_is_one_sentence_and_exit_2(what: str, arguments: tuple[str, ...], says: str) -> None:
    """What is wrong and what to write instead; nothing is sent."""
    with serving({"api": always()}) as served:
        result = check(served.url(), *arguments)
        assert served.asked() == ()
    assert result.exit_code == 2
    assert says in result.stderr.lower() or says in result.stderr
    assert "Traceback" not in result.stderr


def test_the_address_bar_is_taken_for_the_origin_it_holds() -> None:
    """A path after the origin is noted, and the origin alone is used."""
    with serving({"api": always(ALLOW)}) as served:
        result = check(served.url(), "--origin", APP + "/login?x=1", "--json")
    assert "path" in result.stderr
    assert json.loads(result.stdout)["request"]["origin"] == APP
    assert result.exit_code == 0


def signed(asked: Asked) -> Reply:
    return Reply(200, body="x") if asked.target == "/users/7" else Reply(403)


def test_where_the_query_changes_the_answer_it_is_said_and_needs_a_flag() -> None:
    """Held back without it, in both forms; asked under the real URL with it."""
    with serving({"api": signed}) as served:
        text = check(served.url("/users/7"), "--origin", APP).stdout
        assert "403 instead of 200" in text
        assert "--own-url" in text
        _, document = checked(served)
        assert document["not_asked"]
        assert "stranger-origin" not in {each["experiment"] for each in document["experiments"]}
        _, document = checked(served, "--own-url")
        assert document["not_asked"] == []
        assert "stranger-origin" in {each["experiment"] for each in document["experiments"]}


def limited(asked: Asked) -> Reply:
    allowed = (ALLOW, ("Access-Control-Allow-Headers", "content-type"))
    return Reply(413) if len(asked.body) > 1000 else Reply(204 if asked.is_preflight else 201, allowed)


def test_a_larger_body_finds_the_limit_that_a_small_one_does_not() -> None:
    """The limit is met only after the flag; what is sent is said first."""
    typed = ("--origin", APP, "-X", "POST", "-H", "Content-Type: application/json", "-d", "{}")
    with serving({"api": limited}) as served:
        assert "413" not in check(served.url(), *typed, "--send").stdout
        result = check(served.url(), *typed, "--oversized-body", "2k")
        assert "Not CORS: A body of 2 kB is too large" in result.stdout
        assert "sent once with 2k of filling" in result.stderr
        assert [len(asked.body) for asked in served.asked() if asked.method == "POST"] == [2, 2000]


UNFITTING = [
    ("a size that is none", ("-X", "POST", "--oversized-body", "lots"), "such as"),
    ("a method without a body", ("--oversized-body", "2MB"), "-X POST"),
    ("no browser to ask", ("--local-network",), "--browser chromium"),
]


@pytest.mark.parametrize(("what", "arguments", "says"), UNFITTING, ids=[what for what, *_ in UNFITTING])
def test_options_that_do_not_fit_are_refused_before_anything_is_sent(
    what: str, arguments: tuple[str, ...], says: str
) -> None:
    with serving({"api": always()}) as served:
        result = check(served.url(), "--origin", APP, *arguments)
        assert served.asked() == ()
    assert result.exit_code == 2
    assert says in result.stderr


def test_names_that_were_looked_up_are_said_with_the_time() -> None:
    """A page whose name leads to the internet, and a target on this machine."""
    with serving({"api": always(ALLOW)}) as served:
        result = check(
            served.url(), "--origin", "http://app.invalid", "--resolve", "app.invalid:80:93.184.216.34", "--json"
        )
    (lookup,) = json.loads(result.stdout)["lookups"]
    assert (lookup["host"], lookup["space"]) == ("app.invalid", "public")
    assert lookup["at"] > 0


FAULTY_URLS: list[tuple[str, Callable[[str], bool]]] = [
    ("api.example.com/users", lambda said: "scheme" in said),
    ("http://localhost:3000/undefined/users", lambda said: "undefined" in said),
    ("https://user:pw@api.example.com/", lambda said: "user" in said or "credential" in said),
    ("https://", lambda said: "host" in said or "URL" in said),
]


@pytest.mark.parametrize(("url", "tells"), FAULTY_URLS, ids=[url for url, _ in FAULTY_URLS])
def test_a_faulty_url_is_named(url: str, tells: Callable[[str], bool]) -> None:
    """The fault is said, whether the program can go on or not."""
    result = check(url, "--origin", APP, "--max-time", "1")
    assert tells(result.stderr), result.stderr
    assert result.exit_code in (1, 2, 3)

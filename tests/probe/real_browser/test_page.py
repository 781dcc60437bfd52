"""The page a question stands on, and the script it runs."""

import json
import re

import pytest

from cors_tui.case import Call
from cors_tui.probe.real_browser.answer import Question
from cors_tui.probe.real_browser.page import SANDBOX_HEADER, page_headers, question
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Initiator

API = "https://api.example.test/"


def asked(call: Call, timeout: float = 5) -> Question:
    found = question(call, timeout)
    assert isinstance(found, Question), found
    return found


def written(call: Call) -> dict[str, object]:
    """The call as the script is given it."""
    script = asked(call).script
    parsed: dict[str, object] = json.loads(script[script.rindex("})(") + 3 : -1])
    return parsed


@pytest.mark.parametrize(
    ("origin", "page", "sandboxed"),
    [
        ("http://localhost:3000", "http://localhost:3000/", False),
        ("https://app.example.test:443", "https://app.example.test/", False),
        ("https://app.example.test/some/page?q=1", "https://app.example.test/", False),
        ("https://BÜCHER.test", "https://xn--bcher-kva.test/", False),
        ("http://[::1]:3000", "http://[::1]:3000/", False),
        ("null", "https://page.invalid/", True),
        ("file:///home/me/index.html", "https://page.invalid/", True),
        ("FILE:///C:/page.html", "https://page.invalid/", True),
    ],
)
def test_a_page_stands_at_the_root_of_its_origin(origin: str, page: str, sandboxed: bool) -> None:
    found = asked(Call(url="https://api.example.test/", origin=origin))
    assert (found.page_url, found.sandboxed) == (page, sandboxed)
    assert found.expected_origin == ("null" if sandboxed else page.rstrip("/"))
    assert (SANDBOX_HEADER in page_headers(found)) is sandboxed


@pytest.mark.parametrize("origin", ["https://app.example.test", "null"])
def test_the_blank_page_has_the_policies_of_the_persons_own_and_nothing_else_of_it(origin: str) -> None:
    policy = ("content-security-policy", "connect-src 'self'")
    given = HeaderList((("Content-Type", "text/plain"), policy, ("Set-Cookie", "a=1")))
    found = page_headers(asked(Call(url=API, origin=origin, page_headers=given)))
    assert policy in found
    assert [value for name, value in found if name.lower() == "content-type"] == ["text/html; charset=utf-8"]
    assert "set-cookie" not in {name.lower() for name, _ in found}


@pytest.mark.parametrize("origin", ["null", "file:///index.html"])
def test_a_page_of_origin_null_has_the_scheme_of_its_target(origin: str) -> None:
    """An https page would make a file's call to an http server mixed content, which it is not."""
    assert asked(Call(url="http://api.example.test/", origin=origin)).page_url == "http://page.invalid/"
    assert asked(Call(url="localhost:8000/users", origin=origin)).page_url == "https://page.invalid/"


@pytest.mark.parametrize("way", list(Initiator), ids=lambda way: way.value)
def test_every_way_to_make_a_call_is_asked(way: Initiator) -> None:
    """As the script knows it, by the name it is given."""
    call = Call(url=API, origin="https://a.test", initiator=way)
    _, _, ways = asked(call).script.partition("const ways = {")
    assert re.search(rf"^ +{written(call)['api']}: ", ways.partition("};")[0], re.MULTILINE)


@pytest.mark.parametrize(
    ("call", "says"),
    [
        pytest.param(Call(url=API, origin="ftp://files.test"), "cannot stand", id="no scheme of pages"),
        pytest.param(Call(url=API, origin=""), "cannot stand", id="no origin"),
        pytest.param(Call(url=API, origin="app.example.test"), "cannot stand", id="no scheme"),
        pytest.param(
            Call(url="api/users", origin="https://a.test"), "cannot be parsed", id="a page would make it absolute"
        ),
    ],
)
def test_what_cannot_be_asked_is_said(call: Call, says: str) -> None:
    answer = question(call, 5)
    assert isinstance(answer, str)
    assert says in answer


def test_nothing_of_a_call_can_leave_its_json() -> None:
    """Quotes, line ends and script ends in what a person pasted stay data."""
    nasty = "\"'});alert(1)//</script>\u2028\n"
    call = Call(
        url=API + nasty, origin="https://a.test", method=nasty, headers=HeaderList(((nasty, nasty),)), body=nasty
    )
    given = written(call)
    assert (given["url"], given["method"], given["body"], given["headers"]) == (
        API + nasty,
        nasty,
        nasty,
        [[nasty, nasty]],
    )


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (None, None),
        ("", ""),
        ("plain", "plain"),
        ("é".encode().decode("latin-1"), "é"),
        ("\xe9", "\xe9"),
        ("€", "€"),
    ],
    ids=["none", "empty", "ascii", "UTF-8 bytes as latin-1", "no UTF-8", "beyond latin-1"],
)
def test_a_body_is_given_as_the_text_its_bytes_encode(body: str | None, text: str | None) -> None:
    assert written(Call(url="https://b.test/", origin="https://a.test", body=body))["body"] == text


@pytest.mark.parametrize(
    ("origin", "url", "cross"),
    [
        ("https://a.test", "https://a.test/x", False),
        ("https://a.test", "https://a.test:8443/x", True),
        ("https://a.test", "http://a.test/x", True),
        ("null", "https://a.test/x", True),
        ("file:///index.html", "https://a.test/x", True),
        ("http://localhost:8000", "localhost:8000/users", True),
        ("null", "localhost:8000/users", True),
    ],
)
def test_crossing_origins_is_known_before(origin: str, url: str, cross: bool) -> None:
    assert written(Call(url=url, origin=origin))["cross"] is cross


def test_a_timeout_is_given_in_milliseconds_and_never_zero() -> None:
    call = Call(url="https://b.test/", origin="https://a.test")
    assert '"timeout": 1500}' in asked(call, 1.5).script
    assert '"timeout": 1}' in asked(call, 0).script

"""What can be wrong with a URL, near misses first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.case import Call
from cors_tui.inputs.fault import Fault
from cors_tui.inputs.url_faults import url_faults
from cors_tui.standards.request import Initiator
from tests.rows import each_row


def found(url: str, **more: object) -> list[Fault]:
    return list(url_faults(Call(url=url, **more)))  # type: ignore[arg-type]


@each_row(
    "url",
    [
        "https://api.example.com/users?q=1#x", "http://localhost:3000", "http://127.0.0.1:8000/", "http://[::1]:8000/", "http://0.0.0.0.example/",
        "HTTPS://API.EXAMPLE.COM/", "https://api.example.com/nullable/undefined-behaviour", "http://bücher.example/",
        "https://api.example.com/redirect?to=https://other.example", "https://api.example.com:65535/",
        " https://a.test/ ",        "https://nan.example.com/", "http://https.example.com/",
    ],
)  # fmt: skip
def test_nothing_is_wrong_with_it(url: str) -> None:
    assert found(url) == []


@each_row(
    ("url", "says", "suggestion"),
    [
        pytest.param("", "is empty", "", id="empty"),
        pytest.param("api.example.com/x", "no scheme", "https://api.example.com/x", id="no scheme"),
        pytest.param(
            "localhost:3000/x",
            "a browser takes “localhost:” for the scheme",
            "http://localhost:3000/x",
            id="localhost and a port",
        ),
        pytest.param("127.0.0.1:80", "no scheme", "http://127.0.0.1:80", id="an address and a port"),
        pytest.param("[::1]:80/x", "no scheme", "http://[::1]:80/x", id="IPv6"),
        pytest.param("backend:8080/x", "no scheme", "http://backend:8080/x", id="a service name"),
        pytest.param("//api.example.com/x", "no scheme", "https://api.example.com/x", id="two slashes"),
        pytest.param("undefined/api/users", "only a path", "", id="a base URL that was undefined"),
        pytest.param("/api/users", "only a path", "", id="a path"),
        pytest.param("users", "only a path", "", id="a word"),
        pytest.param("https://https://a.test/x", "two schemes", "https://a.test/x", id="scheme twice"),
        pytest.param("http://https//a.test/x", "two schemes", "https://a.test/x", id="scheme twice, colon lost"),
        pytest.param("http:https://a.test/", "two schemes", "https://a.test/", id="scheme twice, slashes lost"),
        pytest.param("file:///C:/x.json", "file:", "", id="file"),
        pytest.param("wss://a.test/", "wss:", "", id="WebSocket"),
        pytest.param("htps://a.test/", "htps:", "", id="a slip"),
        pytest.param("javascript:alert(1)", "javascript:", "", id="script"),
        pytest.param("http://a.test:99999/", "“99999”", "", id="port out of range"),
        pytest.param("http://a.test:80a/", "“80a”", "", id="port with a letter"),
        pytest.param("https://me:pw@a.test/x", "user name or password", "https://a.test/x", id="credentials"),
        pytest.param("https://a test/x", "space at character 10", "", id="space in the host"),
        pytest.param("https://", "No browser can read", "", id="no host"),
        pytest.param("https://a<b>.test/", "No browser can read", "", id="a host that is none"),
        pytest.param("http://[::1/", "No browser can read", "", id="bracket left open"),
    ],
)
def test_it_cannot_be_asked(url: str, says: str, suggestion: str) -> None:
    (fault,) = found(url)
    assert fault.is_error
    assert says in fault.problem
    assert fault.suggestion == suggestion
    assert fault.remedy.endswith(".")


@pytest.mark.parametrize(
    ("url", "says", "place"),
    [
        pytest.param("https://a.test/undefined/x", "“undefined”", 15, id="undefined"),
        pytest.param("https://undefined/x", "“undefined”", 8, id="undefined host"),
        pytest.param("https://a.test/?id=null", "“null”", 19, id="null"),
        pytest.param("https://a.test/[object Object]", "“[object Object]”", 15, id="an object"),
        pytest.param("https://a.test/?q=a b", "space at character 20", 19, id="a space in the query"),
        pytest.param("https://a.test/${id}", "placeholder", 15, id="a template"),
        pytest.param("https://a.test/{{id}}", "placeholder", 15, id="another template"),
        pytest.param("http://a.test:6000/", "port 6000", 13, id="a port browsers refuse"),
        pytest.param("http://0.0.0.0:8000/", "where a server listens", 7, id="the address that is none"),
        pytest.param("http://[::]:8000/", "where a server listens", 7, id="the same over IPv6"),
    ],
)
def test_it_is_asked_but_hardly_meant(url: str, says: str, place: int) -> None:
    fault = found(url)[-1]
    assert not fault.is_error
    assert says in fault.problem
    assert fault.place == place


def test_a_path_is_completed_by_the_pages_origin() -> None:
    (fault,) = found("/api/x", origin="http://localhost:3000")
    assert fault.suggestion == "http://localhost:3000/api/x"


def test_a_password_is_not_repeated() -> None:
    (fault,) = found("https://me:sesame@a.test/")
    assert "sesame" not in fault.text + fault.sentence


def test_an_xmlhttprequest_may_have_credentials_in_its_url() -> None:
    assert found("https://me:pw@a.test/", initiator=Initiator.XHR) == []


@given(st.text(max_size=60) | st.text("htps:/.[]@%0 \t\n#?", max_size=30))
def test_no_text_raises(url: str) -> None:
    faults = found(url)
    assert sum(fault.is_error for fault in faults) <= 1
    assert all(fault.problem and fault.remedy for fault in faults)

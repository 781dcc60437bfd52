"""What can be wrong with the page's origin, near misses first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cors_tui.inputs.origin_faults import origin_faults
from tests.rows import each_row


@pytest.mark.parametrize(
    "origin",
    [
        "",
        "https://a.test",
        "http://localhost:3000",
        "http://127.0.0.1",
        "http://[::1]:8080",
        "https://a.test:80",
        " http://a.test ",
    ],
)
def test_nothing_is_wrong_with_it(origin: str) -> None:
    assert list(origin_faults(origin)) == []


@pytest.mark.parametrize(
    ("origin", "says", "suggestion"),
    [
        pytest.param("a.test", "no scheme", "https://a.test", id="no scheme"),
        pytest.param("localhost:3000", "no scheme", "http://localhost:3000", id="localhost and a port"),
        pytest.param("//a.test", "no scheme", "https://a.test", id="two slashes"),
        pytest.param("*", "what a server may answer", "", id="a star"),
        pytest.param("https://a.test, https://b.test", "more than one word", "https://a.test", id="two"),
        pytest.param("NULL", "opened as a file", "null", id="null in capitals"),
        pytest.param("https://", "No browser can read", "", id="no host"),
        pytest.param("https://a.test:99999", "No browser can read", "", id="port out of range"),
        pytest.param("https://*.a.test:x", "No browser can read", "", id="no port"),
    ],
)
def test_it_cannot_be_asked(origin: str, says: str, suggestion: str) -> None:
    (fault,) = origin_faults(origin)
    assert fault.is_error
    assert says in fault.problem
    assert fault.suggestion == suggestion


@each_row(
    ("origin", "says", "suggestion"),
    [
        pytest.param("null", "opened as a file", "", id="null"),
        pytest.param("file:///home/me/x.html", "no origin of its own", "null", id="a file"),
        pytest.param("C:\\x.html", "no origin of its own", "null", id="a file of Windows"),
        pytest.param("https://a.test/", "ends with a slash", "https://a.test", id="slash"),
        pytest.param("https://a.test/app?x", "“/app?x” is not part", "https://a.test", id="path"),
        pytest.param("https://a.test:443", "names port 443", "https://a.test", id="default port"),
        pytest.param("http://a.test:80", "names port 80", "http://a.test", id="default port of http"),
        pytest.param("https://A.test", "has capitals", "https://a.test", id="capitals"),
        pytest.param("https://bücher.test", "ASCII form", "https://xn--bcher-kva.test", id="not ASCII"),
        pytest.param("https://me@a.test", "user name", "https://a.test", id="user name"),
        pytest.param("chrome-extension://abc", "only its own program knows", "", id="an extension"),
    ],
)
def test_it_is_taken_in_the_browsers_form(origin: str, says: str, suggestion: str) -> None:
    (fault,) = origin_faults(origin)
    assert not fault.is_error
    assert says in fault.problem
    assert fault.suggestion == suggestion


def test_two_differences_are_two_faults() -> None:
    assert len(list(origin_faults("https://A.test:443/"))) == 3


@given(st.text(max_size=40) | st.text("htps:/.[]@%0 \t\n#?*", max_size=20))
def test_no_text_raises(origin: str) -> None:
    faults = list(origin_faults(origin))
    assert sum(fault.is_error for fault in faults) <= 1

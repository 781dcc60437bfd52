"""Every form: secrets stand as variables, and nothing raises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.inputs.reading import read_input
from cors_tui.inputs.writer import known_writers
from cors_tui.standards.cors_settings import credentials_modes, modes
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.url import parse_url
from tests.inputs.writers.cases import SECRET, WORDS
from tests.rows import each_row

WRITERS = known_writers()


def test_the_forms() -> None:
    assert set(WRITERS) == {
        "curl_bash", "curl_cmd", "curl_powershell", "fetch_code", "html_page", "http_file", "httpie",
    }  # fmt: skip
    assert len({writer.title for writer in WRITERS.values()}) == len(WRITERS)


@pytest.mark.parametrize("name", WRITERS)
def test_a_secret_is_a_variable(name: str) -> None:
    written = WRITERS[name].write(SECRET, False)
    assert not [word for word in WORDS if word in written]
    assert "AUTHORIZATION" in written
    assert "TOKEN" in written


@pytest.mark.parametrize("name", WRITERS)
def test_a_secret_is_there_when_asked_for(name: str) -> None:
    assert "s3cret" in WRITERS[name].write(SECRET, True)


@pytest.mark.parametrize("name", WRITERS)
@settings(max_examples=40, deadline=None)
@given(st.text(max_size=30), st.text(max_size=10), st.text(max_size=20), st.text(max_size=20))
def test_nothing_raises(name: str, url: str, method: str, value: str, body: str) -> None:
    call = Call(url, value, method, HeaderList(((method, value), ("Authorization", value))), body)
    assert WRITERS[name].write(Case(call), False)
    assert WRITERS[name].write(Case(call), True)


def every_way() -> Iterator[Call]:
    """A call of every initiator in every mode with all credentials that it can have; a cookie where it goes along."""
    for initiator in Initiator:
        for mode in modes(initiator):
            for credentials in credentials_modes(initiator, mode):
                cookie = "a=1" if credentials is CredentialsMode.INCLUDE else ""
                yield Call(
                    "https://api.example/x?a='b[1]\\c",
                    "https://app.example",
                    credentials=credentials,
                    mode=mode,
                    initiator=initiator,
                    cookie=cookie,
                )


CODE = ("fetch_code", "html_page")
READ_AS = {
    (Initiator.XHR, Mode.CORS): Initiator.FETCH,
    (Initiator.IMPORT, Mode.CORS): Initiator.MODULE,
    (Initiator.SCRIPT, Mode.CORS): Initiator.MODULE,
}
"""What looks the same on the wire; code tells it apart."""


def on_the_wire(call: Call) -> Call:
    """`call` as far as its request tells: what asks for no cookies and what sends none to another origin are one."""
    credentials = CredentialsMode.SAME_ORIGIN if call.credentials is CredentialsMode.OMIT else call.credentials
    return replace(call, initiator=READ_AS.get((call.initiator, call.mode), call.initiator), credentials=credentials)


@each_row(
    ("name", "call"),
    [(name, call) for name in WRITERS for call in every_way()],
    ids=lambda each: (
        each if isinstance(each, str) else " ".join((each.initiator.value, each.mode.value, each.credentials.value))
    ),
)
def test_a_copy_is_read_back_as_the_same_call(name: str, call: Call) -> None:
    (read,) = read_input(WRITERS[name].write(Case(call), True)).calls
    expected = call if name in CODE else on_the_wire(call)
    assert parse_url(read.url) == parse_url(call.url)
    assert (read.initiator, read.mode, read.credentials) == (expected.initiator, expected.mode, expected.credentials)
    assert not read.headers.pairs
    assert read.origin in ("", call.origin)

"""Every form: secrets stand as variables, and nothing raises."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cors_tui.case import Call, Case
from cors_tui.inputs.writer import known_writers
from cors_tui.standards.header_list import HeaderList
from tests.inputs.writers.cases import SECRET, WORDS

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

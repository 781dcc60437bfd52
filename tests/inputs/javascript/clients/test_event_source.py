"""`EventSource`."""

from __future__ import annotations

import pytest

from cors_tui.standards.request import CredentialsMode, Initiator
from tests.inputs.javascript.reading import only_call, understood

URL = "https://a.example/events"


@pytest.mark.parametrize(
    ("settings", "credentials"),
    [("", CredentialsMode.SAME_ORIGIN), (", { withCredentials: true }", CredentialsMode.INCLUDE)],
)
def test_it_asks_by_being_made(settings: str, credentials: CredentialsMode) -> None:
    call = only_call(f"const source = new EventSource('{URL}'{settings});")
    assert (call.method, call.url, call.credentials) == ("GET", URL, credentials)
    assert call.initiator is Initiator.EVENT_SOURCE


@pytest.mark.parametrize("code", ["new EventSource()", f"new EventTarget('{URL}')", f"make('{URL}')"])
def test_what_is_none(code: str) -> None:
    assert understood(code).calls == ()

"""Calls that no page can make, for what makes them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call
from cors_tui.inputs.initiator_faults import initiator_faults
from cors_tui.standards.cors_settings import credentials_modes, modes
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode
from tests.rows import each_row

CALL = Call(url="https://api.example.com/x", origin="http://localhost:3000")
KEY = HeaderList((("X-Key", "s3cret"), ("X-B", "1")))
OMIT, SAME, INCLUDE = CredentialsMode.OMIT, CredentialsMode.SAME_ORIGIN, CredentialsMode.INCLUDE
FETCH, XHR, IMAGE = Initiator.FETCH, Initiator.XHR, Initiator.IMAGE


def plain(initiator: Initiator) -> Call:
    """A call with the modes that `initiator` has by itself."""
    mode = modes(initiator)[0]
    return replace(CALL, initiator=initiator, mode=mode, credentials=credentials_modes(initiator, mode)[0])


@pytest.mark.parametrize("initiator", Initiator)
def test_what_it_asks_by_itself_is_no_fault(initiator: Initiator) -> None:
    """Nor is a GET in small letters."""
    assert tuple(initiator_faults(plain(initiator))) == ()
    assert tuple(initiator_faults(replace(plain(initiator), method="get"))) == ()


@each_row(
    ("call", "field", "says", "remedy"),
    [
        pytest.param(replace(plain(IMAGE), method="POST"), "method", "An <img> asks with GET, never with “POST”.",
                     "--initiator fetch", id="an image that posts"),
        pytest.param(replace(plain(Initiator.SCRIPT), method="HEAD"), "method", "never with “HEAD”.",
                     "--initiator fetch", id="a script's HEAD"),
        pytest.param(replace(plain(Initiator.MODULE), method="POST", body="x"), "body",
                     "A module script sends no body.", "--initiator fetch", id="one sentence for a body and its POST"),
        pytest.param(replace(plain(Initiator.EVENT_SOURCE), headers=KEY), "headers",
                     "An EventSource has no headers of the page's own, such as “X-Key, X-B”.", "--initiator fetch",
                     id="an event stream with headers"),
        pytest.param(replace(plain(XHR), mode=Mode.NO_CORS, credentials=OMIT), "mode",
                     "XMLHttpRequest asks in the mode cors, never in no-cors.", "--initiator fetch",
                     id="XMLHttpRequest without CORS"),
        pytest.param(replace(plain(IMAGE), mode=Mode.SAME_ORIGIN), "mode",
                     "An <img> asks in the mode no-cors or cors, never in same-origin.", "Leave --mode out",
                     id="an image of the same origin only"),
        pytest.param(replace(plain(XHR), credentials=OMIT), "credentials",
                     "XMLHttpRequest has the credentials mode same-origin or include, never omit.",
                     "Take same-origin or include", id="XMLHttpRequest that omits"),
        pytest.param(replace(plain(IMAGE), credentials=SAME), "credentials",
                     "An <img> without crossorigin has the credentials mode include, never same-origin.",
                     "add crossorigin (--mode cors)", id="an image without cookies"),
        pytest.param(replace(plain(IMAGE), credentials=OMIT), "credentials", "never omit.", "--initiator fetch",
                     id="crossorigin knows no omit either"),
        pytest.param(replace(plain(XHR), redirect=RedirectMode.MANUAL), "redirect",
                     "XMLHttpRequest follows redirects, and has no redirect mode manual.", "--initiator fetch",
                     id="XMLHttpRequest that stops at a redirect"),
        pytest.param(replace(plain(Initiator.FONT), credentials=INCLUDE), "credentials",
                     "A font has the credentials mode same-origin, never include.", "Take same-origin",
                     id="a font with cookies"),
    ],
)  # fmt: skip
def test_what_no_page_can_ask(call: Call, field: str, says: str, remedy: str) -> None:
    """One fault that names the remedy, and no value of a header."""
    (fault,) = initiator_faults(call)
    assert (fault.field, fault.is_error) == (field, True)
    assert says in fault.problem
    assert remedy in fault.remedy
    assert "s3cret" not in fault.text + fault.sentence


@pytest.mark.parametrize("initiator", [FETCH, XHR])
def test_script_writes_its_requests(initiator: Initiator) -> None:
    written = replace(plain(initiator), method="POST", body="x", headers=KEY, credentials=INCLUDE)
    assert tuple(initiator_faults(written)) == ()


@pytest.mark.parametrize("credentials", [SAME, INCLUDE])
def test_an_element_with_crossorigin_chooses(credentials: CredentialsMode) -> None:
    assert tuple(initiator_faults(replace(plain(IMAGE), mode=Mode.CORS, credentials=credentials))) == ()


def test_a_fetch_without_cors_is_worth_knowing_and_an_image_without_is_usual() -> None:
    (fault,) = initiator_faults(replace(CALL, mode=Mode.NO_CORS, credentials=OMIT))
    assert (fault.field, fault.is_error) == ("mode", False)
    assert "sees nothing of the answer" in fault.problem

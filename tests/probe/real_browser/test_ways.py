"""What each way to make a call can carry, and what is said where it cannot."""

from dataclasses import replace

import pytest

from cors_tui.case import Call
from cors_tui.probe.real_browser.ways import impossible
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode, RedirectMode

OWN = HeaderList((("X-API-Key", "1"),))
OMIT, INCLUDE = CredentialsMode.OMIT, CredentialsMode.INCLUDE
ALL_BUT_FETCH = [way for way in Initiator if way is not Initiator.FETCH]
LOADS = [way for way in ALL_BUT_FETCH if way is not Initiator.XHR]
ELEMENTS = [Initiator.SCRIPT, Initiator.STYLESHEET, Initiator.IMAGE]


def ids(way: Initiator) -> str:
    return way.value


@pytest.mark.parametrize("way", list(Initiator), ids=ids)
def test_a_plain_get_goes_every_way(way: Initiator) -> None:
    assert impossible(Call(initiator=way)) is None
    assert impossible(Call(initiator=way, method="get")) is None


@pytest.mark.parametrize("way", ELEMENTS, ids=ids)
def test_an_element_without_crossorigin_asks_without_cors(way: Initiator) -> None:
    assert impossible(Call(initiator=way, mode=Mode.NO_CORS, credentials=INCLUDE)) is None
    said = impossible(Call(initiator=way, mode=Mode.NO_CORS, credentials=CredentialsMode.SAME_ORIGIN)) or ""
    assert "cannot have the credentials same-origin; ask with include, or ask for fetch." in said


@pytest.mark.parametrize("way", LOADS, ids=ids)
@pytest.mark.parametrize(
    "call",
    [
        pytest.param(Call(method="POST"), id="another method"),
        pytest.param(Call(method="HEAD"), id="a method without a body"),
        pytest.param(Call(headers=OWN), id="a header"),
        pytest.param(Call(body=""), id="an empty body"),
    ],
)
def test_what_is_loaded_is_asked_for_by_a_bare_get(way: Initiator, call: Call) -> None:
    said = impossible(replace(call, initiator=way))
    assert said is not None
    assert "always sends a GET without own headers or a body" in said
    assert said.endswith("leave them out, or ask for fetch.")


@pytest.mark.parametrize("way", [Initiator.FETCH, Initiator.XHR], ids=ids)
def test_script_says_what_it_sends(way: Initiator) -> None:
    assert impossible(Call(method="PUT", headers=OWN, body="{}", initiator=way, credentials=INCLUDE)) is None


@pytest.mark.parametrize(
    ("call", "ways", "says"),
    [
        pytest.param(Call(credentials=OMIT), ALL_BUT_FETCH, "the credentials omit; ask with same-origin", id="omit"),
        pytest.param(
            Call(credentials=INCLUDE),
            [Initiator.IMPORT, Initiator.FONT],
            "the credentials include; ask with same-origin, or",
            id="include",
        ),
        pytest.param(
            Call(mode=Mode.NO_CORS, credentials=INCLUDE),
            [way for way in ALL_BUT_FETCH if way not in ELEMENTS],
            "the mode no-cors; ask with cors, or",
            id="no-cors",
        ),
        pytest.param(Call(mode=Mode.SAME_ORIGIN), ALL_BUT_FETCH, "the mode same-origin; ask with", id="same-origin"),
        pytest.param(
            Call(redirect=RedirectMode.MANUAL), ALL_BUT_FETCH, "the redirect manual; ask with follow", id="manual"
        ),
    ],
)
def test_options_of_fetch_are_refused_where_nothing_says_them(call: Call, ways: list[Initiator], says: str) -> None:
    """Each option is refused for exactly these ways, with what can be asked in its place."""
    said = {way: impossible(replace(call, initiator=way)) for way in Initiator}
    assert [way for way in Initiator if said[way]] == ways
    assert all(says in (said[way] or "") for way in ways)

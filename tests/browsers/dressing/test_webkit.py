"""WebKit's requests, beside the recorded ones."""

from __future__ import annotations

from tests.browsers.dressing.recorded import elements_that_differ, preflights_that_differ, requests_that_differ


def test_every_recorded_preflight_is_dressed_alike() -> None:
    """Names, case, order and values, but for those of the machine."""
    seen, differing = preflights_that_differ("webkit")
    assert seen > 1000
    assert differing == {}


def test_every_plain_request_has_its_headers_in_the_recorded_order() -> None:
    """A script's own request without headers of the author's."""
    seen, differing = requests_that_differ("webkit")
    assert seen > 400
    assert differing == {}


def test_every_element_asks_with_its_own_accept_destination_and_order() -> None:
    """Names, order and values; an event stream, too."""
    seen, differing = elements_that_differ("webkit")
    assert seen > 20
    assert differing == {}

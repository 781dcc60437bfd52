"""Chromium as it was measured."""

from __future__ import annotations

from cors_tui.browsers.browser import known_browsers
from cors_tui.browsers.known.chromium import BROWSER, DEPARTURES, SEEN
from tests.truth.agreement import records


def test_it_is_known_by_its_name() -> None:
    assert known_browsers()["chromium"] is BROWSER
    assert (BROWSER.title, BROWSER.version.split()[0]) == ("Chromium", "156")


def test_its_recordings_are_of_this_engine() -> None:
    agents = {
        value for each in records("chromium").values() for sent in each["requests"] for name, value in sent["headers"]
    }
    assert any("Chrome/156." in value for value in agents)


def test_every_departure_says_what_was_seen() -> None:
    assert set(SEEN) == DEPARTURES == BROWSER.departures
    assert all(seen.endswith((".", '".')) and len(seen) > 20 for seen in SEEN.values())

"""The engines: what each is made of."""

from __future__ import annotations

from cors_tui.browsers.browser import known_browsers


def test_the_three_engines_in_the_order_of_their_names() -> None:
    assert [(name, browser.title) for name, browser in known_browsers().items()] == [
        ("chromium", "Chromium"),
        ("firefox", "Firefox"),
        ("webkit", "Safari"),
    ]


def test_each_engine_knows_its_own_name() -> None:
    assert all(name == browser.name for name, browser in known_browsers().items())


def test_no_engine_departs_as_another_does() -> None:
    departures = [browser.departures for browser in known_browsers().values()]
    assert len(set(departures)) == len(departures)

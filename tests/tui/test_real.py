"""Real browsers: one that is not there is said so, and nothing is asked that was not agreed to."""

from __future__ import annotations

import pytest
from textual.message import Message

from cors_tui.case import Call, Case
from cors_tui.tui.messages import RealAsked
from cors_tui.tui.real import ask_real_browsers


async def test_a_browser_that_is_not_installed_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """One sentence each, and no crash."""
    monkeypatch.setenv("PATH", "/nonexistent")
    posted: list[Message] = []
    case = Case(Call(url="http://localhost:3999/", origin="http://localhost:3000"))
    await ask_real_browsers(case, None, posted.append)
    (message,) = posted
    assert isinstance(message, RealAsked)
    for name in ("Chromium", "Firefox"):
        assert f"{name}: not asked." in message.says


async def test_an_unsafe_request_needs_a_yes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where a browser is installed."""
    posted: list[Message] = []
    case = Case(Call(url="http://localhost:3999/", origin="http://localhost:3000", method="DELETE"))
    await ask_real_browsers(case, None, posted.append)
    assert isinstance(posted[0], RealAsked)
    assert posted[0].says.count("not asked") == 2


@pytest.mark.parametrize(("page", "asked"), [("http://localhost:3000", False), ("https://app.example.com", True)])
async def test_where_the_target_is_near_and_the_page_is_not_it_is_asked_about_that_too(
    page: str, asked: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "/nonexistent")
    posted: list[Message] = []
    await ask_real_browsers(Case(Call(url="http://localhost:3999/", origin=page)), None, posted.append)
    (message,) = posted
    assert isinstance(message, RealAsked)
    assert ("as from a public address" in message.says) is asked
    assert message.says.count("not asked") == (3 if asked else 2)

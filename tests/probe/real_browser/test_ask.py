"""What stands in the way of a question is said before anything is started."""

import importlib.util
from pathlib import Path

import pytest

from cors_tui.case import Call
from cors_tui.probe.real_browser import ask
from cors_tui.probe.real_browser.answer import Heard, NotAvailable, Obstacle, Question, RealAnswer
from cors_tui.probe.real_browser.ask import ask_real_browser
from cors_tui.standards.request import Initiator

CALL = Call(url="http://127.0.0.1:9/", origin="https://app.example.test")


async def obstacle(call: Call = CALL, browser: str = "chromium", deadline: float = 5) -> NotAvailable:
    answer = await ask_real_browser(call, browser, deadline=deadline)
    assert isinstance(answer, NotAvailable)
    return answer


@pytest.fixture(autouse=True)
def _no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "installed_browsers", dict)


async def test_an_unknown_browser_is_named_with_the_known_ones() -> None:
    answer = await obstacle(browser="opera")
    assert answer.obstacle is Obstacle.UNKNOWN_BROWSER
    assert "chromium, firefox, chrome, edge" in answer.reason


@pytest.mark.parametrize("method", ["POST", "delete", "PATCH", "patch", "X-OWN"])
async def test_a_method_that_may_change_things_waits_for_a_yes(method: str) -> None:
    answer = await obstacle(Call(url=CALL.url, origin=CALL.origin, method=method))
    assert answer.obstacle is Obstacle.NEEDS_CONSENT


@pytest.mark.parametrize("method", ["GET", "get", "HEAD", "OPTIONS"])
async def test_a_safe_method_needs_no_yes(method: str) -> None:
    answer = await obstacle(Call(url=CALL.url, origin=CALL.origin, method=method))
    assert answer.obstacle is Obstacle.NOT_INSTALLED


async def test_with_a_yes_an_unsafe_method_is_not_held_back() -> None:
    call = Call(url=CALL.url, origin=CALL.origin, method="POST")
    answer = await ask_real_browser(call, "chromium", send_unsafe=True)
    assert isinstance(answer, NotAvailable)
    assert answer.obstacle is Obstacle.NOT_INSTALLED


async def test_without_the_extra_its_command_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    answer = await obstacle()
    assert answer.obstacle is Obstacle.EXTRA_MISSING
    assert "cors-tui[browser]" in answer.reason


async def test_a_call_of_no_page_is_not_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "installed_browsers", lambda: {"chromium": "/nowhere/chromium"})
    answer = await obstacle(Call(url=CALL.url, origin="ftp://files.test"))
    assert answer.obstacle is Obstacle.CANNOT_ASK


async def heard(monkeypatch: pytest.MonkeyPatch, result: str, call: Call) -> RealAnswer | NotAvailable:
    """What is made of a page that gave `result`."""

    async def hear(browser: str, path: str, asked: Question) -> Heard:
        return Heard("Chrome/156", asked.expected_origin, result, (), ())

    monkeypatch.setattr(ask, "installed_browsers", lambda: {"chromium": "/nowhere/chromium"})
    monkeypatch.setattr(ask, "_hear", hear)
    return await ask_real_browser(call, "chromium")


@pytest.mark.parametrize("result", ["", "x", "1", "null", "[]", "{}", '{"ending": "boo"}', '{"ending": {}}'])
async def test_a_loaded_script_that_takes_over_the_page_is_said(monkeypatch: pytest.MonkeyPatch, result: str) -> None:
    answer = await heard(monkeypatch, result, CALL)
    assert isinstance(answer, NotAvailable)
    assert (answer.obstacle, "took over the page" in answer.reason) == (Obstacle.FAILED, True)


@pytest.mark.parametrize(("origin", "noted"), [(CALL.origin, False), ("null", True), ("file:///index.html", True)])
async def test_a_page_that_stands_in_for_a_file_is_noted(
    monkeypatch: pytest.MonkeyPatch, origin: str, noted: bool
) -> None:
    loaded = '{"ending": "resolved", "type": "img"}'
    answer = await heard(monkeypatch, loaded, Call(url=CALL.url, origin=origin, initiator=Initiator.IMAGE))
    assert isinstance(answer, RealAnswer)
    assert (answer.type, answer.status, answer.allowed) == ("img", None, True)
    assert (ask.STAND_IN in answer.notes) is noted


async def test_a_browser_that_does_not_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ask, "installed_browsers", lambda: {"chromium": "/nowhere/chromium"})
    answer = await obstacle()
    assert answer.obstacle is Obstacle.DID_NOT_START


async def test_a_browser_that_says_nothing_ends_at_the_deadline(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "silent"
    path.write_text("#!/bin/sh\nexec sleep 60\n", encoding="utf-8")
    path.chmod(0o755)
    monkeypatch.setattr(ask, "installed_browsers", lambda: {"chromium": str(path)})
    answer = await obstacle(deadline=0.3)
    assert answer.obstacle is Obstacle.FAILED
    assert "0.3 seconds" in answer.reason

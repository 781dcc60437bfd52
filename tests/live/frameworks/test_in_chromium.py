"""The programs, asked by a real Chromium: the page that may call is answered, a stranger's is not."""

from __future__ import annotations

import pytest

from cors_tui.case import Call
from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.probe.real_browser.answer import Ending, RealAnswer
from cors_tui.probe.real_browser.ask import ask_real_browser
from cors_tui.probe.real_browser.launch import installed_browsers
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode
from tests.live.frameworks import serving
from tests.live.frameworks.variants import EVIL, LISTED, A

SECONDS = 40


@pytest.mark.parametrize("framework", known_frameworks().values(), ids=lambda framework: framework.name)
async def test_chromium_agrees(framework: Framework) -> None:
    """A credentialed PUT with a header of its own: preflight and request, from the listed page and from another."""
    if "chromium" not in installed_browsers():
        pytest.skip("chromium is not installed")
    with serving.scratch() as folder:
        start = serving.prepare(framework, framework.program(LISTED), framework.stacks[0], folder)
        with serving.started(start, folder, {}) as port:
            listed, stranger = await _ask(port, A), await _ask(port, EVIL)
    assert (listed.ending, listed.status) == (Ending.RESOLVED, 200), listed
    assert [request.method for request in listed.requests] == ["OPTIONS", "PUT"]
    assert stranger.ending is Ending.REJECTED
    assert [request.method for request in stranger.requests] == ["OPTIONS"]


async def _ask(port: int, page: str) -> RealAnswer:
    call = Call(
        url=f"http://127.0.0.1:{port}/ok",
        origin=page,
        method="PUT",
        headers=HeaderList((("X-API-Key", "k"),)),
        credentials=CredentialsMode.INCLUDE,
    )
    got = await ask_real_browser(call, "chromium", deadline=SECONDS, send_unsafe=True)
    assert isinstance(got, RealAnswer), got
    return got

"""Real browsers, asked again about some scenarios, still do what is recorded."""

from __future__ import annotations

import shutil

import pytest

from cors_tui.lab.scenario import known_scenarios
from tests.lab.recordings import recorded
from tests.live.browsers.webkit import mini_browser
from tests.live.lab.record import BROWSERS, SIDES, NotAskedError, ask

ASKED_AGAIN = (
    "cdn-strips",
    "corp-same-origin",
    "lower-case-patch",
    "mixed-content",
    "not-running",
    "options-405",
    "redirect-slash",
    "tls-not-trusted",
    "wildcard-credentials",
)
"""One for each way to be refused: by an edge, a name, the network, a status, a redirect, credentials; and what differs
from these by its element, by its page, or by one engine alone."""


@pytest.mark.parametrize("browser", BROWSERS)
@pytest.mark.parametrize("name", ASKED_AGAIN)
async def test_a_real_browser_does_what_is_recorded(name: str, browser: str) -> None:
    if not is_installed(browser):
        pytest.skip(f"{browser} is not installed on this machine")
    for side in SIDES:
        try:
            answer = await ask(known_scenarios()[name], side, browser)
        except NotAskedError as error:
            pytest.fail(str(error))
        told = recorded()["scenarios"][name][side][browser]
        assert (answer["verdict"], answer["status"]) == (told["verdict"], told["status"])


def is_installed(browser: str) -> bool:
    if browser == "webkit":
        return mini_browser() is not None
    return any(shutil.which(command) for command in (browser, f"{browser}-esr"))

"""What the tests that ask one browser at a time begin with: a browser that is installed, and a server."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from cors_tui.probe.real_browser.launch import installed_browsers
from tests.live.browsers.server import WireServer


@pytest.fixture(params=["chromium", "firefox"])
def browser(request: pytest.FixtureRequest) -> str:
    name = str(request.param)
    if name not in installed_browsers():
        pytest.skip(f"{name} is not installed")
    return name


@pytest.fixture
async def server() -> AsyncIterator[WireServer]:
    started = WireServer()
    yield started
    started.close()

"""The proxy's page for a large body, the application's answer for a small one."""

from __future__ import annotations

import pytest

from cors_tui.lab.scenarios.error_413 import LIMIT, SCENARIO
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, ask_preflight, lines_of, request, say


async def test_a_large_body_is_refused_by_the_proxy_without_a_header() -> None:
    async with RunningLab(SCENARIO) as lab:
        preflight, actual = await ask_preflight(lab), await ask_actual(lab)
    assert (preflight.status, actual.status, lines_of(actual)) == (204, 413, [])
    assert actual.headers.get("server") == "nginx/1.22.1"
    assert "413 Request Entity Too Large" in actual.body


@pytest.mark.parametrize(("size", "status"), [(LIMIT, 201), (LIMIT + 1, 413)])
async def test_the_limit_is_exact(size: int, status: int) -> None:
    async with RunningLab(SCENARIO) as lab:
        data = request("POST", "/api/photos", "Connection: close", body="A" * size)
        assert (await say(lab.ports.edge, data)).startswith(f"HTTP/1.1 {status} ".encode())

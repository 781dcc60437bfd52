"""Every path fails, a route or none, with Origin or without."""

from __future__ import annotations

from cors_tui.lab.behaviours import PAGE
from cors_tui.lab.scenarios.unset_variable import SCENARIO
from cors_tui.policy import CorsPolicy
from cors_tui.session.labs import RunningLab
from tests.lab.talking import ask_actual, lines_of, request, say


async def test_every_path_fails_until_the_list_is_there() -> None:
    async with RunningLab(SCENARIO) as lab:
        failed, nowhere = await ask_actual(lab), await ask_actual(lab, target="/nowhere")
        bare = await say(lab.ports.edge, request("GET", "/api/products"))
        await lab.apply(CorsPolicy(origins=(PAGE,)))
        fine, missing = await ask_actual(lab), await ask_actual(lab, target="/nowhere")
    assert (failed.status, nowhere.status, lines_of(failed)) == (500, 500, [])
    assert bare.startswith(b"HTTP/1.1 500 ")
    assert (fine.status, missing.status) == (200, 404)

"""Ask WebKitGTK about one side of one scenario: ``python -m tests.live.lab.in_webkit SCENARIO SIDE``.

The page is really served, at the scenario's own page origin, in namespaces of its own where that port is free.
"""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
from typing import Any

from cors_tui.lab.scenario import known_scenarios
from cors_tui.policy import least_policy
from cors_tui.probe.real_browser.answer import Question
from cors_tui.probe.real_browser.page import page_headers, question
from cors_tui.session.labs import RunningLab
from tests.lab.recordings import portless
from tests.live.browsers.namespace import bring_up_loopback, prefix
from tests.live.browsers.recorder import ROOT
from tests.live.browsers.server import WireServer
from tests.live.browsers.webkit import driving, mini_browser

NULL_PAGE = "http://localhost:3000/"
"""Where a sandboxed page stands; nothing that is recorded names it."""

LONGEST = 120
STARTS = 2
"""On a busy machine a just started MiniBrowser may show no page at all, and is started once more."""


def ask_webkit(scenario: str, side: str) -> dict[str, Any]:
    """What WebKitGTK does. Raises RuntimeError with its own last words."""
    words, _ = prefix()
    command = (*words, sys.executable, "-m", "tests.live.lab.in_webkit", scenario, side)
    for _ in range(STARTS):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=LONGEST, check=False)
        if done.returncode == 0:
            break
    else:
        raise RuntimeError(done.stderr[-2000:])
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


async def _ask(scenario: str, side: str) -> dict[str, Any]:
    async with RunningLab(known_scenarios()[scenario]) as lab:
        if side == "repaired":
            await lab.apply(least_policy(lab.case.call.request()))
        asked = question(lab.case.call, 30)
        if isinstance(asked, str):
            raise TypeError(asked)
        seen, console, version = await _run(asked)
        lines = [portless(line["text"], lab.ports) for line in console]
    allowed = seen["ending"] == "resolved" and seen["type"] == "cors"
    verdict = "allowed" if allowed else "blocked" if seen["ending"] == "rejected" else seen["ending"]
    return {"version": version, "verdict": verdict, "status": seen.get("status"), "console": lines}


async def _run(asked: Question) -> tuple[dict[str, Any], list[dict[str, str]], str]:
    page = NULL_PAGE if asked.sandboxed else asked.page_url
    server = WireServer(page_headers=[list(pair) for pair in page_headers(asked)[2:]])
    await server.listen(int(page.rstrip("/").rpartition(":")[2]))
    await server.listen(80)
    async with driving(str(mini_browser())) as driver:
        await driver.visit(page)
        seen = json.loads(await driver.evaluate(asked.script))
        console = await driver.console()
    server.close()
    return seen, console, driver.version


if __name__ == "__main__":
    bring_up_loopback()
    json.dump(asyncio.run(_ask(*sys.argv[1:3])), sys.stdout)

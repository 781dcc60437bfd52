"""Ask WebKitGTK about one side of one scenario: ``python -m tests.live.lab.in_webkit SCENARIO SIDE SECONDS``.

The page is really served, at the scenario's own page origin, in namespaces of its own where that port is free.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import subprocess
import sys
import tempfile
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from cors_tui.lab.scenario import known_scenarios
from cors_tui.policy import least_policy
from cors_tui.probe.real_browser.answer import Question
from cors_tui.probe.real_browser.page import page_headers, question
from cors_tui.session.labs import RunningLab
from tests.lab.recordings import portless, verdict
from tests.live.browsers.certificate import server_context
from tests.live.browsers.namespace import bring_up_loopback, prefix
from tests.live.browsers.recorder import ROOT
from tests.live.browsers.server import WireServer
from tests.live.browsers.webkit import driving, mini_browser

NULL_PAGE = "http://localhost:3000/"
"""Where a sandboxed page stands; nothing that is recorded names it."""

FOR_START_AND_END = 90
STARTS = 2
"""On a busy machine a just started MiniBrowser may show no page at all, and is started once more."""


def ask_webkit(scenario: str, side: str, seconds: float) -> dict[str, Any]:
    """What WebKitGTK does; the page gives the call up after `seconds`. Raises RuntimeError with its own last words."""
    words, _ = prefix()
    command = (*words, sys.executable, "-m", "tests.live.lab.in_webkit", scenario, side, str(seconds))
    longest = seconds + FOR_START_AND_END
    for _ in range(STARTS):
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=longest, check=False)
        if done.returncode == 0:
            break
    else:
        raise RuntimeError(done.stderr[-2000:])
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


async def _ask(scenario: str, side: str, seconds: float) -> dict[str, Any]:
    async with RunningLab(known_scenarios()[scenario]) as lab:
        if side == "repaired":
            await lab.apply(least_policy(lab.repaired_call.request()))
        asked = question(lab.case.call, seconds)
        if isinstance(asked, str):
            raise TypeError(asked)
        seen, console, version = await _run(asked, lab)
        lines = [portless(line["text"], lab.ports) for line in console]
    return {"version": version, "verdict": verdict(seen["ending"]), "status": seen.get("status"), "console": lines}


async def _run(asked: Question, lab: RunningLab) -> tuple[dict[str, Any], list[dict[str, str]], str]:
    """Certificates are minded, unless the page itself needs one."""
    page = NULL_PAGE if asked.sandboxed else asked.page_url
    minds = page.startswith("http:")
    async with _serving(page, asked, lab), driving(str(mini_browser()), minds_certificates=minds) as driver:
        await driver.visit(page)
        seen = json.loads(await driver.evaluate(asked.script))
        return seen, await driver.console(), driver.version


@contextlib.asynccontextmanager
async def _serving(page: str, asked: Question, lab: RunningLab) -> AsyncIterator[None]:
    """The page, unless the lab's own server has it; and a place to come from, on port 80."""
    place = urlsplit(page)
    server = WireServer(page_headers=[list(pair) for pair in page_headers(asked)[2:]])
    with tempfile.TemporaryDirectory() as folder:
        tls = server_context(Path(folder)) if place.scheme == "https" else None
        if place.port != lab.ports.edge:
            await server.listen(place.port or (443 if tls else 80), tls)
        await server.listen(80)
        try:
            yield
        finally:
            server.close()


if __name__ == "__main__":
    bring_up_loopback()
    json.dump(asyncio.run(_ask(sys.argv[1], sys.argv[2], float(sys.argv[3]))), sys.stdout)

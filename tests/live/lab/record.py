"""Record what real browsers do with every scenario of the lab, broken and repaired.

Run it with ``python -m tests.live.lab.record [BROWSER...] [SCENARIO...]``; it writes ``tests/lab/recorded.json``, and
says where a verdict differs from the one recorded before. What is not named keeps its own.
"""

from __future__ import annotations

import asyncio
import json
import sys
from typing import Any

from cors_tui.lab.scenario import Scenario, known_scenarios
from cors_tui.policy import least_policy
from cors_tui.probe.real_browser.answer import NotAvailable
from cors_tui.probe.real_browser.ask import ask_real_browser
from cors_tui.session.labs import RunningLab
from tests.lab.recordings import RECORDED, portless, verdict
from tests.live.lab.in_webkit import ask_webkit

BROWSERS = ("chromium", "firefox", "webkit")
SIDES = ("broken", "repaired")


SECONDS = 30.0
"""Until a call is given up in the page. An answer that never comes is waited for in all three for more than 400."""


async def ask(scenario: Scenario, side: str, browser: str) -> dict[str, Any]:
    """What `browser` does with one side of `scenario`, served afresh, so that nothing is left from before.

    Raises `NotAskedError` when the browser could not be asked.
    """
    if browser == "webkit":
        try:
            return await asyncio.to_thread(ask_webkit, scenario.name, side, SECONDS)
        except RuntimeError as error:
            raise NotAskedError(f"{browser} could not be asked about {scenario.name}: {error}") from error
    async with RunningLab(scenario) as lab:
        if side == "repaired":
            await lab.apply(least_policy(lab.repaired_call.request()))
        answer = await ask_real_browser(lab.case.call, browser, deadline=SECONDS + 10, send_unsafe=True)
        if isinstance(answer, NotAvailable):
            raise NotAskedError(f"{browser} could not be asked about {scenario.name}: {answer.reason}")
        console = [portless(line.text, lab.ports) for line in answer.console]
    ending = verdict(answer.ending.value)
    return {"version": answer.version, "verdict": ending, "status": answer.status, "console": console}


class NotAskedError(Exception):
    """A browser is not there, or did not work."""


async def record(words: list[str]) -> None:
    """Ask the browsers among `words` for the scenarios among them, all where none is named; write after each."""
    known = known_scenarios()
    names = [word for word in words if word not in BROWSERS]
    browsers = [word for word in words if word in BROWSERS] or list(BROWSERS)
    table: dict[str, Any] = json.loads(RECORDED.read_text("utf-8")) if RECORDED.exists() else {}
    versions, scenarios = table.get("browsers", {}), table.get("scenarios", {})
    for name in names or list(known):
        row = {side: {browser: await ask(known[name], side, browser) for browser in browsers} for side in SIDES}
        for told in row.values():
            versions |= {browser: answer.pop("version") for browser, answer in told.items()}
        before = scenarios.get(name, {})
        row = {side: {**before.get(side, {}), **told} for side, told in row.items()}
        changed = "" if scenarios.get(name, row) == row else f"was {scenarios[name]}"
        print(
            name, {side: {b: a["verdict"] for b, a in told.items()} for side, told in row.items()}, changed, flush=True
        )
        scenarios[name] = row
        kept = {each: scenarios[each] for each in known if each in scenarios}
        table = {"browsers": versions, "scenarios": kept}
        RECORDED.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", "utf-8")


if __name__ == "__main__":
    asyncio.run(record(sys.argv[1:]))

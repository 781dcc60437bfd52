"""Five real proxies set up right, in front of servers that own CORS or know nothing of it: nothing is found at all."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from cors_tui.case import Call
from cors_tui.session.judging import Word, judge
from tests.live.guide.asking import ENGINES, asked, get, put, words
from tests.live.proxies.conftest import ROW
from tests.live.proxies.origins import origin
from tests.live.proxies.running import Config, configs, proxy


def behind(config: Config) -> list[str]:
    return (config.said("behind") or "complete, express").split(", ")


def calls(config: Config, port: int) -> dict[str, Call]:
    """What the page calls, also where the answer is an error."""
    host = f"http://127.0.0.1:{port}"
    base, url = f"{host}{config.said('base')}", f"{host}{config.said('path') or '/users'}"
    return {
        "simple": get(url, preflighted=False),
        "preflighted": get(url, credentials=config.said("without") != "credentials"),
        "upload": put(f"{base}/users"),
        "not there": get(f"{base}/nowhere"),
        "fails": get(f"{base}/fails", preflighted=False),
    }


@pytest.mark.parametrize(
    ("config", "server"),
    [pytest.param(each, server, id=f"{each.id}-{server}") for each in configs("working") for server in behind(each)],
)
async def test_nothing_is_found(config: Config, server: str, record_property: Callable[[str, object], None]) -> None:
    wrong = []
    async with origin(server) as backend:
        with proxy(config, backend) as port:
            for name, call in calls(config, port).items():
                judgement = judge(await asked(call, f"127.0.0.1:{backend}"))
                found = [(each.cause, each.certainty.value, each.says) for each in judgement.diagnosis.findings]
                record_property(ROW, f"{'working':18} {config.id:30} {server:9} {name:12} {found or 'nothing'}")
                wrong += [(name, *each) for each in found]
                if words(judgement) != dict.fromkeys(ENGINES, Word.ALLOWED):
                    wrong.append((name, "verdicts", str(words(judgement)), ""))
    assert wrong == []

"""A server that does CORS right, and the diagnosis of what arrives through a proxy in front of it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace

from cors_tui.case import Call, Case
from cors_tui.diagnosis.cause import Facts, Finding
from cors_tui.diagnosis.diagnose import diagnose
from cors_tui.lab.behaviours import PAGE, api, by_policy, dropping, json_reply
from cors_tui.policy import CorsPolicy
from cors_tui.session.asking import ask_everything
from cors_tui.session.judging import judge
from cors_tui.standards.header_list import HeaderList
from tests.serving import serving

POLICY = CorsPolicy(origins=(PAGE, "https://app.example.com"), methods=("GET", "PUT"), headers=("X-Api-Key",))
_ROUTES = {
    "/users": json_reply('[{"name": "Ada"}]', ("Cache-Control", "public, max-age=60")),
    "/api/": json_reply("[]"),
    "/boom": json_reply('{"error": "broken"}', status=500),
}


@contextlib.contextmanager
def good_server(*, vary: bool = True) -> Iterator[int]:
    """The port of a server with `POLICY`; without `vary` it forgets to say that its answers depend on the origin."""
    layers = (by_policy(POLICY),) if vary else (dropping("vary"), by_policy(POLICY))
    with serving({"api": api("express", _ROUTES, *layers)}) as served:
        yield served.ports["api"]


async def asked(port: int, *, direct: int = 0, preflighted: bool = False, path: str = "/users") -> Case:
    """Everything that is safe to ask of the proxy at `port`, from a page that the server's policy names."""
    headers = HeaderList((("X-Api-Key", "k"),)) if preflighted else HeaderList()
    case = Case(Call(url=f"http://127.0.0.1:{port}{path}", origin=PAGE, headers=headers))
    if direct:
        case = case.with_answer("origin-server", f"127.0.0.1:{direct}")
    async for step in ask_everything(case):
        case = step.case
    return case


def facts_of(case: Case) -> Facts:
    """What the causes look at."""
    return Facts(case, {name: verdict.outcome for name, verdict in judge(case).verdicts.items()})


def findings(case: Case) -> tuple[Finding, ...]:
    return diagnose(facts_of(case)).findings


def without_direct(case: Case) -> Case:
    """The same case as if the origin server's address were not known."""
    return replace(case, seen={name: sighting for name, sighting in case.seen.items() if name != "direct"})

"""Real applications without CORS: blocked, the cause named, the copied snippet pasted in, green in every browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from cors_tui.case import Call, Case
from cors_tui.fixes.framework import Framework, known_frameworks
from cors_tui.policy import CorsPolicy
from cors_tui.session.fixing import Proposal, propose, recognised_framework, suggested_policy
from cors_tui.session.judging import Word, judge
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from tests.live.guide.apps import AFTER_APP, AT_END, booted, written
from tests.live.guide.asking import ENGINES, asked, causes, check, get, put, words
from tests.live.proxies.running import config, proxy

PLACES = {
    "Right after `const app = express()`": AFTER_APP,
    "Right after `const app = new Hono()`": AFTER_APP,
    "At the end of the module": AT_END,
}
"""How a placement begins, and where that is in the application."""

CALLS: dict[str, tuple[Callable[[str], Call], tuple[str, ...]]] = {"GET": (get, ()), "PUT": (put, ("--send",))}
FIRST = {"express": "no-allow-origin", "fastapi": "options-not-handled", "hono": "options-not-handled"}
"""Express answers OPTIONS by itself, with 200; the others have no such method (405) or no such route (404)."""

EXPRESS_WITH_CORS = """\
import cors from 'cors';
app.use(cors({ origin: ['http://localhost:5173'], methods: ['GET'], allowedHeaders: ['X-API-Key'] }));"""


@pytest.mark.parametrize("method", CALLS)
@pytest.mark.parametrize("name", FIRST)
async def test_the_copied_snippet_makes_it_work(name: str, method: str) -> None:
    make, options = CALLS[method]
    with booted(name, written(name)) as port:
        call = make(f"http://127.0.0.1:{port}/users")
        code, document = check(call, *options)
        case = await asked(call)
    assert (code, verdicts(document)) == (1, dict.fromkeys(ENGINES, "blocked"))
    assert document["findings"][0]["cause"] == FIRST[name]

    framework, proposal = proposed(case)
    assert framework.name == name
    assert {verdict.word for verdict in proposal.verdicts_after.values()} == {Word.ALLOWED}

    place = next(mark for words, mark in PLACES.items() if proposal.fix.placement.startswith(words))
    with booted(name, written(name, {place: proposal.fix.snippet})) as port:
        code, document = check(make(f"http://127.0.0.1:{port}/users"), *options)
    assert (code, verdicts(document)) == (0, dict.fromkeys(ENGINES, "allowed"))
    assert {exchange["role"] for exchange in document["exchanges"]} == {"preflight", "actual"}
    assert surprises(framework, proposal.fix.policy, document) == []
    assert document["findings"] == []


def proposed(case: Case) -> tuple[Framework, Proposal]:
    """The fix that the guide hands out, for the framework it recognises by itself."""
    judgement, recognised = judge(case), recognised_framework(case)
    assert recognised is not None
    assert words(judgement) == dict.fromkeys(ENGINES, Word.BLOCKED)
    proposal = propose(case, judgement, recognised[0], suggested_policy(case))
    assert proposal is not None
    return recognised[0], proposal


def verdicts(document: dict[str, Any]) -> dict[str, str]:
    return {name: browser["verdict"] for name, browser in document["browsers"].items()}


def surprises(framework: Framework, policy: CorsPolicy, document: dict[str, Any]) -> list[str]:
    """Where the answers differ from what the fix step had predicted."""
    found = []
    for exchange in document["exchanges"]:
        response = Response(exchange["response"]["status"], HeaderList.of(map(tuple, exchange["response"]["headers"])))
        expected = framework.expected(policy, wire_of(exchange), response.status)
        found += [f"{exchange['role']}: {each}" for each in expected.differences(response)]
    return found


def wire_of(exchange: dict[str, Any]) -> WireRequest:
    role = Role.PREFLIGHT if exchange["role"] == "preflight" else Role.ACTUAL
    request, url = exchange["request"], parse_url(exchange["request"]["url"])
    assert url is not None
    return WireRequest(role, 0, request["method"], url, HeaderList.of(map(tuple, request["headers"])))


def test_every_framework_with_an_application_here_is_known() -> None:
    assert set(FIRST) <= set(known_frameworks())


async def test_nginx_that_strips_the_header_is_proven_and_green_without_the_rule() -> None:
    fixed = {AFTER_APP: EXPRESS_WITH_CORS}
    with booted("express", written("express", fixed)) as origin:
        behind = f"127.0.0.1:{origin}"
        with proxy(config("nginx", "broken/strip"), origin) as port:
            call = get(f"http://127.0.0.1:{port}/users")
            code, document = check(call, "--origin-server", behind)
            case = await asked(call, behind)
        with proxy(config("nginx", "working/app_owns"), origin) as port:
            green, after = check(get(f"http://127.0.0.1:{port}/users"), "--origin-server", behind)
    assert (code, verdicts(document)) == (1, dict.fromkeys(ENGINES, "blocked"))
    first = document["findings"][0]
    assert (first["cause"], first["certainty"]) == ("stripped-by-proxy", "proven")
    assert "Access-Control-Allow-Origin: http://localhost:5173" in [proof["quote"] for proof in first["evidence"]]
    assert causes(case)[0] == "stripped-by-proxy"
    assert (green, verdicts(after), after["findings"]) == (0, dict.fromkeys(ENGINES, "allowed"), [])

"""Five real proxies, each breaking CORS in the seven ways they do: the cause and the layer are named."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

import pytest

from cors_tui.case import Call, Case
from cors_tui.diagnosis.cause import Certainty, Facts
from cors_tui.diagnosis.layers import Claim, Deed, who_did_it
from cors_tui.experiments import DIRECT
from cors_tui.session.judging import Word, judge
from tests.live.frameworks.wire import ask
from tests.live.guide.asking import asked, causes, get, put
from tests.live.proxies.conftest import ROW
from tests.live.proxies.origins import origin
from tests.live.proxies.running import Config, configs, proxy

FAILURES = {"1 strip", "2 overwrite", "3 double", "4 answers OPTIONS", "5 cache", "6 redirect", "7 own error page"}
ONLY_BESIDE_THE_DIRECT_ANSWER = {"stripped-by-proxy", "overwritten-by-proxy", "preflight-answered-by-proxy"}
NAMES_ITSELF = {"nginx": "nginx", "varnish": "Varnish", "caddy": "Caddy"}
"""Proxies that sign every answer; HAProxy never does, and Apache only its own."""


def calls(config: Config, port: int) -> dict[str, Call]:
    """What the page calls: plainly, with credentials and a header of its own, or with a body."""
    url = f"http://127.0.0.1:{port}{config.said('path') or '/users'}"
    every = {
        "simple": get(url, preflighted=False),
        "preflighted": get(url, credentials=True),
        "upload": put(url, '{"name": "Ada Lovelace"}'),
    }
    wanted = (config.said("only") or "simple, preflighted").split(", ")
    return {name: every[name] for name in wanted}


def behind(config: Config) -> list[str]:
    return (config.said("behind") or "complete, express").split(", ")


@pytest.mark.parametrize(
    ("config", "server"),
    [pytest.param(each, server, id=f"{each.id}-{server}") for each in configs("broken") for server in behind(each)],
)
async def test_the_cause_and_the_layer_are_named(
    config: Config, server: str, record_property: Callable[[str, object], None]
) -> None:
    wrong = []
    async with origin(server) as backend:
        with proxy(config, backend) as port:
            await asyncio.to_thread(prime, config, port)
            for name, call in calls(config, port).items():
                first, problems = looked_at(config, await asked(call, f"127.0.0.1:{backend}"))
                record_property(ROW, f"{config.said('failure'):18} {config.id:30} {server:9} {name:12} {first}")
                wrong += [f"{name}: {problem}" for problem in problems]
    assert wrong == []


def prime(config: Config, port: int) -> None:
    """Where a cache is wrong, somebody without Origin came first."""
    if config.said("failure") == "5 cache":
        ask(port, "GET", config.said("path"))


def looked_at(config: Config, case: Case) -> tuple[str, list[str]]:
    """The first finding in a line, and what is not as the head of the configuration says."""
    judgement = judge(case)
    found = judgement.diagnosis.findings
    problems = []
    if [finding.cause for finding in found][:1] != [config.said("cause")]:
        problems.append(f"found {[(f.cause, f.certainty.value, f.says) for f in found]}, not {config.said('cause')}")
    elif found[0].certainty.value != (config.said("certainty") or "proven"):
        problems.append(f"{found[0].cause} is {found[0].certainty.value}")
    if not {verdict.word for verdict in judgement.verdicts.values()} & {Word.BLOCKED}:
        problems.append(f"the verdicts are {judgement.verdicts}")
    elif config.said("place") and found[0].remedies[0].place.name != config.said("place"):
        problems.append(f"it is to be repaired {found[0].remedies[0].place.value}")
    problems += found_alone(config, case)
    claims = claims_of(case)
    if config.said("deed") and not any(is_right(config, claim) for claim in claims):
        problems.append(f"no layer has {config.said('deed')}: {[(c.header, c.deed.value, c.who) for c in claims]}")
    first = f"{found[0].cause} ({found[0].certainty.value})" if found else "nothing"
    return first, problems


def found_alone(config: Config, case: Case) -> list[str]:
    """What is wrong with what is found when the origin server's address is not known."""
    cause = config.said("cause")
    wanted = config.said("alone") or (cause if cause not in ONLY_BESIDE_THE_DIRECT_ANSWER else "")
    seen = MappingProxyType({name: sighting for name, sighting in case.seen.items() if name != DIRECT.name})
    found = causes(replace(case, seen=seen))
    return [f"alone: {found}, not {wanted}"] if wanted and found[:1] != [wanted] else []


def claims_of(case: Case) -> list[Claim]:
    facts = Facts(case, {name: verdict.outcome for name, verdict in judge(case).verdicts.items()})
    return [claim for each in (facts.preflight, facts.actual) if each for claim in who_did_it(facts, each)]


def is_right(config: Config, claim: Claim) -> bool:
    deed, header = config.said("deed").split(" ")
    named = claim.who.startswith(NAMES_ITSELF.get(config.product, ""))
    in_front = claim.who.endswith("in front of the origin server")
    certain = claim.certainty is Certainty.PROVEN
    return (claim.deed, claim.header) == (Deed(deed), header) and named and in_front and certain


@pytest.mark.parametrize("product", sorted({each.product for each in configs("broken")}))
def test_each_proxy_shows_every_failure_it_can(product: str) -> None:
    shown = {each.said("failure") for each in configs("broken") if each.product == product}
    assert shown == FAILURES - ({"5 cache"} if product == "caddy" else set())

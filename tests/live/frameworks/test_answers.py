"""Each framework, booted with each policy: on the wire it answers what was predicted, and what the policy says."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterator
from dataclasses import replace
from functools import partial
from itertools import product

import pytest

from cors_tui.browsers.browser import known_browsers
from cors_tui.fixes.framework import Framework, Program, cors_lines, known_frameworks
from cors_tui.fixes.versions import Stack
from cors_tui.policy import CorsPolicy, respond
from cors_tui.standards.departures import Departures
from cors_tui.standards.fetching import drive, fetch
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Page, Request, Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import Url, parse_url
from cors_tui.standards.verdict import Outcome
from tests.live.frameworks import serving
from tests.live.frameworks.variants import VARIANTS, A, Question, Variant, questions
from tests.live.frameworks.wire import ask

MATRIX = [
    pytest.param(framework, stack, variant, id=f"{name}-{stack.version}-{variant.name}")
    for name, framework in known_frameworks().items()
    for stack in framework.stacks
    for variant in VARIANTS
    if not any(fault.grave for fault in framework.faults(variant.policy))
]


@pytest.mark.parametrize(("framework", "stack", "variant"), MATRIX)
def test_answers(framework: Framework, stack: Stack, variant: Variant) -> None:
    wrong = wrong_answers(framework, stack, variant)
    assert not wrong, "\n".join(wrong)


def wrong_answers(framework: Framework, stack: Stack, variant: Variant) -> list[str]:
    """Start the program of `variant` on `stack`, ask everything, and say what was answered wrongly."""
    if stack in framework.stacks:
        program = framework.program(variant.policy, stack.version)
    else:
        program = pinned(framework.program(variant.policy), framework.stacks[0], stack)
    environment = {} if variant.environment is None else {"CORS_ORIGINS": variant.environment}
    with serving.scratch() as folder:
        start = serving.prepare(framework, program, stack, folder)
        with serving.started(start, folder, environment) as port:
            return [
                *_surprises(framework, variant.effective, port),
                *_judged_wrong(variant.effective, port, framework),
            ]


def pinned(program: Program, old: Stack, new: Stack) -> Program:
    """`program` with the versions of `new` in its manifests, where those of `old` stand."""
    versions = [(before, after) for (_, before), (_, after) in zip(old.packages, new.packages, strict=True)]
    manifests = {"package.json", "requirements.txt", "Cargo.toml"} & set(program.files)
    changed = {}
    for path in manifests:
        text = program.files[path]
        for before, after in versions:
            text = re.sub(rf"(?<=[=\"]){re.escape(before)}(?=[\"\n])", after, text)
        changed[path] = text
    return replace(program, files={**program.files, **changed})


def test_a_newer_stack_is_pinned_in_every_manifest() -> None:
    for framework in known_frameworks().values():
        old = framework.stacks[0]
        new = replace(old, packages=tuple((name, f"99.{number}") for number, (name, _) in enumerate(old.packages)))
        text = "".join(pinned(framework.program(CorsPolicy(origins=(A,))), old, new).files.values())
        assert framework.name == "nginx" or all(f"99.{number}" in text for number in range(len(old.packages)))


def _surprises(framework: Framework, policy: CorsPolicy, port: int) -> Iterator[str]:
    """What was answered otherwise than predicted, or against the rules that hold for every framework."""
    for question in questions():
        response = ask(port, question.method, question.path, question.headers, question.body)
        wire = WireRequest(_role(question), 0, question.method, _url(port, question.path), HeaderList(question.headers))
        for difference in framework.expected(policy, wire, question.status).differences(response):
            yield f"{question.name}: {difference}"
        if question.method in PROMISED and response.status != question.status:
            yield f"{question.name}: status {response.status}, the application answers {question.status}"
        yield from (f"{question.name}: {broken}" for broken in _broken_rules(policy, question, response))


PROMISED = ("GET", "POST", "PUT", "DELETE")
"""What our programs promise to answer in the same way on every framework."""


def _broken_rules(policy: CorsPolicy, question: Question, response: Response) -> Iterator[str]:
    """Rules that hold whatever the framework: written against the bytes, without asking the framework's prediction."""
    names = [name.lower() for name, _ in cors_lines(response.headers)]
    if len(set(names)) != len(names):
        yield f"a header stands twice: {names}"
    allowed = response.headers.get("access-control-allow-origin")
    if allowed is not None and allowed != ("*" if "*" in policy.origins else question.origin):
        yield f"Access-Control-Allow-Origin: {allowed}"
    if allowed in ("null", "*") and policy.credentials:
        yield f"{allowed} with credentials"
    if response.status == 500 and question.path != "/boom":
        yield "500"
    varies = "origin" in (response.headers.get("vary") or "").lower()
    if "*" not in policy.origins and not varies and response.status != 400:
        yield "no Vary: Origin"


REQUESTS = (
    ("GET", (), CredentialsMode.OMIT),
    ("GET", (), CredentialsMode.INCLUDE),
    ("POST", (("X-API-Key", "k"),), CredentialsMode.SAME_ORIGIN),
    ("POST", (("Authorization", "Bearer t"),), CredentialsMode.INCLUDE),
    ("PUT", (("x-api-key", "k"),), CredentialsMode.INCLUDE),
    ("DELETE", (), CredentialsMode.OMIT),
    ("PATCH", (), CredentialsMode.OMIT),
    ("GET", (("X-Not-Listed", "1"),), CredentialsMode.OMIT),
)
PAGES = (A, "http://localhost:3000", "https://evil.example", "https://a.b-c.example.com", "http://127.0.0.1:5173")


def _judged_wrong(policy: CorsPolicy, port: int, framework: Framework) -> Iterator[str]:
    """Requests that a browser is allowed although the policy denies them, or denied although it allows them."""
    remembered: dict[Hashable, Response] = {}

    def real(wire: WireRequest) -> Response:
        if wire.key not in remembered:
            remembered[wire.key] = ask(port, wire.method, wire.url.target, wire.headers)
        return remembered[wire.key]

    own = tuple((method, (), CredentialsMode.OMIT) for method in policy.methods if method != "*")
    for browser, page, (method, headers, credentials) in product(known_browsers().values(), PAGES, (*REQUESTS, *own)):
        request = _request(port, page, method, headers, credentials)
        allowed = _outcome(request, browser.departures, real)
        wanted = _outcome(request, browser.departures, partial(_ideal, policy))
        if allowed.resolved != wanted.resolved:
            what = f"{method} {headers} {credentials} from {page} in {browser.name}"
            yield f"{framework.name}: {what}: allowed is {allowed.resolved}, {allowed.failure}"


def _ideal(policy: CorsPolicy, wire: WireRequest) -> Response:
    return Response(204 if wire.role is Role.PREFLIGHT else 200, respond(policy, wire))


def _outcome(request: Request, departures: Departures, answer: Callable[[WireRequest], Response]) -> Outcome:
    outcome = drive(fetch(request, departures), answer)
    assert isinstance(outcome, Outcome)
    return outcome


def _request(
    port: int, page: str, method: str, headers: tuple[tuple[str, str], ...], credentials: CredentialsMode
) -> Request:
    origin = parse_url(page)
    assert origin is not None
    url = _url(port, "/ok")
    return Request(
        Page(origin.origin, origin), url, url.href, method, HeaderList(headers), credentials_mode=credentials
    )


def _role(question: Question) -> Role:
    return Role.PREFLIGHT if question.preflights_for else Role.ACTUAL


def _url(port: int, path: str) -> Url:
    url = parse_url(f"http://127.0.0.1:{port}{path}")
    assert url is not None
    return url

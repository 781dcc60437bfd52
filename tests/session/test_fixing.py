"""From a judged case to a fix: its policy, its framework, now and after."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import ACTUAL_ANYWAY, AS_ASKED, Call, Sighting
from cors_tui.fixes.framework import known_frameworks
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Place, Remedy
from cors_tui.session.fixing import (
    cors_headers,
    is_repaired_by_code,
    propose,
    recognised_framework,
    remedies,
    suggested_policy,
)
from cors_tui.session.judging import Word, judge
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.response import NetworkError, NetworkFailure, Response
from cors_tui.standards.verdict import Exchange
from tests.session.cases import ALLOW_ORIGIN, APP, GET, PUT, answered, response

ADMIN = "https://admin.example.com"


def test_the_policy_allows_exactly_what_the_call_needs() -> None:
    """Its origin, its method, its unsafe header; no credentials that nobody asked for."""
    policy = suggested_policy(answered(PUT, response(405)))
    assert policy.origins == (APP,)
    assert "PUT" in policy.methods
    assert [name.lower() for name in policy.headers] == ["content-type"]
    assert not policy.credentials


KEPT: list[tuple[str, Response, CorsPolicy]] = [
    (
        "another origin the server names already",
        response(200, ("Access-Control-Allow-Origin", ADMIN)),
        CorsPolicy(origins=(APP, ADMIN)),
    ),
    (
        "a value that is no origin is not kept",
        response(200, ("Access-Control-Allow-Origin", ADMIN + "/")),
        CorsPolicy(origins=(APP,)),
    ),
    (
        "exposed headers",
        response(200, ("Access-Control-Expose-Headers", "X-Total")),
        CorsPolicy(origins=(APP,), expose=("X-Total",)),
    ),
    (
        "credentials for a named origin",
        response(200, ("Access-Control-Allow-Origin", ADMIN), ("Access-Control-Allow-Credentials", "true")),
        CorsPolicy(origins=(APP, ADMIN), credentials=True),
    ),
    (
        "everybody",
        response(200, ("Access-Control-Allow-Origin", "*"), ("Access-Control-Expose-Headers", "X-Total")),
        CorsPolicy(origins=("*",), expose=("X-Total",)),
    ),
    (
        "the illegal pair of a wildcard and credentials is not kept",
        response(200, ("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Credentials", "true")),
        CorsPolicy(origins=(APP,)),
    ),
]


@pytest.mark.parametrize(("what", "seen", "wanted"), KEPT, ids=[what for what, *_ in KEPT])
def test_what_the_server_allows_already_stays_allowed(what: str, seen: Response, wanted: CorsPolicy) -> None:
    """A fix must not break other callers, nor keep a mistake."""
    policy = suggested_policy(answered(GET, seen))
    shown = (policy.origins, policy.expose, policy.credentials)
    assert shown == (wanted.origins, wanted.expose, wanted.credentials)


STAR = ("Access-Control-Allow-Origin", "*")


@pytest.mark.parametrize(
    ("what", "call", "first", "wanted"),
    [
        (
            "everybody, with what is missing",
            PUT,
            response(204, STAR),
            CorsPolicy(origins=("*",), methods=("PUT",), headers=("content-type",)),
        ),
        (
            "a wildcard for a list stays one",
            PUT,
            response(204, STAR, ("Access-Control-Allow-Methods", "*")),
            CorsPolicy(origins=("*",), methods=("*",), headers=("content-type",)),
        ),
        (
            "not everybody where only the request's own answer says so",
            PUT,
            response(405),
            CorsPolicy(origins=(APP,), methods=("PUT",), headers=("content-type",)),
        ),
        (
            "not everybody for a call with credentials",
            replace(GET, credentials=CredentialsMode.INCLUDE),
            response(200, STAR),
            CorsPolicy(origins=(APP,), credentials=True),
        ),
    ],
)
def test_a_server_that_lets_everybody_in(what: str, call: Call, first: Response, wanted: CorsPolicy) -> None:
    """Others that call it now must not be locked out, nor be let in where they are not. The request behind a failed
    preflight is answered with a wildcard each time."""
    case = answered(call, first)
    wire = case.exchanges(AS_ASKED)[0].request
    case = case.with_sighting(Sighting(ACTUAL_ANYWAY, (Exchange(wire, response(200, STAR)),)))
    assert suggested_policy(case) == wanted


def test_a_framework_is_recognised_by_bytes_that_are_quoted() -> None:
    """The bytes stand in the answer."""
    found = recognised_framework(answered(GET, response(200, ("X-Powered-By", "Express"))))
    assert found is not None
    framework, given_away = found
    assert framework.name == "express"
    assert "Express" in given_away


@pytest.mark.parametrize(
    ("place", "name"),
    [(None, "nginx"), (Place.PROXY, "nginx"), (Place.SERVER, "express"), (Place.PAGE, "nginx")],
)
def test_of_two_layers_the_one_at_the_place_of_repair_is_taken(place: Place | None, name: str) -> None:
    """A proxy's own header on the answer, the server's 404 behind it."""
    case = answered(GET, response(200, ("Server", "nginx")))
    behind = response(404, ("X-Powered-By", "Express"))
    nowhere = (replace(case.exchanges(AS_ASKED)[0], answer=behind),)
    found = recognised_framework(case.with_sighting(Sighting("missing-path", nowhere)), place)
    assert found is not None
    assert found[0].name == name


def test_an_answer_that_gives_nothing_away_is_not_guessed() -> None:
    """No framework at all, then."""
    assert recognised_framework(answered(GET, response(200, ("Server", "unknown")))) is None


CALLS = [
    ("a GET", GET, (response(200),)),
    ("a PUT with JSON", PUT, (response(405),)),
    ("credentials", replace(GET, credentials=CredentialsMode.INCLUDE, cookie="a=1"), (response(200),)),
]


@pytest.mark.parametrize("framework", ["express", "fastapi", "hono", "actix"])
@pytest.mark.parametrize(("what", "call", "answers"), CALLS, ids=[what for what, *_ in CALLS])
def test_after_the_fix_every_browser_allows_it(
    framework: str, what: str, call: Call, answers: tuple[Response, ...]
) -> None:
    """The prediction is a verdict of the same rules, over what the framework would answer."""
    case = answered(call, *answers)
    found = propose(case, judge(case), known_frameworks()[framework], suggested_policy(case))
    assert found is not None
    assert {verdict.word for verdict in found.verdicts_after.values()} == {Word.ALLOWED}
    assert ("access-control-allow-origin", APP) in [(n.lower(), v) for n, v in found.changes[0].after]


def test_the_development_variant_is_marked() -> None:
    """It must never look like the fix to deploy."""
    case = answered(GET, response(200))
    found = propose(case, judge(case), known_frameworks()["express"], suggested_policy(case), development=True)
    assert found is not None
    assert found.fix.development_only


def test_an_allowed_case_needs_no_remedy() -> None:
    """Nothing is proposed where nothing is wrong."""
    assert remedies(judge(answered(GET, response(200, ALLOW_ORIGIN)))) == ()


def test_a_refusal_without_a_known_cause_still_has_a_remedy() -> None:
    """Whatever the cause: sending the policy is what a browser waits for."""
    judgement = judge(answered(GET, response(200)))
    assert Remedy.SEND_POLICY in remedies(judgement)


def test_what_code_repairs_is_told_from_what_it_cannot() -> None:
    """A server that is not running, and a file that is not to be embedded, have nothing to do with a policy."""
    assert is_repaired_by_code(judge(answered(GET, response(200))))
    picture = replace(GET, mode=Mode.NO_CORS, credentials=CredentialsMode.INCLUDE, initiator=Initiator.IMAGE)
    kept_back = response(200, ("Cross-Origin-Resource-Policy", "same-origin"))
    assert not is_repaired_by_code(judge(answered(GET, NetworkError(NetworkFailure.CONNECTION_REFUSED))))
    assert not is_repaired_by_code(judge(answered(picture, kept_back)))


def test_a_diff_shows_the_headers_of_cors_and_vary_only() -> None:
    """In their order, duplicates kept."""
    headers = HeaderList.of([("Vary", "Origin"), ("X", "1"), ALLOW_ORIGIN, ALLOW_ORIGIN])
    assert cors_headers(headers).pairs == (("Vary", "Origin"), ALLOW_ORIGIN, ALLOW_ORIGIN)


@pytest.mark.parametrize(
    ("what", "seen", "framework", "told"),
    [
        ("nothing sets it", response(200), "express", False),
        ("something sets it", response(200, ("Access-Control-Allow-Origin", "*, *")), "express", True),
        ("nginx hides what the server sets", response(200, ("Access-Control-Allow-Origin", "*, *")), "nginx", False),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_sets_the_header_now_has_to_go(what: str, seen: Response, framework: str, told: bool) -> None:
    """A second setting beside the snippet would overwrite or double it."""
    case = answered(GET, seen)
    proposal = propose(case, judge(case), known_frameworks()[framework], CorsPolicy(origins=(APP,)))
    assert proposal is not None, what
    assert any(note.startswith("Take out what sets") for note in proposal.fix.notes) is told

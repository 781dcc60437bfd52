"""The JSON report: stable names, masked secrets, JSON values only."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from cors_tui.case import Case
from cors_tui.report.formats.as_json import SCHEMA_VERSION, document, role_of
from cors_tui.session.judging import judge
from cors_tui.standards.header_list import HeaderList
from tests.session.cases import ALLOW_ORIGIN, API, APP, GET, PUT, answered, response


def report(case: Case, *, show_secrets: bool = False) -> dict[str, Any]:
    """The document as a program gets it: through JSON text."""
    text = json.dumps(document(case, judge(case), show_secrets=show_secrets))
    loaded: dict[str, Any] = json.loads(text)
    return loaded


def test_the_top_level_is_stable() -> None:
    """A program may rely on these names; a change of them is a new schema version."""
    assert SCHEMA_VERSION == 1
    assert list(report(answered(GET, response(200)))) == [
        "schema_version",
        "request",
        "reached",
        "lookups",
        "not_asked",
        "exchanges",
        "actual_anyway",
        "experiments",
        "browsers",
        "refusals",
        "diagnosis",
        "findings",
        "layers",
    ]


def test_duplicates_and_order_of_headers_are_kept() -> None:
    """A duplicate is the very thing we look for."""
    twice = response(200, ALLOW_ORIGIN, ("X-B", "1"), ALLOW_ORIGIN)
    headers = report(answered(GET, twice))["exchanges"][0]["response"]["headers"]
    assert headers == [list(ALLOW_ORIGIN), ["X-B", "1"], list(ALLOW_ORIGIN)]


def test_an_undecided_verdict_is_neither_true_nor_false() -> None:
    """The request itself was not sent."""
    good = response(204, ALLOW_ORIGIN, ("Access-Control-Allow-Methods", "*"), ("Access-Control-Allow-Headers", "*"))
    browsers = report(answered(PUT, good))["browsers"]
    assert {each["verdict"] for each in browsers.values()} == {"undecided"}
    assert {each["allowed"] for each in browsers.values()} == {None}


def test_secrets_are_masked_everywhere_they_occur() -> None:
    """In the request, on the wire, in a response, in a URL, in a console line."""
    call = replace(GET, url=f"{API}?api_key=k3y", headers=HeaderList.of([("X-API-Key", "k3y")]), cookie="a=k3y")
    case = answered(call, response(200, ("Set-Cookie", "sid=k3y")))
    assert "k3y" not in json.dumps(report(case))
    assert "k3y" in json.dumps(report(case, show_secrets=True))


def test_roles_are_told_apart() -> None:
    """An actual request after a redirect has a role of its own."""
    case = answered(GET, response(302, ALLOW_ORIGIN, ("Location", f"{API}/2")), response(200, ALLOW_ORIGIN))
    assert [each["role"] for each in report(case)["exchanges"]] == ["actual", "redirect"]
    assert role_of(case.exchanges("as-asked")[0].request) == "actual"


def test_a_refusal_quotes_what_was_got_and_wanted() -> None:
    """With the clause it rests on and the browsers that stop there."""
    [refusal] = report(answered(GET, response(200, ("Access-Control-Allow-Origin", APP + "/"))))["refusals"]
    assert refusal["header"] == "access-control-allow-origin"
    assert refusal["got"] == APP + "/"
    assert refusal["wanted"] == APP
    assert refusal["first_in"] == ["chromium", "firefox", "webkit"]


def test_who_did_what_is_there_with_its_certainty() -> None:
    """For every CORS header of every answer."""
    layers = report(answered(GET, response(200, ALLOW_ORIGIN, ("Server", "nginx"))))["layers"]
    assert layers["in_front"] == ["nginx"]
    assert layers["told"][0] == {
        "about": "who",
        "says": "nginx answers.",
        "certainty": "proven",
        "quote": "Server: nginx",
    }
    assert [(each["header"], each["deed"]) for each in layers["headers"]] == [("access-control-allow-origin", "sent")]
    assert {each["certainty"] for each in layers["headers"]} == {"possible"}

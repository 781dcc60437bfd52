"""Every request of a case as a command to be repeated by hand."""

from __future__ import annotations

from dataclasses import replace

from cors_tui.case import Case, Connection, Sighting
from cors_tui.experiments import OVERSIZED_BODY
from cors_tui.session.curls import curl_lines
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.verdict import Exchange
from tests.session.cases import ALLOW_ORIGIN, ALLOW_PUT, ALLOW_TYPE, GET, PUT, answered, response


def test_before_anything_was_sent_the_next_request_can_be_copied() -> None:
    """What a browser would send first."""
    [line] = curl_lines(Case(PUT))
    assert line.title == "the preflight"
    assert "-X OPTIONS" in line.command
    assert "Access-Control-Request-Headers: content-type" in line.command


def test_what_was_sent_and_what_waits_are_there_once_each() -> None:
    """The preflight that was answered, and the PUT that waits for a yes."""
    case = answered(PUT, response(204, ALLOW_ORIGIN, ALLOW_PUT, ALLOW_TYPE))
    assert [line.title for line in curl_lines(case)] == ["the preflight", "the PUT request"]


def test_connect_to_is_kept() -> None:
    """The command reaches the server as the probe did."""
    case = replace(Case(GET), connection=Connection(connect_to=("api.example.com:443:127.0.0.1:8443",)))
    assert "--connect-to" in curl_lines(case)[0].command


def test_a_secret_becomes_a_variable_unless_asked_for() -> None:
    """The command still runs where the variable is set."""
    case = Case(replace(GET, headers=HeaderList.of([("Authorization", "Bearer t0ken")])))
    good = response(204, ALLOW_ORIGIN, ("Access-Control-Allow-Headers", "authorization"))
    case = answered(case.call, good)
    commands = " ".join(line.command for line in curl_lines(case))
    assert "t0ken" not in commands
    assert "$AUTHORIZATION" in commands
    assert "t0ken" in " ".join(line.command for line in curl_lines(case, show_secrets=True))


def test_a_larger_body_that_was_sent_to_find_a_limit_is_no_command() -> None:
    """Megabytes of filling help nobody."""
    case = answered(PUT, response(204, ALLOW_ORIGIN, ALLOW_PUT, ALLOW_TYPE))
    (wire,) = OVERSIZED_BODY.plan(case)
    seen = case.with_sighting(Sighting(OVERSIZED_BODY.name, (Exchange(wire, response(413)),)))
    assert curl_lines(seen) == curl_lines(case)


def test_an_image_is_asked_for_as_one() -> None:
    """Without Origin, where it has no crossorigin."""
    call = replace(GET, initiator=Initiator.IMAGE, mode=Mode.NO_CORS, credentials=CredentialsMode.INCLUDE)
    [line] = curl_lines(Case(call))
    assert "-H 'Sec-Fetch-Dest: image'" in line.command
    assert "-H 'Sec-Fetch-Mode: no-cors'" in line.command
    assert "Origin:" not in line.command

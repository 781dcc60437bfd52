"""Calls that are not made with CORS: whatever refuses them, it is not the server's CORS configuration."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cors_tui.case import Call
from cors_tui.session.judging import judge
from cors_tui.standards.request import CredentialsMode, Initiator, Mode
from cors_tui.standards.response import Response
from tests.session.cases import GET, answered, response

PICTURE = replace(GET, mode=Mode.NO_CORS, initiator=Initiator.IMAGE, credentials=CredentialsMode.INCLUDE)
SCRIPT = replace(PICTURE, initiator=Initiator.SCRIPT)
STYLES = replace(PICTURE, initiator=Initiator.STYLESHEET)
HTML = ("Content-Type", "text/html")
JSON = ("Content-Type", "application/json")

# what asks, what it is answered, the cause that is first
ASKED = {
    "text in place of a picture": (
        PICTURE,
        response(200, ("Content-Type", "image/png"), body="x"),
        "answer-of-wrong-kind",
    ),
    "a page in place of a picture": (PICTURE, response(200, HTML, body="<!doctype html>"), "answer-of-wrong-kind"),
    "a picture that is not there": (PICTURE, response(404, HTML, body="<h1>Not Found</h1>"), "not-found-404"),
    "a picture behind a login": (PICTURE, response(401, JSON, body="{}"), "auth-before-cors"),
    "a picture whose server fails": (PICTURE, response(500, HTML, body="<h1>Oops</h1>"), "answer-of-wrong-kind"),
    "data in place of a script": (SCRIPT, response(200, JSON, body='{"a": 1}'), "corp-blocks"),
    "a script that is not there": (SCRIPT, response(404, HTML, body="<h1>Not Found</h1>"), "not-found-404"),
    "a page in place of styles": (STYLES, response(200, HTML, body="<!doctype html>"), "answer-of-wrong-kind"),
}


@pytest.mark.parametrize(("asked", "given", "cause"), ASKED.values(), ids=ASKED)
def test_it_is_never_called_cors(asked: Call, given: Response, cause: str) -> None:
    """The answers hold no CORS header at all, and need none."""
    diagnosis = judge(answered(asked, given)).diagnosis
    assert [finding.cause for finding in diagnosis.findings][:1] == [cause]
    assert not any(finding.group.is_cors for finding in diagnosis.findings)
    assert diagnosis.headline.startswith("Not CORS: ")


def test_an_error_in_place_of_a_picture_is_told_by_its_status() -> None:
    diagnosis = judge(answered(PICTURE, response(500, HTML, body="<h1>Oops</h1>"))).diagnosis
    assert "(500)" in diagnosis.headline

"""What elements want beyond CORS."""

from __future__ import annotations

import pytest

from cors_tui.standards.element import element_failure
from cors_tui.standards.request import Initiator
from tests.standards.making import says

NOSNIFF = {"X-Content-Type-Options": "NoSniff"}


@pytest.mark.parametrize(
    ("initiator", "status", "kind", "more", "expected"),
    [
        pytest.param(Initiator.FETCH, 404, "text/html", NOSNIFF, "", id="fetch takes anything"),
        pytest.param(Initiator.IMAGE, 404, "image/gif", {}, "", id="an image of a 404 shows"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", {}, "", id="a classic script of html"),
        pytest.param(Initiator.SCRIPT, 200, None, {}, "", id="a classic script without a type"),
        pytest.param(Initiator.STYLESHEET, 200, "TEXT/css; a=b", {}, "", id="a style sheet"),
        pytest.param(Initiator.SCRIPT, 404, "text/javascript", {}, "status-not-ok", id="a script of a 404"),
        pytest.param(Initiator.SCRIPT, 200, "text/html", NOSNIFF, "wrong-type", id="nosniff"),
        pytest.param(Initiator.SCRIPT, 200, "image/png", {}, "wrong-type", id="a script that is an image"),
        pytest.param(Initiator.MODULE, 200, None, {}, "wrong-type", id="a module needs a type"),
        pytest.param(Initiator.MODULE, 200, "text/javascript", {}, "", id="a module"),
        pytest.param(Initiator.STYLESHEET, 200, "text/html", {}, "wrong-type", id="a style sheet of html"),
        pytest.param(Initiator.EVENT_SOURCE, 204, "text/event-stream", {}, "status-not-ok", id="an ended stream"),
        pytest.param(Initiator.EVENT_SOURCE, 200, "application/json", {}, "wrong-type", id="no stream"),
        pytest.param(Initiator.EVENT_SOURCE, 200, "text/event-stream;charset=utf-8", {}, "", id="a stream"),
    ],
)
def test_status_and_type(
    initiator: Initiator, status: int, kind: str | None, more: dict[str, str], expected: str
) -> None:
    response = says(status, {**({"Content-Type": kind} if kind else {}), **more})
    failure = element_failure(initiator, response)
    assert (failure.refusal.value if failure else "") == expected

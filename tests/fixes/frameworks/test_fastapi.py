"""FastAPI under Starlette's CORSMiddleware: the code, and how it gives itself away."""

from __future__ import annotations

import ast

import pytest

from cors_tui.fixes.frameworks.fastapi import FRAMEWORK, recognise
from cors_tui.remedy import Remedy
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import GOOD


def test_the_application_is_wrapped_after_its_routes() -> None:
    """Only around everything does the middleware see the 500 of an exception."""
    source = FRAMEWORK.program(GOOD).files["app.py"]
    body = ast.parse(source).body
    names = [ast.unparse(statement).split("(")[0] for statement in body]
    assert names.index("app = CORSMiddleware") > max(i for i, name in enumerate(names) if name.startswith(("@", "def")))


def test_the_snippet_adds_no_middleware_inside() -> None:
    fix = FRAMEWORK.fix(GOOD, Remedy.KEEP_ON_ERRORS)
    assert fix is not None
    assert "add_middleware" not in fix.snippet


def test_redirects_of_slashes_are_switched_off_where_that_is_the_remedy() -> None:
    stop = FRAMEWORK.fix(GOOD, Remedy.STOP_REDIRECT)
    send = FRAMEWORK.fix(GOOD, Remedy.SEND_POLICY)
    assert stop is not None
    assert send is not None
    assert "redirect_slashes = False" in stop.snippet
    assert "redirect_slashes" not in send.snippet


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(404, body='{"detail": "Not Found"}'), "", id="another JSON writer"),
        pytest.param(Response(404, body="Not Found"), "", id="bare Starlette"),
        pytest.param(Response(404, body='{"detail":"Not Found"}'), '{"detail":"Not Found"}', id="its 404"),
        pytest.param(Response(400, body="Disallowed CORS origin"), "Disallowed CORS ", id="its refused preflight"),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign

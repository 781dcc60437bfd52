"""Hono on Workers: the environment is read in each request."""

from __future__ import annotations

import pytest

from cors_tui.fixes.frameworks.hono_workers import FRAMEWORK, recognise
from cors_tui.policy import CorsPolicy
from cors_tui.remedy import Remedy
from cors_tui.standards.header_list import HeaderList
from cors_tui.standards.response import Response
from tests.fixes.frameworks.asked import GOOD, A, preflight

CLOUDFLARE = HeaderList((("CF-RAY", "8f0"),))


def test_the_environment_is_read_from_the_request_and_not_from_the_process() -> None:
    fix = FRAMEWORK.fix(CorsPolicy(from_env="CORS_ORIGINS"), Remedy.SEND_POLICY)
    assert fix is not None
    assert "allowedOrigins(c.env)" in fix.snippet
    assert "process.env" not in fix.snippet


def test_a_list_in_code_needs_no_function() -> None:
    fix = FRAMEWORK.fix(CorsPolicy(origins=(A,)), Remedy.SEND_POLICY)
    assert fix is not None
    assert "origin: allowedOrigins," in fix.snippet


def test_the_runtime_writes_two_headers_first_and_the_rest_sorted() -> None:
    names = [name for name, _ in FRAMEWORK.expected(GOOD, preflight(), 200).headers]
    assert names[:2] == ["Access-Control-Allow-Origin", "Vary"]
    assert names[2:] == sorted(names[2:])


def test_the_variable_is_bound_under_its_own_name() -> None:
    program = FRAMEWORK.program(CorsPolicy(from_env="WHO"))
    assert '(name = "WHO", fromEnvironment = "WHO")' in program.files["config.capnp"]


@pytest.mark.parametrize(
    ("response", "sign"),
    [
        pytest.param(Response(404, body="404 Not Found"), "", id="Hono, but not from Cloudflare"),
        pytest.param(Response(404, CLOUDFLARE, body="Not Found"), "", id="Cloudflare, but not Hono"),
        pytest.param(Response(404, CLOUDFLARE, body="404 Not Found"), "404 Not Found", id="both"),
    ],
)
def test_recognised_by_its_own_bytes(response: Response, sign: str) -> None:
    assert recognise(response) == sign

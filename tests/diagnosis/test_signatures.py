"""The platform table: every row matches the bytes it is about, and nothing near them."""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

import re

import pytest

from cors_tui.diagnosis.cause import known_causes
from cors_tui.diagnosis.examples import answer, call, facts, header_list
from cors_tui.diagnosis.signatures import SIGNATURES, Signature, first_match, nobody_typed, recognise
from cors_tui.standards.request import Role, WireRequest
from cors_tui.standards.response import Response
from cors_tui.standards.url import parse_url
from cors_tui.standards.verdict import Exchange
from tests.rows import each_row

CAUSES = known_causes()


def exchange(
    *headers: str, status: int = 200, body: str = "", reason: str = "", url: str = "https://a.example/x"
) -> Exchange:
    parsed = parse_url(url)
    assert parsed is not None
    response = Response(status, header_list(*headers), reason=reason, body=body)
    return Exchange(WireRequest(Role.ACTUAL, 0, "GET", parsed), response)


ROWS = {
    "API Gateway, REST": ("api-gateway-no-route", exchange(status=403, body='{"message":"Missing Authentication Token"}')),
    "API Gateway, HTTP": ("api-gateway-no-route", exchange("apigw-requestid: A", status=404)),
    "an expired token": ("gateway-refuses", exchange("x-amzn-errortype: ExpiredTokenException", status=403)),
    "execute-api": ("gateway-refuses", exchange(status=401, url="https://a.execute-api.eu-west-1.amazonaws.com/p")),
    "Cloud Run": ("cloud-run-forbidden", exchange("Server: Google Frontend", status=403)),
    "Supabase": ("supabase-verify-jwt", exchange("sb-request-id: 1", status=401, body='{"msg":"Invalid JWT"}')),
    "Supabase on one's own machine": ("supabase-verify-jwt", exchange("Via: kong/2.8.1", status=401, body='{"msg":"Invalid JWT"}')),
    "boot error": ("function-not-running", exchange(status=503, body='{"code":"BOOT_ERROR"}')),
    "workers": ("function-not-running", exchange(status=500, body="error code: 1101")),
    "vercel crash": ("function-not-running", exchange("x-vercel-error: FUNCTION_INVOCATION_FAILED", status=500)),
    "render": ("platform-has-no-such-app", exchange("x-render-routing: no-server", status=404)),
    "heroku": ("platform-has-no-such-app", exchange(status=404, body="no-such-app.html")),
    "railway": ("platform-has-no-such-app", exchange("Server: railway-edge", status=404, body='{"message":"Application not found"}')),
    "cloudflare 1033": ("platform-has-no-such-app", exchange(status=530, body="error code: 1033")),
    "ngrok offline": ("platform-has-no-such-app", exchange("ngrok-error-code: ERR_NGROK_3200", status=404)),
    "cloudflare challenge": ("bot-challenge", exchange("cf-mitigated: challenge", status=403)),
    "google sorry": ("bot-challenge", exchange("Location: https://www.google.com/sorry/index", status=302)),
    "ngrok warning": ("bot-challenge", exchange("ngrok-error-code: ERR_NGROK_6024")),
    "codespaces": ("tunnel-or-preview-protected", exchange("Location: https://github.dev/pf-signin?a", status=302)),
    "dev tunnel": ("tunnel-or-preview-protected", exchange("WWW-Authenticate: tunnel", status=401)),
    "vercel protection": ("tunnel-or-preview-protected", exchange("Location: https://vercel.com/sso-api?a", status=307)),
    "cloud shell": ("tunnel-or-preview-protected", exchange("Location: https://ssh.cloud.google.com/a", status=302)),
    "apps script": ("apps-script-access", exchange(status=302, url="https://script.google.com/macros/s/a/exec")),
    "s3": ("storage-bucket-no-cors", exchange(status=403, body="<Message>CORSResponse: CORS is not enabled for this bucket.")),
    "firebase": ("storage-bucket-no-cors", exchange(status=404, url="https://firebasestorage.googleapis.com/v0/b/a/o")),
    "azure": ("storage-bucket-no-cors", exchange(status=403, url="https://a.blob.core.windows.net/b")),
    "s3 region": ("storage-region-redirect", exchange("Server: AmazonS3", status=307)),
    "airplay": ("wrong-program-on-port", exchange("Server: AirTunes/770.8.1", status=403)),
    "starlette": ("origin-refused", exchange(status=400, body="Disallowed CORS origin")),
    "actix": ("origin-refused", exchange(status=400, body="Origin is not allowed to make this request")),
    "quarkus": ("origin-refused", exchange(status=403, reason="CORS Rejected")),
    "starlette headers": ("header-not-allowed", exchange(status=400, body="Disallowed CORS headers")),
    "starlette method": ("method-not-allowed", exchange(status=400, body="Disallowed CORS method")),
    "express callback": ("callback-error", exchange(status=500, body="<pre>Error: Not allowed by CORS<br>")),
    "starlette host": ("host-not-allowed", exchange(status=400, body="Invalid host header")),
    "webpack host": ("host-not-allowed", exchange(status=403, body="Invalid Host header")),
    "vite host": ("host-not-allowed", exchange(status=403, body='Blocked request. This host ("a.example") is not allowed.')),
    "rails host": ("host-not-allowed", exchange(status=403, body="Blocked hosts: a.example")),
    "django host": ("host-not-allowed", exchange(status=400, body="DisallowedHost at /")),
    "django csrf": ("csrf", exchange(status=403, body="CSRF verification failed. Request aborted.")),
    "laravel csrf": ("csrf", exchange(status=419, body="CSRF token mismatch.")),
    "cors-anywhere": ("public-cors-proxy", exchange(status=403, body="See /corsdemo for more info")),
}  # fmt: skip


@each_row("name", ROWS)
def test_a_row_matches_its_bytes(name: str) -> None:
    cause, seen = ROWS[name]
    assert recognise(cause, seen) is not None


NEAR = {
    "another status": ("api-gateway-no-route", exchange(status=401, body='{"message":"Missing Authentication Token"}')),
    "a host that only begins alike": ("gateway-refuses", exchange(status=401, url="https://execute-api.example.com/")),
    "another server": ("cloud-run-forbidden", exchange("Server: nginx", status=403)),
    "a number inside another": ("platform-has-no-such-app", exchange(status=530, body="10330 users")),
    "a lookalike host": ("bot-challenge", exchange("Location: https://notgoogle.com/sorry", status=302)),
    "no location": ("tunnel-or-preview-protected", exchange(status=302)),
    "a gateway's words from any program": ("gateway-refuses", exchange(status=401, body='{"message":"Unauthorized"}')),
    "a function's words from any program": ("function-not-running", exchange(status=404, body='{"code":"NOT_FOUND"}')),
    "a token's words from any program": ("supabase-verify-jwt", exchange(status=401, body='{"error":"Invalid JWT"}')),
    "a preview's words from any program": ("tunnel-or-preview-protected", exchange(status=401, body="Authentication Required")),
    "a missing app's words from any program": ("platform-has-no-such-app", exchange(status=404, body="Application not found")),
    "a host that only ends alike": ("gateway-refuses", exchange(status=403, body='{"message":"Forbidden"}', url="https://execute-api.example.com/")),
    "host and header in another sentence": ("host-not-allowed", exchange(status=400, body="Invalid host header value in config")),
    "another bucket host": ("storage-bucket-no-cors", exchange(status=404, url="https://firebasestorage.googleapis.com.evil.example/")),
}  # fmt: skip


@each_row("name", NEAR)
def test_a_near_miss_matches_nothing(name: str) -> None:
    cause, seen = NEAR[name]
    assert recognise(cause, seen) is None


@each_row("row", SIGNATURES, ids=lambda row: f"{row.cause}-{row.product}-{row.field}")
def test_a_row_is_complete_and_its_cause_exists(row: Signature) -> None:
    assert row.cause in CAUSES
    assert row.product
    assert row.means
    assert row.source
    re.compile(row.pattern)


def test_the_quote_of_a_body_is_one_line_of_it() -> None:
    found = recognise("callback-error", exchange(status=500, body="Error:\nNot allowed by CORS\nat x"))
    assert found is not None
    assert found[1].quote == "Not allowed by CORS"


def test_the_first_of_the_persons_own_answers_is_taken() -> None:
    seen = facts(call("PUT", body="a"), preflight=answer(400, body="Disallowed CORS origin"))
    found = first_match("origin-refused", seen)
    assert found is not None
    assert found[1] is seen.preflight
    assert first_match("csrf", seen) is None


TYPED = {"content-type": "", "authorization": "", "x-api-key": "", "x-b3": "", "apikeys": ""}


@pytest.mark.parametrize("name", TYPED)
def test_a_header_one_writes_belongs_to_nobody(name: str) -> None:
    assert nobody_typed(name) == ""


@pytest.mark.parametrize(
    ("name", "who"),
    [("Sentry-Trace", "Sentry"), ("x-datadog-parent-id", "Datadog"), ("x-b3-traceid", "Zipkin"), ("pragma", "client")],
)
def test_a_header_of_a_library_names_it(name: str, who: str) -> None:
    assert who in nobody_typed(name)

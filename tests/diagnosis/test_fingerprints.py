"""Who answered: each product by its bytes, and nothing near them."""

from __future__ import annotations

import re

import pytest

from cors_tui.diagnosis.examples import answer
from cors_tui.diagnosis.fingerprints import MARKS, Layer, Mark, who_answered
from cors_tui.standards.response import Response
from tests.rows import each_row

SEEN: dict[str, Response] = {
    "Cloudflare": answer(200, "Server: cloudflare", "CF-RAY: 8a1-FRA"),
    "CloudFront": answer(200, "Via: 1.1 abc.cloudfront.net (CloudFront)", "X-Cache: Miss from cloudfront"),
    "Fastly": answer(200, "X-Served-By: cache-fra-eddf8230051-FRA"),
    "Akamai": answer(403, "Server: AkamaiGHost"),
    "Azure Front Door": answer(200, "x-azure-ref: 2024"),
    "Google load balancer or CDN": answer(200, "Via: 1.1 google"),
    "Vercel": answer(200, "Server: Vercel", "x-vercel-id: fra1::abc"),
    "Netlify": answer(200, "x-nf-request-id: 01H"),
    "Fly.io": answer(200, "Server: Fly/abc (2024-01-01)"),
    "Heroku": answer(200, "Via: 1.1 vegur"),
    "Firebase Hosting": answer(200, "Vary: x-fh-requested-host, accept-encoding"),
    "Azure App Service": answer(200, "Set-Cookie: ARRAffinity=abc; Path=/"),
    "AWS API Gateway (HTTP)": answer(404, "apigw-requestid: a"),
    "AWS load balancer": answer(502, "Server: awselb/2.0"),
    "Varnish": answer(503, "X-Varnish: 32770", "Server: Varnish"),
    "HAProxy": answer(
        503, body="<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n"
    ),
    "Envoy": answer(503, "server: istio-envoy"),
    "Kong": answer(404, "Via: 1.1 kong/3.4"),
    "Amazon S3": answer(403, "Server: AmazonS3"),
    "nginx": answer(404, "Server: nginx/1.22.1"),
    "Caddy": answer(200, "Server: Caddy", "Server: uvicorn"),
    "Apache": answer(404, "Server: Apache/2.4.71 (Debian)"),
    "Express": answer(404, body="<pre>Cannot GET /nope</pre>"),
    "Fastify": answer(404, body='{"message":"Route GET:/nope not found","error":"Not Found","statusCode":404}'),
    "NestJS": answer(404, body='{"message":"Cannot GET /nope","error":"Not Found","statusCode":404}'),
    "FastAPI": answer(405, "server: uvicorn", body='{"detail":"Method Not Allowed"}'),
    "Go (net/http, or Traefik)": answer(404, body="404 page not found\n"),
    "Werkzeug (Flask)": answer(200, "Server: Werkzeug/3.0.1 Python/3.13"),
}


@each_row("product", SEEN)
def test_a_product_is_recognised_by_bytes_it_sent(product: str) -> None:
    response = SEEN[product]
    found = {each.product: each for each in who_answered(response)}
    assert product in found
    quote = found[product].quote.partition(": ")
    assert quote[0] in response.body or quote[0] in [name for name, _ in response.headers]


NOBODY: dict[str, Response] = {
    "nothing": answer(200),
    "a word inside another": answer(200, "Server: mynginx-like", "Via: 1.1 googlebot-proxy"),
    "a body that only mentions it": answer(200, body="We use nginx and Varnish."),
    "an apache project that is no server": answer(200, "Server: ApacheTrafficServer/9.0"),
    "a 404 of something else": answer(404, body="404 page not found, sorry"),
}


@pytest.mark.parametrize("name", NOBODY)
def test_a_near_miss_is_nobody(name: str) -> None:
    assert who_answered(NOBODY[name]) == ()


def test_the_outermost_layer_comes_first_and_each_product_once() -> None:
    response = answer(200, "X-Powered-By: Express", "Server: cloudflare", "CF-Ray: 1", "Via: 1.1 vegur")
    found = who_answered(response)
    assert [each.product for each in found] == ["Cloudflare", "Heroku", "Express"]
    assert [each.layer for each in found] == [Layer.EDGE, Layer.PLATFORM, Layer.FRAMEWORK]


def test_the_value_of_a_cookie_is_not_shown() -> None:
    (found,) = who_answered(answer(200, "Set-Cookie: AWSALB=s3cret; Path=/"))
    assert "s3cret" not in found.quote
    assert "AWSALB" in found.quote


@each_row("mark", MARKS, ids=lambda mark: f"{mark.product}-{mark.field}")
def test_a_row_is_complete(mark: Mark) -> None:
    re.compile(mark.pattern)
    assert mark.known_by in ("run", "documented", "published", "heard")
    assert mark.field == mark.field.lower()


def test_many_products_are_known() -> None:
    assert len({mark.product for mark in MARKS}) >= 35

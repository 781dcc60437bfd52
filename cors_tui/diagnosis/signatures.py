"""Platform knowledge as data: what a byte pattern in an answer says, one row each. To add one is one row and one test.

`cause` is the name of the cause that reads the row.
"""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

import re
from dataclasses import dataclass

from cors_tui.diagnosis import looking as look
from cors_tui.diagnosis.cause import Evidence, Facts
from cors_tui.standards.verdict import Exchange


@dataclass(frozen=True, slots=True)
class Signature:
    """One row. `field` is where to look: ``body``, ``reason``, ``host`` (of the URL asked), ``location`` (its host and
    path), or a header's name. `statuses` limits it ("" in the table: any). Words that any program may use count only
    beside a mark of the product: see `_ONLY_BESIDE`."""

    cause: str
    product: str
    field: str
    pattern: str
    statuses: tuple[int, ...]
    means: str
    source: str


_ONLY_BESIDE: dict[str, str] = {
    "AWS API Gateway": r"^x-amzn-|^x-amz-apigw-id|^apigw-requestid|\.execute-api\.",
    "Supabase": r"^sb-|supabase|^(server|via): .*kong/",
    "Vercel Authentication": r"^x-vercel-|^server: vercel|\.vercel\.app$",
    "Railway": r"^x-railway-|^server: railway|\.railway\.app$",
}
"""For products whose words others use as well: what else must stand in the answer's headers, or in the host."""

_KNOWN = "general knowledge, not verified here"
_S3 = "https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html"
_AWS = "https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-gatewayResponse-definition.html"

# fmt: off
_ROWS: tuple[tuple[str, str, str, str, str, str, str], ...] = (
    # cause, product, field, pattern, statuses, what it means, source
    ("api-gateway-no-route", "AWS API Gateway (REST)", "body", r'"message"\s*:\s*"Missing Authentication Token"', "403", "no such route or method is deployed", _AWS),
    ("api-gateway-no-route", "AWS API Gateway (HTTP)", "apigw-requestid", r".+", "404", "no such route is deployed", _KNOWN),
    ("gateway-refuses", "AWS API Gateway", "x-amzn-errortype", r"UnauthorizedException|AccessDeniedException|ExpiredTokenException|InvalidSignatureException", "401 403", "the gateway's authorizer refused", _AWS),
    ("gateway-refuses", "AWS API Gateway", "host", r"\.execute-api\.", "401", "the gateway's authorizer refused", _AWS),
    ("gateway-refuses", "AWS API Gateway", "body", r'"message"\s*:\s*"(Unauthorized|Forbidden|User is not authorized[^"]*)"', "401 403", "the gateway refused before your code ran", _AWS),
    ("cloud-run-forbidden", "Google Cloud Run and Functions", "server", r"Google Frontend", "403", "no caller but a signed-in one may invoke the service", _KNOWN),
    ("supabase-verify-jwt", "Supabase", "body", r"Missing authorization header|Invalid JWT", "401", "the platform checks the JWT before the function runs", "https://supabase.com/docs/guides/functions/auth"),
    ("function-not-running", "Supabase Edge Functions", "body", r"BOOT_ERROR|Function failed to start", "500 502 503 546", "the function does not start", _KNOWN),
    ("function-not-running", "Supabase", "body", r'"code"\s*:\s*"NOT_FOUND"|Requested function was not found', "404", "the function is not deployed", _KNOWN),
    ("function-not-running", "Supabase Edge Functions", "host", r"\.functions\.supabase\.co$", "500 502 503 546", "the function does not start", _KNOWN),
    ("function-not-running", "Cloudflare Workers", "body", r"error code: (1101|1102|1042)", "", "the worker threw, or is not there", "https://developers.cloudflare.com/workers/observability/errors/"),
    ("function-not-running", "Vercel", "x-vercel-error", r"FUNCTION_INVOCATION_FAILED|FUNCTION_INVOCATION_TIMEOUT", "", "the function crashed or took too long", "https://vercel.com/docs/errors"),
    ("platform-has-no-such-app", "Render", "x-render-routing", r"no-server|suspend", "", "no such service, or it is suspended", _KNOWN),
    ("platform-has-no-such-app", "Vercel", "x-vercel-error", r"NOT_FOUND|DEPLOYMENT_NOT_FOUND", "404", "no such deployment or path", "https://vercel.com/docs/errors"),
    ("platform-has-no-such-app", "Heroku", "body", r"no-such-app|There's nothing here, yet", "404 503", "no such application", _KNOWN),
    ("platform-has-no-such-app", "Railway", "body", r"Application not found", "404", "no such application", _KNOWN),
    ("platform-has-no-such-app", "Cloudflare Tunnel", "body", r"error code: 1033|Error 1033", "530", "the tunnel is down", "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/"),
    ("platform-has-no-such-app", "Cloudflare", "body", r"error code: (1016|1000)", "530 409", "the tunnel or the origin's DNS record is gone", "https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/"),
    ("platform-has-no-such-app", "ngrok", "ngrok-error-code", r"ERR_NGROK_3200|ERR_NGROK_8012", "", "the tunnel is offline, or the program behind it", "https://ngrok.com/docs/errors/"),
    ("bot-challenge", "Cloudflare", "cf-mitigated", r"challenge", "", "a challenge page for people, not for scripts", "https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/"),
    ("bot-challenge", "Cloudflare", "body", r"Just a moment\.\.\.|Attention Required! \| Cloudflare", "403 503", "a challenge page for people, not for scripts", _KNOWN),
    ("bot-challenge", "Google", "location", r"(^|\.)google\.com/sorry", "", "a captcha for people, not for scripts", _KNOWN),
    ("bot-challenge", "ngrok", "ngrok-error-code", r"ERR_NGROK_6024", "", "the warning page for visitors", "https://ngrok.com/docs/errors/"),
    ("tunnel-or-preview-protected", "GitHub Codespaces", "location", r"github\.dev/pf-signin|\.app\.github\.dev/", "", "the forwarded port is private", "https://docs.github.com/en/codespaces"),
    ("tunnel-or-preview-protected", "GitHub Codespaces", "host", r"\.app\.github\.dev$", "401 404", "the port is private, or there is no such codespace running", _KNOWN),
    ("tunnel-or-preview-protected", "dev tunnels", "www-authenticate", r"\btunnel\b", "401", "the tunnel is private", _KNOWN),
    ("tunnel-or-preview-protected", "dev tunnels", "location", r"\.devtunnels\.ms|tunnels\.api\.visualstudio", "", "the tunnel is private", _KNOWN),
    ("tunnel-or-preview-protected", "Google Cloud Shell", "location", r"ssh\.cloud\.google\.com|\.cloudshell\.dev", "", "the web preview asks for a sign-in", _KNOWN),
    ("tunnel-or-preview-protected", "Vercel", "location", r"vercel\.com/sso-api|/_vercel/sso", "", "deployment protection is on", "https://vercel.com/docs/deployment-protection"),
    ("tunnel-or-preview-protected", "Vercel Authentication", "body", r"Vercel Authentication|Authentication Required", "401", "deployment protection is on", "https://vercel.com/docs/deployment-protection"),
    ("tunnel-or-preview-protected", "Cloudflare Access", "location", r"\.cloudflareaccess\.com", "", "Access stands in front and stops the preflight", "https://developers.cloudflare.com/cloudflare-one/access-controls/"),
    ("apps-script-access", "Google Apps Script", "host", r"^script\.google\.com$", "301 302 303 307 401 403 404 405", "the web app may not be used by anyone", _KNOWN),
    ("storage-bucket-no-cors", "Amazon S3", "body", r"CORSResponse|CORS is not enabled for this bucket", "403", "the bucket has no CORS configuration for this origin or method", _S3),
    ("storage-bucket-no-cors", "Cloudflare R2", "host", r"\.r2\.(cloudflarestorage\.com|dev)$", "401 403", "the bucket has no CORS policy for this origin", "https://developers.cloudflare.com/r2/buckets/cors/"),
    ("storage-bucket-no-cors", "Firebase Storage", "host", r"^firebasestorage\.googleapis\.com$|\.firebasestorage\.app$", "404 412", "the bucket does not exist (Storage was never switched on)", _KNOWN),
    ("storage-bucket-no-cors", "Google Cloud Storage", "host", r"^storage\.googleapis\.com$|\.storage\.googleapis\.com$", "200 400 403 404", "the bucket has no CORS configuration for this origin", "https://cloud.google.com/storage/docs/cross-origin"),
    ("storage-bucket-no-cors", "Azure Blob Storage", "host", r"\.blob\.core\.windows\.net$", "400 403 404", "the account has no CORS rule for this origin", "https://learn.microsoft.com/rest/api/storageservices/cross-origin-resource-sharing--cors--support-for-the-azure-storage-services"),
    ("storage-region-redirect", "Amazon S3", "body", r"PermanentRedirect|TemporaryRedirect|must be addressed using the specified endpoint", "301 307", "the bucket lives in another region", _S3),
    ("storage-region-redirect", "Amazon S3", "server", r"^AmazonS3$", "301 307", "the bucket lives in another region, or is new", _S3),
    ("wrong-program-on-port", "macOS AirPlay Receiver", "server", r"AirTunes", "", "AirPlay listens on this port, not your server", _KNOWN),
    ("origin-refused", "Starlette, FastAPI", "body", r"Disallowed CORS origin", "400", "the origin is not in allow_origins", "measured"),
    ("origin-refused", "Litestar", "body", r"Disallowed CORS Origin", "400", "the origin is not in the list", "measured"),
    ("origin-refused", "actix-cors", "body", r"Origin is not allowed to make this request", "400", "the origin is not allowed", "https://docs.rs/actix-cors"),
    ("origin-refused", "Spring", "body", r"Invalid CORS request", "403", "origin, method or headers are not allowed", _KNOWN),
    ("origin-refused", "Quarkus", "reason", r"CORS Rejected", "403", "the origin is not allowed", _KNOWN),
    ("origin-refused", "aiohttp-cors", "body", r"CORS preflight request failed: origin", "403", "the origin is not allowed", "measured"),
    ("header-not-allowed", "Starlette, FastAPI, Litestar", "body", r"Disallowed CORS (method, )?headers", "400", "a header is not in allow_headers", "measured"),
    ("header-not-allowed", "actix-cors", "body", r"One or more request headers are not allowed", "400", "a header is not allowed", "https://docs.rs/actix-cors"),
    ("header-not-allowed", "others", "body", r"One or more headers requested are not allowed|The collection of headers .{0,80}is not allowed|headers are not allowed", "400 403", "a header is not allowed", "seen in public reports"),
    ("method-not-allowed", "Starlette, FastAPI, Litestar", "body", r"Disallowed CORS method", "400", "the method is not in allow_methods", "measured"),
    ("method-not-allowed", "actix-cors", "body", r"Requested method is not allowed", "400", "the method is not allowed", "https://docs.rs/actix-cors"),
    ("callback-error", "Express guide pattern", "body", r"Not allowed by CORS", "500", "the origin function throws for origins it does not know", "measured"),
    ("host-not-allowed", "Starlette, FastAPI", "body", r"^Invalid host header$", "400", "TrustedHostMiddleware does not list it", "measured"),
    ("host-not-allowed", "Django", "body", r"Invalid HTTP_HOST header|DisallowedHost", "400", "ALLOWED_HOSTS does not list it", "https://docs.djangoproject.com/en/stable/ref/settings/#allowed-hosts"),
    ("host-not-allowed", "webpack-dev-server", "body", r"^Invalid Host header$", "403", "allowedHosts does not list it", "https://webpack.js.org/configuration/dev-server/#devserverallowedhosts"),
    ("host-not-allowed", "Vite", "body", r"Blocked request\. This host \(", "403", "server.allowedHosts does not list it", "https://vite.dev/config/server-options#server-allowedhosts"),
    ("host-not-allowed", "Rails", "body", r"Blocked hosts?: ", "403", "config.hosts does not list it", "https://guides.rubyonrails.org/configuring.html#actiondispatch-hostauthorization"),
    ("csrf", "Django", "body", r"CSRF (verification failed|Failed)", "403", "the CSRF check refused", "measured"),
    ("csrf", "Laravel", "body", r"CSRF token mismatch|TokenMismatch|Page Expired", "419 500 403", "the CSRF check refused", "seen in public reports"),
    ("csrf", "others", "body", r"(?i)(invalid|missing|bad) (csrf|xsrf)|ForbiddenError: invalid csrf token", "400 403 500", "the CSRF check refused", _KNOWN),
    ("public-cors-proxy", "cors-anywhere", "body", r"Missing required request header\. Must specify one of: origin|See /corsdemo", "", "the public proxy refuses", "https://github.com/Rob--W/cors-anywhere"),
    ("public-cors-proxy", "public CORS proxies", "host", r"^(.*\.)?(corsproxy\.io|cors-anywhere\.herokuapp\.com|allorigins\.win|thingproxy\.freeboard\.io|cors\.sh|codetabs\.com)$", "400 401 403 404 408 413 429 500 502 503 504", "a free proxy that refuses or is overloaded", "seen in public reports"),
)

_NOBODY_TYPED: tuple[tuple[str, str], ...] = (
    (r"baggage|sentry-trace", "Sentry's tracing (tracePropagationTargets)"),
    (r"traceparent|tracestate", "a tracing SDK (OpenTelemetry, Application Insights, Elastic, ...)"),
    (r"request-id|request-context", "Application Insights (enableCorsCorrelation)"),
    (r"x-datadog-.*", "Datadog RUM (allowedTracingUrls)"),
    (r"newrelic|x-newrelic-id", "New Relic's browser agent (distributed tracing)"),
    (r"elastic-apm-traceparent", "Elastic APM (distributedTracingOrigins)"),
    (r"x-b3-.*|b3", "a B3 tracing SDK (Zipkin)"),
    (r"uber-trace-id", "Jaeger's client"),
    (r"apikey|x-client-info|x-supabase-api-version|x-retry-count", "supabase-js"),
    (r"x-requested-with", "axios defaults of Laravel, jQuery, or another AJAX helper"),
    (r"x-stainless-.*", "an SDK generated by Stainless (OpenAI, Anthropic)"),
    (r"x-fp-bp-.*", "a bot protection script"),
    (r"x-csrf-token|x-xsrf-token", "an HTTP client that copies a CSRF cookie into a header"),
    (r"cache-control|pragma", "an HTTP client that wants no cached answers"),
    (r"x-firebase-.*|x-goog-.*", "Firebase or a Google SDK"),
    (r"x-signalr-user-agent", "SignalR"),
    (r"ngrok-skip-browser-warning", "a workaround for ngrok's warning page"),
)
# fmt: on

SIGNATURES = tuple(
    Signature(cause, product, field, pattern, tuple(int(s) for s in statuses.split()), means, source)
    for cause, product, field, pattern, statuses, means, source in _ROWS
)
"""Every row, in the order they are tried."""


def recognise(cause: str, exchange: Exchange) -> tuple[Signature, Evidence] | None:
    """The first row of `cause` that matches the answer, with the bytes that do."""
    for row in SIGNATURES:
        if row.cause == cause and (found := _match(row, exchange)) is not None:
            return row, found
    return None


def first_match(cause: str, facts: Facts) -> tuple[Signature, Exchange, Evidence] | None:
    """The first of the person's own exchanges that a row of `cause` matches."""
    for exchange in look.own_exchanges(facts):
        found = recognise(cause, exchange)
        if found is not None:
            return found[0], exchange, found[1]
    return None


def _match(row: Signature, exchange: Exchange) -> Evidence | None:
    response = exchange.response
    if response is None or (row.statuses and response.status not in row.statuses):
        return None
    text = _field(row.field, exchange)
    found = re.search(row.pattern, text) if text is not None else None
    if found is None or (row.field == "body" and not _is_marked(row.product, exchange)):
        return None
    if row.field == "body":
        return look.body(exchange, found.group().split("\n")[0], row.means)
    if row.field == "reason":
        return look.status(exchange, row.means)
    if row.field == "host":
        return look.written("the URL", exchange.request.url.host, row.means)
    return look.header(exchange, row.field, row.means)


def _is_marked(product: str, exchange: Exchange) -> bool:
    """Whether the product gives itself away in a header or the host, where its words alone do not tell."""
    mark = _ONLY_BESIDE.get(product)
    lines = [f"{name}: {value}" for name, value in exchange.response.headers] if exchange.response else []
    return mark is None or any(re.search(mark, line.lower()) for line in (*lines, exchange.request.url.host))


def _field(field: str, exchange: Exchange) -> str | None:
    response = exchange.response
    if response is None:
        return None
    if field == "body":
        return response.body
    if field == "reason":
        return response.reason
    if field == "host":
        return exchange.request.url.host
    if field == "location":
        to = look.location(response, exchange.request.url)
        return f"{to.host}{to.path}" if to else None
    return response.headers.get(field)


def nobody_typed(name: str) -> str:
    """Who adds a request header called `name` without being asked; "" for a header one writes oneself."""
    return next((who for pattern, who in _NOBODY_TYPED if re.fullmatch(pattern, name.lower())), "")

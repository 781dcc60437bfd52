"""What comes of what, as one table: where a text shows all clues of a row, so many in a hundred such reports turned out
to have each cause. The figures are estimates from public reports, read as an order more than as a measure.

A cause's weight is the highest that any fitting row gives it. A row with more clues speaks of fewer reports and knows
them better; a weight of 0 does not take a cause away.
"""
# ruff: noqa: E501 -- a table is read across

from __future__ import annotations

from dataclasses import dataclass

from cors_tui.diagnosis.text_rules.rows_beside import ROWS_BESIDE


@dataclass(frozen=True, slots=True)
class Rule:
    """One row. `clues` must all be there, but those written with a leading ``!`` must not."""

    clues: tuple[str, ...]
    causes: tuple[tuple[str, int], ...]


# fmt: off
_ROWS = (
    # --- the header is missing -------------------------------------------------------------------------------------
    ("allow-origin-missing !preflight", "error-without-headers 24, no-allow-origin 23, options-not-handled 12, origin-not-in-list 16, auth-before-cors 8, redirect-to-login 7, cached-without-vary 6"),
    ("allow-origin-missing !preflight !status-unknown", "no-allow-origin 12, origin-not-in-list 10"),
    ("allow-origin-missing preflight", "options-not-handled 40, error-without-headers 25, no-allow-origin 24, origin-not-in-list 22, auth-before-cors 15, api-gateway-no-route 10"),
    ("allow-origin-missing same-site !preflight status-unknown", "origin-not-in-list 38, error-without-headers 30"),
    ("allow-origin-missing www-page !preflight status-unknown", "origin-wrong-host-or-port 55, no-allow-origin 25"),
    ("allow-origin-missing www-url page-unknown", "www-against-apex 45"),
    ("allow-origin-missing www-url same-site !www-page", "www-against-apex 60"),
    ("allow-origin-missing same-host status-unknown !preflight", "error-without-headers 32, origin-wrong-host-or-port 30"),
    ("allow-origin-missing preview-page status-unknown", "origin-not-in-list 50"),
    ("allow-origin-missing extension-page", "origin-refused 50"),
    ("allow-origin-missing null-page status-unknown", "origin-null 36, no-allow-origin 30, file-page 34"),
    ("allow-origin-missing cdn-host", "cached-without-vary 43, no-allow-origin 46, overwritten-by-proxy 20"),
    ("allow-origin-missing kind-font", "no-allow-origin 45, cached-without-vary 44, blocked-by-client 30"),
    ("allow-origin-missing kind-image", "cached-without-vary 55, storage-bucket-no-cors 35, no-allow-origin 30"),
    ("allow-origin-missing kind-script", "no-allow-origin 45, not-found-404 25"),
    ("allow-origin-missing redirected", "redirect-to-login 40, redirect-drops-origin 35, cached-without-vary 15"),
    ("allow-origin-missing redirect-near", "redirect-drops-origin 62, redirect-to-https 45, redirect-preflight 45"),
    ("allow-origin-missing redirected bucket-host", "storage-region-redirect 45, storage-bucket-no-cors 44"),
    ("allow-origin-missing redirected kind-image", "cached-without-vary 56"),
    ("allow-origin-missing function-path", "function-not-running 60, error-without-headers 35, supabase-verify-jwt 30"),
    ("allow-origin-missing function-host", "function-not-running 40, error-without-headers 36, platform-answers-preflight-only 25"),
    ("allow-origin-missing google-function-host", "cloud-run-forbidden 42, error-without-headers 38, function-not-running 36"),
    ("allow-origin-missing gateway-host", "gateway-refuses 55, error-without-headers 30, api-gateway-no-route 45, auth-before-cors 25"),
    ("allow-origin-missing apps-script", "apps-script-access 85, redirect-to-login 40"),
    ("allow-origin-missing bucket-host", "storage-bucket-no-cors 75, storage-region-redirect 40, cached-without-vary 30"),
    ("allow-origin-missing s3-global-host preflight", "storage-region-redirect 80"),
    ("allow-origin-missing tunnel-host", "bot-challenge 55, tunnel-or-preview-protected 30, error-without-headers 28"),
    ("allow-origin-missing private-tunnel-host", "tunnel-or-preview-protected 80"),
    ("allow-origin-missing proxy-host", "public-cors-proxy 85"),
    ("allow-origin-missing app-host status-unknown", "platform-has-no-such-app 38, error-without-headers 36"),
    ("allow-origin-missing socket-io", "socketio-own-cors 70"),
    ("allow-origin-missing login-host", "redirect-to-login 45"),
    ("allow-origin-missing login-return", "redirect-to-login 62"),
    ("allow-origin-missing local-page !preflight status-unknown", "no-allow-origin 27"),
    ("allow-origin-missing local-page local-url !preflight status-unknown", "no-allow-origin 34"),
    ("allow-origin-missing local-url public-page", "production-calls-localhost 42, no-allow-origin 40, local-network-permission 28"),
    ("allow-origin-missing double-slash", "redirect-preflight 35, not-found-404 30"),
    ("allow-origin-missing airplay-port", "wrong-program-on-port 50"),
    # --- the status tells --------------------------------------------------------------------------------------------
    ("status-5xx", "error-without-headers 80, function-not-running 20, auth-before-cors 5"),
    ("status-500", "error-without-headers 85"),
    ("status-502", "timeout-gateway 86, function-not-running 30"),
    ("status-503", "timeout-gateway 80, function-not-running 50"),
    ("status-504", "timeout-gateway 90"),
    ("status-530", "platform-has-no-such-app 90"),
    ("status-546", "function-not-running 95"),
    ("status-5xx function-path preflight-status", "function-not-running 90"),
    ("status-5xx preflight-status", "preflight-500 82"),
    ("status-413", "body-too-large 95"),
    ("status-429", "rate-limited 92, public-cors-proxy 20"),
    ("status-429 proxy-host", "public-cors-proxy 96"),
    ("status-404 !preflight-status", "not-found-404 80, options-not-handled 25, platform-has-no-such-app 60"),
    ("status-404 preflight allow-origin-missing", "options-not-handled 82"),
    ("status-404 app-host", "platform-has-no-such-app 80"),
    ("status-404 private-tunnel-host", "tunnel-or-preview-protected 90"),
    ("status-404 gateway-host", "not-found-404 81, api-gateway-no-route 60"),
    ("status-404 bucket-host", "storage-bucket-no-cors 85"),
    ("status-401 !preflight-status", "auth-before-cors 75, gateway-refuses 20, error-without-headers 15"),
    ("status-401 gateway-host", "gateway-refuses 85"),
    ("status-401 function-path", "supabase-verify-jwt 80"),
    ("status-403 !preflight-status", "origin-refused 50, auth-before-cors 40, storage-bucket-no-cors 15, csrf 30"),
    ("status-403 gateway-host", "api-gateway-no-route 85, gateway-refuses 75"),
    ("status-403 bucket-host", "storage-bucket-no-cors 85"),
    ("status-403 proxy-host", "public-cors-proxy 90"),
    ("status-403 google-function-host", "cloud-run-forbidden 80"),
    ("status-403 airplay-port", "wrong-program-on-port 85"),
    ("status-403 app-host", "bot-challenge 35"),
    ("status-403 words", "origin-refused 55"),
    ("status-405 !preflight-status", "options-not-handled 70, error-without-headers 30"),
    ("status-400 !preflight-status", "error-without-headers 45, origin-refused 40, header-not-allowed 30"),
    ("status-409", "error-without-headers 70"),
    ("status-419", "csrf 85"),
    ("status-422", "error-without-headers 75"),
    ("status-3xx", "redirect-to-login 70, redirect-preflight 40, bot-challenge 30, storage-region-redirect 15"),
    ("status-3xx url-unknown", "bot-challenge 35, redirect-preflight 40"),
    ("status-301", "redirect-preflight 60, redirect-to-https 50"),
    ("status-308", "redirect-preflight 72, redirect-to-https 50"),
    ("status-307", "redirect-preflight 60, storage-region-redirect 40"),
    ("status-3xx bucket-host", "storage-region-redirect 85"),
    ("status-304", "cached-without-vary 85"),
    ("status-206", "location-drops-headers 55, no-allow-origin 30, cached-without-vary 30, origin-not-in-list 40"),
    ("status-200 allow-origin-missing", "no-allow-origin 55, location-drops-headers 20, route-before-middleware 25, cached-without-vary 22"),
    ("status-200 webkit", "no-allow-origin 50, origin-not-in-list 40, only-errors-bare 15"),
    # --- the header is there, and wrong ------------------------------------------------------------------------------
    ("allow-origin-multiple", "doubled-by-two-layers 85, origin-list-in-one-header 40, origin-not-in-list 15"),
    ("allow-origin-invalid", "allow-origin-invalid-value 50, doubled-by-two-layers 30"),
    ("value-list", "doubled-by-two-layers 80, origin-list-in-one-header 50"),
    ("value-empty", "allow-origin-empty 80, doubled-by-two-layers 15"),
    ("value-pattern", "allow-origin-invalid-value 80"),
    ("allow-origin-mismatch !status-5xx", "origin-not-in-list 50, no-allow-origin 35, cached-without-vary 15"),
    ("allow-origin-mismatch webkit", "no-allow-origin 40, error-without-headers 38"),
    ("allow-origin-mismatch value-origin", "fixed-other-origin 80, cached-without-vary 30, doubled-by-two-layers 15"),
    ("allow-origin-mismatch value-near", "origin-wrong-host-or-port 85"),
    ("allow-origin-mismatch value-slash", "origin-trailing-slash 95"),
    ("allow-origin-mismatch value-star", "wildcard-with-credentials 85"),
    ("allow-origin-mismatch value-null", "origin-null 80"),
    ("allow-origin-mismatch null-page", "file-page 78, origin-null 80"),
    ("allow-origin-mismatch www-page", "origin-wrong-host-or-port 70"),
    ("allow-origin-mismatch webkit status-unknown", "no-allow-origin 42, error-without-headers 39"),
    ("allow-origin-mismatch cdn-host", "cached-without-vary 50"),
    ("allow-origin-mismatch gateway-host", "gateway-refuses 35"),
    ("allow-origin-wildcard", "wildcard-with-credentials 90, doubled-by-two-layers 20"),
    ("allow-origin-wildcard socket-io", "socketio-own-cors 60"),
    ("allow-credentials", "allow-credentials-missing 90, origin-not-in-list 15, doubled-by-two-layers 12"),
    # --- the preflight -----------------------------------------------------------------------------------------------
    ("preflight-status", "options-not-handled 42, auth-before-cors 38, error-without-headers 25, origin-refused 20"),
    ("preflight-status status-401", "auth-before-cors 85, supabase-verify-jwt 30, options-not-handled 20, cookie-not-sent-samesite 10"),
    ("preflight-status status-401 gateway-host", "gateway-refuses 70"),
    ("preflight-status status-403", "origin-refused 50, auth-before-cors 45, options-not-handled 30, api-gateway-no-route 15"),
    ("preflight-status status-404 !bucket-host", "options-not-handled 60, not-found-404 55"),
    ("preflight-status status-404 app-host", "not-found-404 70, platform-has-no-such-app 65"),
    ("preflight-status status-404 local-url", "options-not-handled 75"),
    ("preflight-status function-path status-404", "function-not-running 85"),
    ("preflight-status status-405", "options-not-handled 80, no-allow-origin 45, header-not-allowed 20"),
    ("preflight-status status-400", "origin-refused 60, header-not-allowed 45, error-without-headers 30"),
    ("preflight-status status-3xx", "redirect-preflight 60, redirect-to-login 50"),
    ("preflight-status function-path status-unknown", "function-not-running 60, supabase-verify-jwt 55"),
    ("preflight-status function-host status-unknown", "function-not-running 45"),
    ("preflight-status gateway-host status-unknown", "api-gateway-no-route 70, gateway-refuses 50"),
    ("preflight-status bucket-host", "storage-bucket-no-cors 85"),
    ("preflight-status apps-script", "apps-script-access 80"),
    ("preflight-status proxy-host", "public-cors-proxy 90"),
    ("preflight-status private-tunnel-host", "tunnel-or-preview-protected 80"),
    ("preflight-status app-host status-unknown", "platform-has-no-such-app 30"),
    ("preflight-redirect", "redirect-preflight 55, redirect-to-login 45, redirect-to-https 40, storage-region-redirect 20"),
    ("preflight-redirect to-login", "redirect-to-login 90"),
    ("preflight-redirect same-host redirected !to-login", "redirect-preflight 80"),
    ("preflight-redirect bucket-host", "storage-region-redirect 85"),
    ("preflight-redirect private-tunnel-host", "tunnel-or-preview-protected 90"),
    ("preflight-redirect double-slash", "redirect-preflight 80"),
    ("method-not-allowed", "method-not-allowed 80, options-not-handled 25, preflight-answered-by-proxy 26, gateway-refuses 10"),
    ("method-not-allowed small-method", "lower-case-patch 95"),
    ("allow-methods-invalid", "malformed-list 90"),
    ("allow-headers-invalid", "malformed-list 90"),
    ("header-not-allowed", "header-not-allowed 80, options-not-handled 20, auth-before-cors 12, gateway-refuses 10"),
    ("header-not-allowed header-of-answer", "response-headers-in-request 95"),
    ("header-not-allowed header-sdk", "sdk-header-nobody-typed 90"),
    ("header-not-allowed header-authorization", "wildcard-misses-authorization 45, auth-before-cors 20"),
    ("header-not-allowed bucket-host", "storage-bucket-no-cors 50"),
    ("header-not-allowed function-path", "function-not-running 35"),
    # --- redirects ---------------------------------------------------------------------------------------------------
    ("to-login", "redirect-to-login 80"),
    ("redirect-scheme", "redirect-preflight 70"),
    ("redirect-location-invalid", "redirect-preflight 80"),
    ("redirect-has-credentials", "redirect-preflight 80"),
    ("redirect-too-many", "redirect-to-login 60, redirect-to-https 50"),
    ("redirect-word", "redirect-preflight 45, redirect-to-login 44"),
    ("kind-manifest", "redirect-to-login 70, no-allow-origin 30"),
    ("kind-manifest www-url !redirected", "www-against-apex 75"),
    ("manifest-url redirected", "redirect-to-login 75"),
    # --- not CORS, and said so ---------------------------------------------------------------------------------------
    ("scheme-not-http", "url-without-scheme 85, file-page 84"),
    ("scheme-not-http null-page", "file-page 95"),
    ("url-invalid", "url-undefined 60, url-without-scheme 58"),
    ("undefined-url", "url-undefined 88"),
    ("two-schemes", "url-without-scheme 95"),
    ("bad-port", "server-not-running 50"),
    ("lna-permission-denied", "local-network-permission 90, production-calls-localhost 60, server-not-running 10"),
    ("lna-insecure-context", "local-network-permission 85, production-calls-localhost 70"),
    ("lna-target-space-mismatch", "local-network-permission 90"),
    ("lna-asks", "local-network-permission 90"),
    ("lna-insecure-context local-url public-page", "production-calls-localhost 86"),
    ("mixed-content", "mixed-content 92, redirect-to-https 20"),
    ("csp-connect-src", "csp-connect-src 95"),
    ("cross-origin-resource-policy", "corp-blocks 92"),
    ("opaque-response-blocked", "corp-blocks 85, not-found-404 30, auth-before-cors 20"),
    # --- no answer ---------------------------------------------------------------------------------------------------
    ("network", "server-not-running 55, blocked-by-client 30, tls-not-trusted 50, name-not-resolved 30, local-network-permission 12, mixed-content 14"),
    ("network https-at-home", "tls-not-trusted 80, server-not-running 60"),
    ("network https-on-port", "tls-on-plain-port 60, tls-not-trusted 58"),
    ("network local-url !https-at-home", "server-not-running 85"),
    ("network bare-name", "name-not-resolved 95"),
    ("network tracker-url", "blocked-by-client 75"),
    ("network tracker-url !local-url", "blocked-by-client 90"),
    ("network service-worker", "stale-preflight-cache 92"),
    ("network app-host", "platform-has-no-such-app 40, no-answer-in-time 45"),
    ("net-name", "name-not-resolved 97"),
    ("net-name undefined-url", "url-undefined 98"),
    ("net-tls", "tls-not-trusted 95"),
    ("net-tls https-on-port", "tls-on-plain-port 96"),
    ("net-refused", "server-not-running 97"),
    ("net-blocker", "blocked-by-client 98"),
    ("net-time", "no-answer-in-time 95"),
    ("net-closed", "connection-closed 95"),
    ("net-local", "local-network-permission 95"),
    # --- the line that says why is missing ---------------------------------------------------------------------------
    ("blocked status-unknown", "no-allow-origin 26, origin-not-in-list 24, error-without-headers 22, options-not-handled 14, server-not-running 12"),
    ("blocked same-site status-unknown", "origin-not-in-list 45"),
    ("blocked firefox url-unknown !redirect-word", "origin-not-in-list 30, no-allow-origin 29"),
    ("blocked firefox status-unknown", "no-allow-origin 32"),
    ("blocked webkit page-unknown", "server-not-running 40, auth-before-cors 30, no-allow-origin 28"),
    ("blocked webkit page-unknown private-url", "connection-closed 55"),
    ("blocked kind-font", "no-allow-origin 40, cached-without-vary 42, blocked-by-client 25, doubled-by-two-layers 24"),
    ("blocked kind-image", "cached-without-vary 45, storage-bucket-no-cors 30"),
    ("blocked gateway-host status-unknown", "gateway-refuses 50, api-gateway-no-route 45"),
    ("blocked function-path status-unknown", "function-not-running 55"),
    ("blocked function-host status-unknown", "function-not-running 40"),
    ("blocked bucket-host", "storage-bucket-no-cors 70"),
    ("blocked private-tunnel-host", "tunnel-or-preview-protected 75"),
    ("blocked tunnel-host", "bot-challenge 50"),
    ("blocked proxy-host", "public-cors-proxy 85"),
    ("blocked tracker-url status-unknown !local-url", "blocked-by-client 45"),
    ("blocked local-url public-page", "production-calls-localhost 60"),
    ("blocked null-page", "file-page 50"),
    ("blocked socket-io", "socketio-own-cors 60"),
    ("generic cors-word", "no-allow-origin 40, origin-not-in-list 38, error-without-headers 36, options-not-handled 20"),
    ("generic !cors-word", "server-not-running 35, error-without-headers 30, no-allow-origin 28, mixed-content 10, url-undefined 9"),
)
# fmt: on


def _rule(clues: str, causes: str) -> Rule:
    weighed = (part.rsplit(" ", 1) for part in causes.split(", "))
    return Rule(tuple(clues.split()), tuple((cause, int(weight)) for cause, weight in weighed))


RULES: tuple[Rule, ...] = tuple(_rule(clues, causes) for clues, causes in (*_ROWS, *ROWS_BESIDE))
"""The table."""


def fits(rule: Rule, clues: frozenset[str]) -> bool:
    """Whether a text with these clues is one that the row speaks of."""
    return all((clue[1:] not in clues) if clue.startswith("!") else clue in clues for clue in rule.clues)
